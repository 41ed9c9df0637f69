"""Three keys are written into a header, and no other byte of the file moves."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.review.header_lines import with_values, without_values
from plugins.frontmatter import read_document

VALUES = {"reviewed_by": "ann", "reviewed_on": "2026-02-26", "fingerprint": "1-ab"}
KEYS = tuple(VALUES)
NAME = Path("a.md")
ADDED = (b"Reviewed_by: ann", b"Reviewed_on: 2026-02-26", b"Fingerprint: 1-ab")

# Lines of headers as people lay them out: comments, lists, long texts, quotes, blank lines, empty values.
OTHERS = st.lists(
    st.sampled_from(
        [
            "# a comment",
            "",
            "tags: [a, b]  # two",
            "list:\n  - one\n  - two",
            "text: >\n  long\n  text",
            'quoted: "a # b"',
            "deep: {a: 1,\n  b: 2}",
            "blank:",
        ]
    ),
    unique=True,
    max_size=5,
)
OLD = st.fixed_dictionaries(
    {},
    optional={
        key: st.sampled_from(["", " old", "   'old'", ' "old"', " old   # why", "  # to be filled in"])
        for key in KEYS
    },
)
BODY = st.sampled_from(["", "Text", "Text\n\nMore --- text\n", "\n---\nreviewed_by: nobody\n"])


@st.composite
def files(draw):
    """Return the text of a file with line feeds, and whether each of our keys is in its header."""
    lines = [*draw(OTHERS), *(f"{key}:{old}" for key, old in draw(OLD).items()), "title: Warm – “hands”"]
    header = "\n".join(draw(st.permutations(lines)))
    indent = draw(st.sampled_from(["", "  "]))
    if indent:
        header = re.sub("^(?=.)", indent, header, flags=re.MULTILINE)
    return f"---\n{header}\n---\n{draw(BODY)}"


def encoded(text, end, bom):
    return (b"\xef\xbb\xbf" if bom else b"") + text.replace("\n", end).encode()


def others(data):
    """Return the lines of a file that are not about our keys."""
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data)
    head = [line for line in lines if not re.match(rb"(?:\xef\xbb\xbf)?\s*(?i:reviewed_|fingerprint)", line)]
    return b"".join(head)


def told(data, tmp):
    path = tmp / NAME
    path.write_bytes(data)
    document = read_document(path, "a.md", plain=not data.lstrip(b"\xef\xbb\xbf").startswith(b"---"))
    return {e.key.text: getattr(e.value, "text", e.value) for e in document.header}, document.text


@given(files(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_three_values_are_written_and_nothing_else_changes(tmp_path_factory, text, end, bom):
    folder = tmp_path_factory.mktemp("page")
    data = encoded(text, end, bom)

    signed = with_values(data, NAME, "a.md", VALUES)

    before, after = told(data, folder), told(signed, folder)
    assert {key: after[0][key] for key in KEYS} == VALUES
    assert after[1] == before[1]
    body = text.split("\n---\n", 1)[1].replace("\n", end).encode()
    assert signed.endswith(body)
    cut = len(body)
    assert others(signed[: len(signed) - cut]) == others(data[: len(data) - cut])
    assert with_values(signed, NAME, "a.md", VALUES) == signed


@given(files(), st.sampled_from(["\n", "\r\n"]))
def test_values_are_taken_away_again(tmp_path_factory, text, end):
    folder = tmp_path_factory.mktemp("page")
    data = encoded(text, end, bom=False)

    unsigned = without_values(with_values(data, NAME, "a.md", VALUES), NAME, "a.md", KEYS)

    assert not any(told(unsigned, folder)[0].get(key) for key in KEYS)
    if not re.search("reviewed_|fingerprint", text.split("\n---\n", 1)[0]):
        assert unsigned == data


def test_a_comment_behind_a_value_stays_where_it_is():
    data = b"---\ntitle: A\nreviewed_by:      # who signed\nreviewed_on: 2020-01-01  # when\n---\n"

    signed = with_values(data, NAME, "a.md", VALUES)

    assert signed == (
        b"---\ntitle: A\nreviewed_by: ann      # who signed\nreviewed_on: 2026-02-26  # when\n"
        b"fingerprint: 1-ab\n---\n"
    )
    assert without_values(signed, NAME, "a.md", KEYS) == (
        b"---\ntitle: A\nreviewed_by:      # who signed\nreviewed_on:  # when\n---\n"
    )


@pytest.mark.parametrize(
    ("data", "signed"),
    [
        (b"Title: A\nTags: x\n\nText", b"Title: A\nTags: x\n%s\n\nText" % b"\n".join(ADDED)),
        (b"Title: A", b"Title: A\n" + b"\n".join(ADDED)),
        (
            b"\xef\xbb\xbfReviewed_by: bea\r\nTitle: A\r\n\r\nText",
            b"\xef\xbb\xbfReviewed_by: ann\r\nTitle: A\r\n%s\r\n\r\nText" % b"\r\n".join(ADDED[1:]),
        ),
        (
            b"reviewed by:\nTitle: A\n\n",
            b"reviewed by: ann\nTitle: A\n%s\n\n" % b"\n".join(ADDED[1:]),
        ),
    ],
    ids=["added", "no last line end", "byte order mark and CRLF", "a key with a space"],
)
def test_pelicans_own_header_is_written_too(data, signed):
    assert with_values(data, NAME, "a.md", VALUES) == signed


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"---\n{title: A}\n---\n", "a.md:2:1: the front matter stands in braces\n"),
        (
            b"---\ntitle: A\nreviewed_by: >\n  b\n---\n",
            'a.md:3:1: "reviewed_by" is not one value in one line\n',
        ),
        (b"---\ntitle: A\nreviewed_on: [a]\n---\n", 'a.md:3:1: "reviewed_on" is not one value in one line\n'),
        (b"Title: A\nReviewed_by: an\n  n\n\n", 'a.md:2:1: "reviewed_by" is not one value in one line\n'),
        (b'---\ntitle: A\nreviewed_by: "a\n---\n', "a.md:3:14: a quotation mark that is not closed\n"),
    ],
)
def test_what_cannot_be_written_safely_is_refused(data, said, refusal):
    assert refusal(with_values, data, NAME, "a.md", VALUES).startswith(said)
