import pytest

from plugins.procedures.rules import (
    PROCEDURE_RULES,
    compare_with_is_known,
    figures_have_sources,
    findings_of,
    frequencies_have_a_group,
    not_compared_with_itself,
)
from tests.procedures.samples import FIELDS, facts, repair

PATH = "content/procedures/true-a-wheel.md"


def said(problems):
    return [str(problem).removeprefix(f"{PATH}:") for problem in problems]


def test_a_figure_without_a_source_is_an_error():
    assert said(figures_have_sources(facts(time="1 h"), FIELDS)) == [
        "6:9: facts.time: a figure without a source\n    expected [@key] after the value, or sources: [key]"
    ]


@pytest.mark.parametrize("line", ["{says: It depends.}", "{value: not known, note: Sorry.}"])
def test_no_figure_no_error(line):
    assert not any("figure" in problem for problem in said(figures_have_sources(facts(time=line), FIELDS)))


def test_words_without_a_source_are_a_warning():
    assert said(figures_have_sources(facts(method="By hand."), FIELDS)) == [
        "6:11: warning: facts.method: no source\n    expected [@key] after the value, or sources: [key]"
    ]


def test_what_has_a_source_or_no_value_needs_no_more():
    procedure = facts(time="1 h [@guild]", price="not reported", method="By hand [@guild]")

    assert said(figures_have_sources(procedure, FIELDS)) == []


def test_a_risk_in_numbers_needs_a_source_too():
    lines = (
        "risks:\n  - {effect: A fall, how_often: not known, serious: true}\n"
        "  - {effect: A cut, how_often: 1 in 100, serious: false}"
    )

    (problem,) = said(figures_have_sources(repair(more=lines), FIELDS))

    assert problem.startswith("7:32: risks[2].how_often: a figure without a source")


def test_a_share_of_people_says_compared_with_what():
    procedure = facts(held="\n  - {value: 9 in 100, compared_with: nothing}\n  - {value: 5 in 100}")

    assert said(frequencies_have_a_group(procedure, FIELDS)) == [
        (
            "8:5: facts.held: a share of people without what it was compared with\n"
            "    expected compared_with: sham, usual care, another treatment or nothing"
        )
    ]


@pytest.mark.parametrize(("name", "line"), [("held", "not known"), ("slack", "5%"), ("held", "{says: few}")])
def test_other_values_need_no_group(name, line):
    assert said(frequencies_have_a_group(facts(**{name: line}), FIELDS)) == []


def test_a_procedure_is_not_compared_with_itself():
    procedure = repair(more="compare_with: [new-rim, true-a-wheel]")

    assert said(not_compared_with_itself(procedure, FIELDS)) == [
        '5:25: compare_with: "true-a-wheel" is this procedure itself\n    expected another procedure'
    ]


def test_partners_are_known():
    procedure = repair(more="compare_with: [new-rim, chain]")

    assert said(compare_with_is_known(procedure, ["new-rim"])) == [
        '5:25: compare_with: no procedure "chain"\n    expected the name of a file in procedures/'
    ]


def test_findings_are_named_after_what_they_belong_to():
    lines = "facts:\n  time: 1 h\nrisks:\n  - {effect: A fall, how_often: not known, serious: true}"

    assert [name for name, _ in findings_of(repair(more=lines))] == ["facts.time", "risks[1].how_often"]


def test_every_rule_is_in_the_list():
    rules = (figures_have_sources, frequencies_have_a_group, not_compared_with_itself)

    assert rules == PROCEDURE_RULES
