"""Marks stand in for citations and details, and give them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.marks import BLOCK, CITE, DETAIL, fill, mark, numbers, set_marks

FORM = 'expected a citation like "[@key]" or "[@one; @other]"'
PIECES = st.lists(
    st.sampled_from(
        [
            *"[]@;{}`~ \n#\\",
            "[@one]",
            "[@one; @two]",
            "{{ clinic.phone }}",
            "{{ clinic",
            "```\n",
            "~~~",
            "``",
            "word",
            "@loose",
        ]
    ),
    max_size=25,
).map("".join)


def marked(text):
    return set_marks(text, "a.md", 10)


@given(PIECES)
def test_marks_filled_with_the_original_text_give_the_source_back(source):
    found = marked(source)
    offsets = [0]
    for line in source.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)

    def cited(number):
        place = found.citations[number][0].place
        start = offsets[place.line - 10] + place.column - 1 - len("[@")
        return source[start : source.index("]", start) + 1]

    def detail(number):
        place = found.details[number].place
        start = offsets[place.line - 10] + place.column - 1
        return source[start : source.index("}}", start) + 2]

    assert fill(fill(found.text, CITE, cited), DETAIL, detail) == source


@given(PIECES)
def test_marks_are_numbered_in_the_order_of_the_text(source):
    found = marked(source)

    assert numbers(found.text, CITE) == list(range(len(found.citations)))
    assert numbers(found.text, DETAIL) == list(range(len(found.details)))


@pytest.mark.parametrize("kind", [CITE, DETAIL])
def test_only_marks_of_the_kind_are_filled(kind):
    text = f"a {mark(CITE, 0)} b {mark(DETAIL, 0)} c {mark(kind, 12)}"

    filled = fill(text, kind, lambda number: f"<{number}>")

    assert filled == text.replace(mark(kind, 0), "<0>").replace(mark(kind, 12), "<12>")


def test_a_block_is_filled_with_its_paragraph():
    html = f"<p>a</p>\n<p>{mark(BLOCK, 3)}</p>\n<p>b {mark(BLOCK, 4)}</p>"

    assert numbers(html, BLOCK) == [3]
    assert fill(html, BLOCK, lambda number: f"[{number}]") == f"<p>a</p>\n[3]\n<p>b {mark(BLOCK, 4)}</p>"


CODE = [
    "`[@one]`",
    "`` a ` [@one] ``",
    "a `b\n[@one]` c",
    "```\n[@one]\n```",
    "~~~ yaml\n[@one] {{ clinic.phone }}\n~~~",
    "```\n[@one]\n````\n[@two]\n```",
]


@pytest.mark.parametrize("source", CODE)
def test_what_stands_in_code_means_nothing(source):
    found = marked(source)

    assert (found.text, found.citations, found.details, found.problems) == (source, (), (), ())


NO_CODE = ["a ` b\n\n[@one] ` c", "\\` [@one] \\`", "```\nx\n```\n[@one]", "``` x ```\n[@one]", "`` [@one] `"]


@pytest.mark.parametrize("source", NO_CODE)
def test_a_sign_of_code_without_its_partner_hides_nothing(source):
    found = marked(source)

    assert [citation.key for (citation,) in found.citations] == ["one"]
    assert found.text == source.replace("[@one]", mark(CITE, 0))


def test_sources_keep_their_order_and_places():
    ((one, other), (third,)) = marked("a [@one; @two.x-y_z]\nb[@three]").citations

    assert [(c.key, str(c.place)) for c in (one, other, third)] == [
        ("one", "a.md:10:5"),
        ("two.x-y_z", "a.md:10:11"),
        ("three", "a.md:11:4"),
    ]


BAD = {
    "no key": ("a [@]", f'10:3: "[@]" is not a citation\n    {FORM}'),
    "not closed": ("a [@one\nb", f'10:3: "[@one" is not a citation\n    {FORM}'),
    "a comma": ("[@one, two]", f'10:1: "[@one, two]" is not a citation\n    {FORM}'),
    "spaces": ("[ @one ]", f'10:1: "[ @one ]" is not a citation\n    {FORM}'),
    "twice": ("[@one; @one]", '10:1: "one" is cited twice in one place\n    expected it once'),
    "no detail": (
        "\na {{ x y }}",
        '11:3: "{{ x y }}" names no detail\n    expected a key of site.yaml, like {{ clinic.phone }}',
    ),
    "an open detail": (
        "{{ clinic.phone",
        '10:1: "{{ clinic.phone" names no detail\n    expected a key of site.yaml, like {{ clinic.phone }}',
    ),
    "open code": (
        "a\n\n```python\n[@one\n",
        (
            "12:1: code that is not closed\n    expected the same signs alone in a line after it\n"
            f'a.md:13:1: "[@one" is not a citation\n    {FORM}'
        ),
    ),
}


@pytest.mark.parametrize(("source", "message"), BAD.values(), ids=BAD)
def test_a_wrong_form_is_a_problem_and_stays_in_the_text(source, message):
    found = marked(source)

    assert "\n".join(map(str, found.problems)) == f"a.md:{message}"
    assert found.text == source


def test_a_key_outside_brackets_is_remembered():
    found = marked("see @one, or (@two.) but not a@b.test, /@x or `@y`")

    assert [(c.key, str(c.place)) for c in found.loose] == [("one", "a.md:10:5"), ("two.", "a.md:10:15")]


def test_details_are_named():
    found = marked("{{clinic.phone}} or {{ emergency }}")

    assert [(use.name, str(use.place)) for use in found.details] == [
        ("clinic.phone", "a.md:10:1"),
        ("emergency", "a.md:10:21"),
    ]
