import pytest

from plugins.frontmatter import parse_yaml
from plugins.procedures.facts import FactsReader, read_fact
from plugins.procedures.model import Certainty, Comparator, Missing
from tests.procedures.samples import BY_ID, FIELDS, PATH, facts, refusal


def read(text, name="time"):
    return read_fact(parse_yaml(text, PATH), BY_ID[name])


def refused(text, name="time"):
    return refusal(read, text, name).replace(f"{PATH}:", "")


def test_the_short_form_is_a_value_then_its_sources():
    (finding,) = read("30 to 90 minutes [@guild; @maker] [@club]").findings

    assert BY_ID["time"].type.show(finding.value) == "30 to 90 minutes"
    assert [citation.key for citation in finding.sources] == ["guild", "maker", "club"]
    assert finding.sources[0].place.column == 20


def test_a_list_is_the_short_form_of_several_choices():
    (finding,) = read("[jack, spoke key]", "tools").findings

    assert finding.value == ("spoke key", "jack")
    assert finding.sources == ()


def test_the_long_form_says_all_that_limits_a_value():
    text = """
        value: 48 in 100
        sources: [guild, maker]
        certainty: very low
        population: wheels of steel
        note: Rims bend again.
        conflict: One club counts 30.
        conflict_sources: club
        compared_with: usual care
        versus: 9 in 100
        when: 6 months
    """

    (finding,) = read(text, "held").findings

    show = BY_ID["held"].type.show
    assert (show(finding.value), show(finding.versus)) == ("48 in 100", "9 in 100")
    assert (finding.certainty, finding.compared_with) == (Certainty.VERY_LOW, Comparator.USUAL_CARE)
    assert [citation.key for citation in finding.sources] == ["guild", "maker"]
    assert [citation.key for citation in finding.conflict_sources] == ["club"]
    assert (finding.population, finding.note) == ("wheels of steel", "Rims bend again.")
    assert finding.conflict == "One club counts 30."
    assert BY_ID["time"].type.show(finding.when) == "6 months"


def test_a_sentence_may_stand_for_a_value():
    (finding,) = read("{says: no better than before, sources: [guild]}", "held").findings

    assert (finding.value, finding.says) == (None, "no better than before")


def test_a_reason_for_having_no_value_may_be_cited():
    (finding,) = read("Not reported [@guild]").findings

    assert finding.value is Missing.NOT_REPORTED
    assert [citation.key for citation in finding.sources] == ["guild"]


def test_findings_against_sham_come_first_and_those_without_a_group_last():
    groups = ["", "nothing", "another treatment", "usual care", "sham", "sham"]
    lines = [
        f"- {{says: finding {number}{f', compared_with: {group}' if group else ''}}}"
        for number, group in enumerate(groups)
    ]

    findings = read("\n".join(lines), "held").findings

    assert [finding.says[-1] for finding in findings] == ["4", "5", "3", "2", "1", "0"]


def test_short_forms_may_stand_among_several_findings():
    findings = read("- 30 minutes [@guild]\n- {value: 1 hour, population: tandems, sources: [club]}").findings

    assert [finding.sources[0].key for finding in findings] == ["guild", "club"]


def test_facts_come_in_the_order_of_the_fields_and_empty_ones_not_at_all():
    text = "price: 20 USD\ntime:\nmethod: By hand."

    assert list(FactsReader(FIELDS)(parse_yaml(text, PATH))) == ["method", "price"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{certainty: low}", '1:1: neither a value nor a sentence\n    expected "value" or "says"'),
        (
            "{value: 1 hour, says: quick}",
            '1:1: both "value" and "says"\n    expected one of them; the rest as note',
        ),
        (
            "{value: 1 hour, conflict: No.}",
            "1:1: a conflict without its sources\n    expected conflict_sources",
        ),
        (
            "{value: 1 hour, conflict_sources: [guild]}",
            "1:1: conflict_sources without a conflict\n    expected conflict: ...",
        ),
        (
            "{value: 1 hour, versus: 2 hours}",
            '1:1: "versus" without a group\n    expected compared_with: ...',
        ),
        (
            "{value: 1 hour, versus: 2 hours, compared_with: nothing}",
            '1:1: "versus" without a group\n    expected compared_with: ...',
        ),
        (
            "{value: 1 hour, certainty: vry low}",
            (
                '1:28: certainty: "vry low" is not a choice\n'
                "    expected one of: high, moderate, low, very low; "
                'did you mean "very low"?'
            ),
        ),
        (
            "{value: 1 hour, compared_with: placebo}",
            (
                '1:32: compared_with: "placebo" is not a choice\n'
                "    expected one of: sham, usual care, another treatment, nothing"
            ),
        ),
        (
            "{value: 1 hour, when: later}",
            (
                '1:23: when: "later" is not a quantity\n'
                '    expected a duration such as "6 to 12 months" (min, h, days, weeks, months, years)'
            ),
        ),
        (
            "not reprted",
            (
                '1:1: "not reprted" is not a quantity\n'
                '    expected a duration such as "6 to 12 months" (min, h, days, weeks, months, years); '
                'did you mean "not reported"?'
            ),
        ),
        (
            "- {value: 1 hour}\n- {value: 2 hors}",
            (
                '2:11: [2].value: unknown unit "hors"\n'
                '    expected a duration such as "6 to 12 months" (min, h, days, weeks, months, years); '
                'did you mean "hours"?'
            ),
        ),
        (
            "{value: 1 hour, source: [guild]}",
            (
                '1:17: unknown key "source"\n    expected keys: value, says, sources, certainty, population, '
                "note, conflict, conflict_sources, compared_with, versus, when, changed; "
                'did you mean "sources"?'
            ),
        ),
        (
            "1 hour [guild]",
            (
                '1:1: unknown unit "hour [guild]"\n'
                '    expected a duration such as "6 to 12 months" (min, h, days, weeks, months, years)'
            ),
        ),
        (
            "1 hour [@guild, @club]",
            (
                '1:8: "[@guild, @club]" is not a citation\n'
                '    expected a citation like "[@key]" or "[@one; @other]"'
            ),
        ),
    ],
)
def test_a_wrong_fact_is_refused_where_it_stands(text, message):
    assert refused(text) == message


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("time", "{value: '1 hour [@guild]'}", "1:17: value: "),
        ("method", "{value: 'By hand [@guild].'}", "1:18: value: "),
        ("parts", "- rim\n- spokes [@guild]", "2:10: "),
        ("tools", "- jack [@guild]", "1:8: "),
        ("place", "{value: 'road [@guild]'}", "1:15: value: "),
    ],
)
def test_a_citation_inside_a_value_is_never_printed_as_text(name, text, place):
    assert refused(text, name) == (
        f'{place}"[@guild]" does not belong here\n'
        "    expected citations at the end of a short value, and keys under sources: in a long one"
    )


def test_an_empty_item_of_a_list_is_refused():
    assert refused('[jack, ""]', "tools") == "1:8: [2]: nothing where a text belongs\n    expected a text"


def test_all_that_is_wrong_with_the_facts_is_said_at_once():
    said = refusal(lambda: facts(time="1 our", wieght="3"))

    assert f'{PATH}:6:9: facts.time: unknown unit "our"' in said
    assert f'{PATH}:7:3: facts: unknown key "wieght"' in said
