"""Nodes, and what messages call them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter import Entry, Mapping, Place, Scalar, Sequence, parse_yaml
from plugins.frontmatter.nodes import describe, shorten

HERE = Place("a.md", 3, 5)


def test_a_mapping_gives_the_value_of_a_key_or_none():
    value = Scalar(HERE, "1")
    mapping = Mapping(HERE, (Entry(Scalar(HERE, "a"), value),))

    assert mapping.get("a") is value
    assert mapping.get("b") is None


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Sequence(HERE, ()), "a list"),
        (Mapping(HERE, ()), "keys with values"),
        (Scalar(HERE, "a\n b"), '"a b"'),
        (Scalar(HERE, ""), "nothing"),
    ],
)
def test_a_node_is_called_what_an_author_would_call_it(node, words):
    assert describe(node) == words


def test_only_what_is_not_written_at_all_is_empty():
    assert Scalar(HERE, "").empty
    assert not Scalar(HERE, "", plain=False).empty
    assert not Scalar(HERE, "a").empty


@given(st.text(), st.integers(2, 80))
def test_a_shortened_text_is_one_line_of_the_length_asked_for(text, limit):
    short = shorten(text, limit)

    assert len(short) <= limit
    assert len(short.splitlines()) <= 1


def test_a_shortened_text_ends_with_an_ellipsis():
    assert shorten("a" * 61) == "a" * 59 + "…"
    assert shorten("a" * 60) == "a" * 60


PARTS = {
    "plain": ("a: 5 min [@x]", "[@x]", "1:10"),
    "in quotes": ('a: "5 min [@x]"', "[@x]", "1:11"),
    "the last of two": ("a: x x", "x", "1:6"),
    "in a folded text": ("a:\n  5 min\n  more [@x]", "[@x]", "3:8"),
    "in a literal text": ("a: |\n  5 min\n    [@x]\n", "[@x]", "3:5"),
    "broken over two lines": ("a: 5 [@x;\n  @y]", "[@x; @y]", "1:4"),
    "behind an escape": ('a: "\\u00e9 [@x]"', "[@x]", "1:12"),
    "with an escape inside": ('a: "caf\\u00e9"', "café", "1:4"),
}


@pytest.mark.parametrize(("source", "part", "place"), PARTS.values(), ids=PARTS)
def test_a_part_of_a_value_has_its_place_in_the_file(source, part, place):
    value = parse_yaml(source, "a.md").get("a")

    assert part in value.text
    assert str(value.place_of(part)) == f"a.md:{place}"


def test_a_part_of_a_value_in_an_indented_text_has_its_place_in_the_file():
    value = parse_yaml("a:\n  one\n  two", "a.md", line=10, column=5).get("a")

    assert value.place_of("two") == Place("a.md", 12, 7)
