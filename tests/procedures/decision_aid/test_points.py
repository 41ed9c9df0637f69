"""Each point, met and not: a comparison lacks one thing alone, and the words say which."""

import dataclasses

import pytest

from plugins.procedures.decision_aid import verdicts
from plugins.procedures.decision_aid.points import POINTS
from tests.procedures.decision_aid.samples import RISKS, beside, subject, whole
from tests.procedures.samples import typed

OIL = whole("oil", "traditional")
HELD = "  held: {value: 9 in 100, compared_with: sham, when: 1 year, population: tandems, sources: [guild]}\n"


def lacking(judged):
    return {verdict.point.id: verdict.missing for verdict in verdicts(judged) if verdict.missing}


def counted_in(text):
    """Give the full comparison with one figure of one row counted in the number of people of `text`."""
    whole_one = subject()
    table = whole_one.comparison
    (row,) = [row for row in table.rows if row.id == "held"]
    first = row.cells[0].statements[0]
    finding = dataclasses.replace(first.finding, value=typed(text, row.type))
    cell = dataclasses.replace(row.cells[0], statements=(dataclasses.replace(first, finding=finding),))
    changed = dataclasses.replace(row, cells=(cell, *row.cells[1:]))
    rows = tuple(changed if one is row else one for one in table.rows)
    return dataclasses.replace(whole_one, comparison=dataclasses.replace(table, rows=rows))


UNMET = {
    "options": (subject(OIL), "Only one option is described"),
    "no-procedure": (
        subject(whole(), whole("new-tyre"), elsewhere=(OIL,)),
        "No care without a procedure stands beside; this site describes Oil",
    ),
    "no-procedure, and none is known": (
        subject(whole(), whole("new-tyre"), elsewhere=(whole("new-chain"),)),
        "This site describes no care without a procedure",
    ),
    "experience": (beside(but={"  method: By hand [@guild]\n": ""}), "No data for New rim"),
    "experience, said to be unknown": (beside(but={"By hand [@guild]": "not known"}), "No data for New rim"),
    "without": (beside(but={"  left_alone: It rusts [@guild]\n": ""}), "No data for New rim"),
    "uncertainty": (beside(but={"  counted: Few rims were counted [@guild]\n": ""}), "No data for New rim"),
    "rates, no group of a fact": (
        beside(but={"when: 1 year, population: tandems": "when: 1 year"}),
        "1 of 4 figures without the group of people",
    ),
    "rates, no time of a risk": (beside(but={"    within: 1 week\n": ""}), "1 of 4 figures without a time"),
    "rates, neither": (
        beside(but={"when: 1 year, population: tandems, ": ""}),
        "1 of 4 figures without the group of people; 1 of 4 figures without a time",
    ),
    "denominator": (counted_in("9 in 1,000"), "Not in the row Held"),
    "sources": (beside(but={"By hand [@guild]": "By hand"}), "1 statement without a source"),
    "sources, of two": (
        beside(but={"By hand [@guild]": "By hand", "It rusts [@guild]": "It rusts"}),
        "2 statements without a source",
    ),
    "date": (beside(but={"modified: 2026-01-02\n": ""}), "No date for New rim"),
    "updates": (subject(policies=("funding",)), 'site.yaml has no "policies: updates"'),
    "funding": (subject(policies=("updates",)), 'site.yaml has no "policies: funding"'),
}


@pytest.mark.parametrize("name", [point.id for point in POINTS])
def test_a_comparison_that_leaves_nothing_out_meets_each_point(name):
    assert [verdict.missing for verdict in verdicts(subject()) if verdict.point.id == name] == [""]


@pytest.mark.parametrize("name", UNMET)
def test_what_is_lacking_is_said(name):
    judged, words = UNMET[name]

    assert lacking(judged) == {name.split(", ")[0]: words}


def test_benefits_without_harms_are_not_side_by_side():
    assert lacking(beside(but={RISKS: ""})) == {
        "harms": "No data for New rim",
        "equal-detail": "Only benefits or only harms for New rim",
    }


def test_harms_without_benefits_are_not_side_by_side():
    assert lacking(beside(but={HELD: ""})) == {
        "benefits": "No data for New rim",
        "equal-detail": "Only benefits or only harms for New rim",
    }


def test_neither_benefits_nor_harms_are_side_by_side_and_both_lacking():
    assert lacking(beside(but={HELD: "", RISKS: ""})) == {
        "benefits": "No data for New rim",
        "harms": "No data for New rim",
    }


def test_all_that_lack_it_are_named():
    undated = {"modified: 2026-01-02\n": ""}
    options = whole(but=undated), whole("oil", "traditional", but=undated)

    assert lacking(subject(*options)) == {"date": "No date for New rim, Oil"}


def test_a_fact_that_the_table_leaves_out_is_told_from_one_that_is_not_kept():
    shown = ("method", "held", "counted")
    fields = tuple(one for one in subject().fields if one.decision_aid != "uncertainty")

    assert lacking(subject(wanted=shown)) == {"without": "Left out of this table"}
    assert "uncertainty" not in lacking(subject(wanted=shown))
    assert lacking(subject(*plain(fields), fields=fields)) == {"uncertainty": "No fact is kept on this"}


def plain(fields):
    """Give the two options without the facts that `fields` do not have."""
    kept = {one.id for one in fields}
    return [
        dataclasses.replace(option, facts={name: fact for name, fact in option.facts.items() if name in kept})
        for option in (whole(), OIL)
    ]


@pytest.mark.parametrize("word", ["not known", "not reported", "not applicable"])
def test_a_reason_for_having_no_figure_needs_neither_group_time_nor_source(word):
    judged = beside(but={"{value: 2 in 100, population: tandems, sources: [guild]}": word})

    assert lacking(judged) == {}
