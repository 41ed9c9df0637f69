"""Citations at the end of facts and under sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.citations import (
    Citation,
    citations_in,
    distinct,
    parse_citation,
    source_key,
    split_citations,
    uncited_text,
    unknown_source,
)
from plugins.frontmatter import Place, Scalar, parse_yaml

KEYS = st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=3, unique=True)
VALUES = st.text("ab 1%,.-", max_size=20).map(lambda value: " ".join(value.split()))


@given(VALUES, st.lists(KEYS, max_size=3))
def test_a_value_is_told_from_the_citations_behind_it(value, groups):
    text = " ".join([value, *("[@" + "; @".join(keys) + "]" for keys in groups)]).strip()

    rest, citations = split_citations(Scalar(Place("a.md", 1, 1), text, source=text))

    assert rest.text == value
    assert [citation.key for citation in citations] == [key for keys in groups for key in keys]
    for citation in citations:
        assert text.startswith(f"@{citation.key}", citation.place.column - 2)


PLACED = {
    "plain": ("5 min [@one]", "1:12"),
    "in quotes": ('"5 min [@one]"', "1:13"),
    "in a folded text": ("\n  5 min\n  [@one]", "3:5"),
    "a key that begins another": ("5 [@one] [@onetwo]", "1:8"),
}


@pytest.mark.parametrize(("source", "place"), PLACED.values(), ids=PLACED)
def test_a_citation_has_its_place_in_the_file(source, place):
    _, citations = split_citations(parse_yaml(f"a: {source}", "a.md").get("a"))

    assert str(citations[0].place) == f"a.md:{place}"


STRAY = (
    "does not belong here\n"
    "    expected citations at the end of a short value, and keys under sources: in a long one"
)
FORM = 'is not a citation\n    expected a citation like "[@key]" or "[@one; @other]"'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("5 [@one] min", f'1:3: "[@one]" {STRAY}'),
        ("5 [@one] min [@two]", f'1:3: "[@one]" {STRAY}'),
        ("5 min [@one", f'1:7: "[@one" {STRAY}'),
        ("5 min [@one, two]", f'1:7: "[@one, two]" {FORM}'),
        ("5 min [@a; @a]", '1:7: "a" is cited twice in one place\n    expected it once'),
        ("[a]", "1:1: a list where a value belongs\n    expected a value, then [@key]"),
    ],
)
def test_a_citation_in_another_place_or_form_is_refused(refusal, source, message):
    assert refusal(split_citations, parse_yaml(source, "a.md")) == f"a.md:{message}"


def test_a_very_long_value_is_split_at_once():
    value = "[@a] " * 20_000 + "x" + " " * 50_000 + "y"

    rest, citations = split_citations(Scalar(Place("a.md"), f"{value.replace('[', '(')} [@one]"))

    assert [citation.key for citation in citations] == ["one"]
    assert rest.text == value.replace("[", "(")


def test_brackets_without_a_key_are_part_of_the_value():
    rest, citations = split_citations(parse_yaml("5 [min]", "a.md"))

    assert (rest.text, citations) == ("5 [min]", ())


def test_a_text_that_has_its_sources_beside_it_cites_nothing(refusal):
    assert uncited_text(parse_yaml("a [b]", "a.md")) == "a [b]"
    assert refusal(uncited_text, parse_yaml("a [@b]", "a.md")) == f'a.md:1:3: "[@b]" {STRAY}'


def test_a_source_is_named_by_its_key_alone(refusal):
    assert source_key(parse_yaml("nice-ng59", "a.md")) == Citation("nice-ng59", Place("a.md", 1, 1))
    assert refusal(source_key, parse_yaml("'[@one]'", "a.md")) == (
        'a.md:1:1: "[@one]" is not the key of a source\n    expected a key of sources.yaml'
    )


def test_two_citations_of_a_source_are_equal_wherever_they_stand():
    assert Citation("a", Place("a.md", 1, 1)) == Citation("a", Place("a.md", 9, 1))


@given(st.lists(st.sampled_from("abc")))
def test_distinct_keys_keep_the_order_of_first_use(keys):
    found = distinct([Citation(key, Place("a.md")) for key in keys])

    assert sorted(found) == sorted(set(keys))
    assert [keys.index(key) for key in found] == sorted(keys.index(key) for key in found)


def test_an_unknown_source_is_told_with_the_nearest():
    problem = unknown_source(Citation("trail", Place("a.md", 1, 2)), {"trial": 1}, "sources.yaml")

    assert str(problem) == (
        'a.md:1:2: source "trail" is not in sources.yaml\n'
        '    expected a key of that file; did you mean "trial"?'
    )


@given(KEYS)
def test_a_citation_names_its_keys_in_order(keys):
    found = parse_citation("[@" + "; @".join(keys) + "]", Place("a.md", 1, 1))

    assert [citation.key for citation in found] == keys


def test_citations_are_found_in_a_header_that_nobody_can_read():
    header = parse_yaml(
        "facts:\n  tiem: 3 h [@trial; @guide]\n  place: {sources: [trial, other one], source: wiki}\n"
        "note: (@trial)\nlist: ['a [@other]', 'b [@bad']\n",
        "x.md",
    )

    found = [(citation.key, citation.place.line) for citation in citations_in(header)]

    assert found == [("trial", 2), ("guide", 2), ("trial", 3), ("wiki", 3), ("other", 5)]
