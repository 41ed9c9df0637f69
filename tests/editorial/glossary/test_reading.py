"""The file of all terms."""

import pytest

from plugins.editorial.glossary import (
    abbreviations,
    cited,
    explained,
    finder,
    has_page,
    read_glossary,
    with_known_sources,
)


def test_without_a_file_there_is_no_glossary_and_nothing_is_wrong(tmp_path):
    found = read_glossary(tmp_path / "glossary.yaml", "glossary.yaml")

    assert (found.records, found.problems, has_page(found)) == ({}, (), False)
    assert explained("<p>A joint.</p>", finder(found)) == "<p>A joint.</p>"


def test_a_link_that_leads_nowhere_is_no_missing_file(tmp_path):
    (tmp_path / "glossary.yaml").symlink_to("elsewhere.yaml")

    assert read_glossary(tmp_path / "glossary.yaml", "glossary.yaml").problems


def test_all_terms_are_read(glossary):
    assert list(glossary.records) == ["facet joint", "joint", "Bertolotti's sign", "NICE", "mg", "R&D"]
    assert glossary.problems == ()
    assert has_page(glossary)
    assert [citation.key for citation in cited(glossary)] == ["guide", "guide", "trial", "trial", "trial"]


TWICE = "is defined twice (first at glossary.yaml:1:1)\n    expected it once"


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("heat: {stands_for: b}", f'2:1: "heat" {TWICE}'),
        ("HEAT: {stands_for: b}", f'2:1: "HEAT" {TWICE}'),
        ("fire: {stands_for: b, also: [flame, heat]}", f'2:37: "heat" {TWICE}'),
        (
            "fire: {stands_for: b, also: fire}",
            '2:29: "fire" is defined twice (first at glossary.yaml:2:1)\n    expected it once',
        ),
        (
            "Heat!: {stands_for: b}",
            (
                '2:1: "Heat!" has the same address as "Heat" (glossary.yaml:1:1)\n'
                '    expected "Heat", or another name'
            ),
        ),
    ],
)
def test_of_two_terms_that_cannot_be_told_apart_the_first_stays(read, second, message):
    found = read(f"Heat: {{stands_for: a}}\n{second}\nlast: {{stands_for: c}}\n")

    assert [str(problem) for problem in found.problems] == [f"glossary.yaml:{message}"]
    assert list(found.records) == ["Heat", "last"]
    assert len(found.broken) == 1


def test_a_bad_term_does_not_hide_the_others(read):
    found = read("one: {}\ntwo: {stands_for: b}\n")

    assert list(found.records) == ["two"]
    assert list(found.broken) == ["one"]


def test_terms_without_known_sources_are_left_out(glossary):
    assert list(with_known_sources(glossary, {"guide"}).records) == ["facet joint", "mg", "R&D"]


def test_abbreviations_stand_for_words_or_are_all_capitals(read, glossary):
    assert abbreviations(glossary) == {"NICE", "mg", "R&D"}
    assert abbreviations(read("heat ablation: {meaning: a, also: [RFA, Rf], sources: b}")) == {"RFA"}
