"""One entry of the glossary."""

import pytest

from plugins.editorial.glossary.term import read_term
from plugins.frontmatter import Place, parse_yaml


def term(source):
    (entry,) = parse_yaml(source, "g.yaml")
    return read_term(entry)


def test_a_term_is_read_with_its_other_names_and_its_sources():
    found = term("facet  joint: {meaning: A joint., also: [zygapophyseal joint], sources: [guide, trial]}")

    assert (found.name.words, found.name.place) == ("facet joint", Place("g.yaml", 1, 1))
    assert [name.words for name in found.also] == ["zygapophyseal joint"]
    assert [citation.key for citation in found.sources] == ["guide", "trial"]
    assert found.anchor == "term-facet-joint"


def test_one_name_and_one_source_need_no_brackets():
    found = term("block: {meaning: A shot., also: injection, sources: guide}")

    assert [name.words for name in found.also] == ["injection"]
    assert [citation.key for citation in found.sources] == ["guide"]


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("{meaning: a shot, sources: guide}", "A shot."),
        ("{meaning: A shot., sources: guide}", "A shot."),
        ("{stands_for: milligram}", "Milligram."),
        ("{stands_for: Institute, meaning: Who writes it?, sources: guide}", "Institute. Who writes it?"),
    ],
)
def test_what_a_term_says_is_in_sentences(keys, says):
    assert term(f"x: {keys}").says == says


LETTERS = "has no letters\n    expected a word or an abbreviation"
EMPTY = "no meaning\n    expected meaning: ..., or stands_for: ... for an abbreviation"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x: {}", f"1:1: {EMPTY}"),
        ("x: {also: y, sources: guide}", f"1:1: {EMPTY}"),
        (
            "x: {stands_for: y, meaning: z}",
            "1:1: a meaning without a source\n    expected sources: [...] with keys of sources.yaml",
        ),
        (
            "x: {meaning: z, sources: []}",
            "1:1: a meaning without a source\n    expected sources: [...] with keys of sources.yaml",
        ),
        ("'2-3': {stands_for: y}", f'1:1: "2-3" {LETTERS}'),
        ("x: {stands_for: y, also: [z, 7]}", f'1:30: also[2]: "7" {LETTERS}'),
        (
            "x: A shot.",
            (
                '1:4: "A shot." where keys with values belong\n'
                "    expected keys: meaning, stands_for, also, sources"
            ),
        ),
        (
            "x: {meaning: 'A shot [@guide].'}",
            (
                '1:22: meaning: "[@guide]" does not belong here\n'
                "    expected citations at the end of a short value, and keys under sources: in a long one"
            ),
        ),
    ],
)
def test_a_term_that_says_nothing_or_has_no_source_is_refused(refusal, source, message):
    assert refusal(term, source) == f"g.yaml:{message}"
