import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.procedures import compare
from plugins.procedures.comparison import evidence_rows, field_row
from plugins.procedures.model import Missing
from tests.procedures.samples import BY_ID, FIELDS, facts, field, repair

RISKS = """\
risks:
  - {effect: A broken spoke, how_often: "2 in 100 [@guild]", within: 1 week, serious: false}
  - {effect: A fall, how_often: not reported, serious: true}
guidelines:
  - {body: The Guild, year: 2016, kind: guideline, says: for, strength: strong,
     about: metal, summary: Slowly., note: Dry., source: guild}
"""


def ids(table):
    return [row.id for row in table.rows]


def differs(one, other, name="time"):
    row = field_row(BY_ID[name], (facts("a", **{name: one}), facts("b", **{name: other})))
    return row.differs


def test_a_row_for_each_fact_that_any_has_in_the_order_of_the_fields():
    table = compare("Rims", [facts("a", price="20 USD"), facts("b", time="1 hour")], FIELDS)

    assert (table.caption, [p.slug for p in table.procedures]) == ("Rims", ["a", "b"])
    assert ids(table) == ["time", "price"]


def test_the_fields_that_were_asked_for_and_no_others_even_where_nobody_knows():
    table = compare("Rims", [facts("a", price="20 USD"), facts("b")], FIELDS, ("slack", "time"))

    assert ids(table) == ["time", "slack"]
    assert [cell.missing for row in table.rows for cell in row.cells] == [Missing.NO_DATA] * 4


def test_harms_and_guidelines_stand_beside_whatever_was_asked_for():
    table = compare("Rims", [repair("a", RISKS), repair("b")], FIELDS, ("time",))

    assert ids(table) == ["time", "risks", "serious-risks", "guidelines"]


def test_evidence_that_nobody_has_makes_no_row():
    serious_only = RISKS.splitlines()
    more = "\n".join([serious_only[0], serious_only[2]])

    assert [row.id for row in evidence_rows((repair("a", more), repair("b")))] == ["serious-risks"]


def test_a_risk_says_what_how_often_and_within_what_time():
    (risks, _, _) = evidence_rows((repair("a", RISKS),))

    (statement,) = risks.cells[0].statements
    assert (statement.subject, statement.after) == ("A broken spoke", "within 1 week")
    assert risks.type.show(statement.finding.value) == "2 in 100"


def test_a_guideline_always_says_about_whom():
    (*_, guidelines) = evidence_rows((repair("a", RISKS),))

    (statement,) = guidelines.cells[0].statements
    finding = statement.finding
    assert (statement.subject, finding.says) == ("The Guild 2016", "for")
    assert (finding.population, finding.note) == ("metal", "Guideline. Slowly. Dry.")
    assert statement.after == "strong"
    assert [citation.key for citation in finding.sources] == ["guild"]


def test_a_risk_of_which_no_number_is_reported_is_not_a_missing_cell():
    (_, serious, _) = evidence_rows((repair("a", RISKS),))

    assert serious.cells[0].missing is None


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["time", "price", "place"]), st.just("not known")),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.sampled_from([field.id for field in FIELDS]), unique=True),
)
def test_every_cell_says_something_and_every_row_has_a_cell_for_each_procedure(given_facts, wanted):
    procedures = [
        facts(f"repair-{number}", **lines) if lines else repair(f"repair-{number}", RISKS)
        for number, lines in enumerate(given_facts)
    ]

    table = compare("All", procedures, FIELDS, wanted)

    assert all(len(row.cells) == len(procedures) for row in table.rows)
    assert all(cell.statements for row in table.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("time", "60 minutes [@guild]", "1 hour [@club]"),
        ("time", "not known", "Not known"),
        ("time", "{value: 1 h, note: Dry., certainty: low}", "1 h"),
        ("held", "2 in 100", "20 in 1,000"),
        ("parts", "[rim, spokes]", "spokes; rim"),
        ("tools", "[jack, glue]", "[glue, jack]"),
        ("held", "{says: no better}", "{says: no better}"),
        (
            "held",
            "{value: 2 in 100, compared_with: sham, versus: 1 in 100, when: 1 year}",
            "{value: 2 in 100, compared_with: sham, versus: 10 in 1000, when: 12 months}",
        ),
    ],
)
def test_the_same_said_in_other_words_is_no_difference(name, one, other):
    assert not differs(one, other, name)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("time", "60 minutes", "90 minutes"),
        ("time", "not known", "not reported"),
        ("time", "not known", "1 hour"),
        ("time", "{says: quick}", "1 hour"),
        ("time", "{says: quick}", "{says: slow}"),
        ("time", "1 hour", "\n  - {value: 1 hour}\n  - {value: 2 hours}"),
        ("time", "{value: 1 hour, population: tandems}", "1 hour"),
        ("held", "{value: 2 in 100, compared_with: sham}", "{value: 2 in 100, compared_with: nothing}"),
        (
            "held",
            "{value: 9 in 100, compared_with: sham, versus: 1 in 100}",
            "{value: 9 in 100, compared_with: sham, versus: 8 in 100}",
        ),
        ("held", "{value: 9 in 100, when: 1 week}", "{value: 9 in 100, when: 1 year}"),
        ("held", "{value: 9 in 100, when: 1 week}", "{value: 9 in 100}"),
    ],
)
def test_another_statement_is_a_difference(name, one, other):
    assert differs(one, other, name)


def test_no_data_differs_from_what_is_said_to_be_unknown():
    row = field_row(BY_ID["time"], (facts("a", time="not known"), facts("b", price="1 USD")))

    assert row.differs
    assert [cell.missing for cell in row.cells] == [Missing.NOT_KNOWN, Missing.NO_DATA]


def test_the_same_advice_about_other_patients_is_a_difference():
    other = RISKS.replace("metal", "all rims")

    (*_, guidelines) = evidence_rows((repair("a", RISKS), repair("b", other)))

    assert guidelines.differs


def test_a_row_of_one_procedure_or_none_has_no_difference():
    assert not field_row(BY_ID["time"], (facts("a", time="1 h"),)).differs
    assert not field_row(BY_ID["time"], ()).differs


def test_rows_of_a_group_stand_together_where_the_first_of_them_stands():
    fields = (
        field("a", "text", group="First"),
        field("b", "text", group="Second"),
        field("c", "text", group="First"),
        field("d", "text", group="Risks"),
    )
    procedure = repair("x", RISKS, fields=fields)

    table = compare("All", [procedure], fields, "abcd")

    assert ids(table) == ["a", "c", "b", "d", "risks", "serious-risks", "guidelines"]
    assert [(name, [row.id for row in rows]) for name, rows in table.groups] == [
        ("First", ["a", "c"]),
        ("Second", ["b"]),
        ("Risks", ["d", "risks", "serious-risks"]),
        ("Guidelines", ["guidelines"]),
    ]


def test_a_comparison_is_data_without_html():
    table = compare("Rims & tyres", [repair("a", RISKS), facts("b", method="Salt & oil")], FIELDS)

    whole = json.dumps(dataclasses.asdict(table), default=str)

    assert "Rims & tyres" in whole
    assert "Salt & oil" in whole
    assert "<" not in whole


def risks_of(*often):
    lines = [
        f'  - {{effect: Fall {n}, how_often: "{one} [@guild]", serious: true}}' for n, one in enumerate(often)
    ]
    return repair("a", "\n".join(["risks:", *lines]))


def test_all_figures_of_a_row_count_in_the_same_number_of_people():
    procedures = (risks_of("15 in 100", "not reported"), risks_of("4 in 1,000", "2 in 10,000"))

    (row,) = evidence_rows(procedures)

    first = [cell.statements[0] for cell in row.cells]
    assert [row.type.show(statement.finding.value) for statement in first] == ["150 in 1,000", "4 in 1,000"]
    assert [statement.typed for statement in first] == ["", ""]
    assert row.cells[0].statements[1].finding.value is Missing.NOT_REPORTED
    small = row.cells[1].statements[1]
    assert (row.type.show(small.finding.value), small.typed) == ("less than 1 in 1,000", "2 in 10,000")


def test_what_another_group_had_counts_in_the_same_number_of_people():
    held = "{value: 15 in 100, compared_with: sham, versus: '4 in 1,000', sources: [guild]}"

    row = field_row(BY_ID["held"], (facts("a", held=held),))

    finding = row.cells[0].statements[0].finding
    assert [row.type.show(value) for value in (finding.value, finding.versus)] == [
        "150 in 1,000",
        "4 in 1,000",
    ]


def test_whether_guidelines_disagree_stands_above_what_they_say():
    more = RISKS + "  - {body: The Club, year: 2020, says: against, about: carbon, source: guild}\n"

    (*_, row) = evidence_rows((repair("a", more), repair("b")))

    assert [cell.summary for cell in row.cells] == ["Guidelines disagree: 1 for, 1 against", ""]
