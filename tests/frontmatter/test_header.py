"""A file taken apart: YAML or Pelican's own header, then text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.frontmatter import Place, read_document
from plugins.frontmatter.header import MAX_HEADER


@pytest.fixture
def document(tmp_path):
    """Give a function that reads a text as a file."""

    def read(text, *, plain=False):
        path = tmp_path / "a.md"
        path.write_text(text, encoding="utf-8")
        return read_document(path, "a.md", plain=plain)

    return read


def entries(document):
    return {entry.key.text: (entry.value.text, str(entry.value.place)) for entry in document.header}


def test_a_yaml_header_is_told_from_the_text_below(document):
    read = document("---\ntitle: A\nn: 0123\n--- \nText\n---\nmore\n")

    assert entries(read) == {"title": ("A", "a.md:2:8"), "n": ("0123", "a.md:3:4")}
    assert (read.text, read.line) == ("Text\n---\nmore\n", 5)


def test_a_header_of_key_and_value_lines_is_read_where_it_is_allowed(document):
    read = document("Title: A: b\nDate:   2026-02-30\nLong Key: one\n  two\n\tthree\n\nText", plain=True)

    assert entries(read) == {
        "title": ("A: b", "a.md:1:8"),
        "date": ("2026-02-30", "a.md:2:9"),
        "long_key": ("one two three", "a.md:3:11"),
    }
    assert (read.text, read.line) == ("Text", 7)


def test_a_file_may_end_with_its_plain_header(document):
    assert document("Title: A", plain=True).text == ""


def test_a_value_may_begin_in_the_line_below_its_key(document):
    assert entries(document("Summary:\n  All of it", plain=True))["summary"][0] == "All of it"


BAD = {
    "empty": ("", "1:1: the file is empty\n    expected front matter between two --- lines, then text"),
    "blank": (" \n", "1:1: the file is empty\n    expected front matter between two --- lines, then text"),
    "no header": ("Text", '1:1: no front matter\n    expected a first line "---", then key: value lines'),
    "four hyphens": (
        "----\n",
        '1:1: no front matter\n    expected a first line "---", then key: value lines',
    ),
    "not closed": ("---\na: b\n", '1:1: the front matter is not closed\n    expected a line "---" after it'),
    "nothing in it": ("---\n---\n", "2:1: the front matter is empty\n    expected key: value lines"),
    "a comment": ("---\n# a\n---\n", "2:1: the front matter is empty\n    expected key: value lines"),
    "a text": ("---\nabc\n---\n", '2:1: the front matter is "abc"\n    expected key: value lines'),
    "a list": ("---\n- a\n---\n", "2:1: the front matter is a list\n    expected key: value lines"),
    "too long": (
        f"---\na: {'b' * MAX_HEADER}\n---\n",
        "1:1: the front matter has more than 64 KB\n    expected a shorter one",
    ),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_a_bad_header_is_refused(document, refusal, text, message):
    assert refusal(document, text) == f"a.md:{message}"


BAD_PLAIN = {
    "no header": (
        "Once upon a time\n",
        '1:1: no front matter\n    expected "Title: ..." lines, or a first line "---"',
    ),
    "a line without a colon": (
        "Title: A\nDate 2026-01-01\n",
        (
            '2:1: "Date 2026-01-01" is no line of the front matter\n'
            '    expected "Key: value", or an empty line before the text'
        ),
    ),
    "an empty line first": (
        "\n---\ntitle: A\n---\n",
        "1:1: an empty line before the front matter\n    expected no such line",
    ),
    "keys given twice": (
        "Title: A\ntitle: B\nTAGS: a\ntags: b\n",
        (
            '2:1: "title" is given twice (first in line 1)\n    expected it once\n'
            'a.md:4:1: "tags" is given twice (first in line 3)\n    expected it once'
        ),
    ),
    "too long": (
        f"Title: {'b' * MAX_HEADER}\n\nText",
        "1:1: the front matter has more than 64 KB\n    expected a shorter one",
    ),
}


@pytest.mark.parametrize(("text", "message"), BAD_PLAIN.values(), ids=BAD_PLAIN)
def test_a_bad_plain_header_is_refused(document, refusal, text, message):
    assert refusal(document, text, plain=True) == f"a.md:{message}"


def test_a_long_text_below_a_short_plain_header_is_no_long_header(document):
    assert len(document("Title: A\n\n" + "b" * MAX_HEADER, plain=True).text) == MAX_HEADER


WORDS = st.text(alphabet="abc :#-[{\"'é", min_size=1, max_size=20).map(str.strip)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=5), WORDS, min_size=1))
def test_values_of_a_plain_header_stay_as_typed(tmp_path_factory, values):
    assume(all(values.values()))
    path = tmp_path_factory.mktemp("plain") / "a.md"
    path.write_text("".join(f"{key}: {value}\n" for key, value in values.items()), encoding="utf-8")

    read = read_document(path, "a.md", plain=True)

    assert {entry.key.text: entry.value.text for entry in read.header} == values


def test_a_word_of_a_plain_value_has_its_place(document):
    (entry,) = document("Tags: a, bc", plain=True).header

    assert entry.value.place_of("bc") == Place("a.md", 1, 10)
