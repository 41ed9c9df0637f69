from plugins.editorial import Numbering
from plugins.procedures import compare
from plugins.procedures.addresses import of_procedure
from plugins.procedures.views import table_view
from tests.procedures.samples import FIELDS, facts, house, repair

RIM = facts("new-rim", time="1 h [@club]", price="not known", method="By hand [@guild]")
WHEEL = repair(
    "true-a-wheel",
    "facts:\n  time:\n"
    "    - {value: 60 min, sources: [guild], conflict: No., conflict_sources: [maker, club]}\n"
    "    - {says: It depends.}\n  price: {says: a lot, sources: [guild]}\n  visits: up to 3 [@club]\n"
    "risks: [{effect: A fall, how_often: not reported, serious: true}]",
    approach="traditional",
)


def view(*procedures, name="comparison"):
    table = compare("Two repairs", procedures, FIELDS)
    return table_view(table, Numbering(house("guild", "club", "maker").sources.records), of_procedure, name)


def cells(table):
    return {row.id: row.cells for row in table.rows}


def test_a_table_has_its_caption_its_heads_and_its_rows_by_group():
    table = view(RIM, WHEEL, name="comparison-2")

    assert (table.id, table.caption) == ("comparison-2", "Two repairs")
    assert [(head.title, head.url, head.approach) for head in table.heads] == [
        ("New rim", "procedures/new-rim/", ""),
        ("True a wheel", "procedures/true-a-wheel/", "traditional"),
    ]
    assert [(name, [row.id for row in rows]) for name, rows in table.groups] == [
        ("The work", ["method", "time", "visits"]),
        ("The result", ["price"]),
        ("Risks", ["serious-risks"]),
    ]
    assert [row.id for row in table.rows] == ["method", "time", "visits", "price", "serious-risks"]


def test_rows_that_differ_are_marked_and_counted():
    table = view(RIM, facts("b", time="60 min", price="not known", method="With a jack"))

    assert [row.id for row in table.rows if row.differs] == ["method"]
    assert table.differing == 1


def test_sources_are_numbered_in_the_order_of_the_table():
    found = cells(view(RIM, WHEEL))

    assert [ref.number for ref in found["method"][0].lines[0].refs] == [1]
    assert [ref.number for ref in found["time"][0].lines[0].refs] == [2]
    assert [ref.number for ref in found["time"][1].lines[0].refs] == [1]
    assert [ref.number for ref in found["time"][1].lines[0].conflict_refs] == [3, 2]
    assert found["time"][1].lines[0].conflict == "No."


def test_every_use_of_a_source_has_an_id_of_its_own():
    lines = [line for row in view(RIM, WHEEL).rows for cell in row.cells for line in cell.lines]

    ids = [ref.use_id for line in lines for ref in (*line.refs, *line.conflict_refs)]

    assert len(ids) == 7
    assert len(set(ids)) == 7


def test_the_kind_of_a_cell_tells_why_there_is_no_value():
    found = cells(view(RIM, WHEEL))

    assert [cell.kind for cell in found["price"]] == ["not-known", "value"]
    assert [cell.kind for cell in found["method"]] == ["value", "no-data"]
    assert [cell.lines[0].missing for cell in found["method"]] == [False, True]


def test_a_risk_without_a_number_is_a_line_with_its_subject():
    (no_data, risk) = cells(view(RIM, WHEEL))["serious-risks"]

    assert (risk.kind, risk.lines[0].subject, risk.lines[0].text, risk.lines[0].missing) == (
        "value",
        "A fall",
        "Not reported",
        True,
    )
    assert no_data.kind == "no-data"


def test_only_a_single_figure_is_set_as_a_number():
    found = cells(view(RIM, WHEEL))

    assert [cell.numeric for cell in found["time"]] == [True, False]
    assert [cell.numeric for cell in found["price"]] == [False, False]
    assert [cell.numeric for cell in found["visits"]] == [False, True]
    assert [cell.numeric for cell in found["method"]] == [False, False]
    assert [cell.numeric for cell in found["serious-risks"]] == [False, False]
