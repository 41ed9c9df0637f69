from plugins.editorial import Numbering
from plugins.procedures import compare
from plugins.procedures.addresses import of_procedure
from plugins.procedures.notes import Notes
from plugins.procedures.views import full_table_view, table_view
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
    return table_view(
        table, Notes(Numbering(house("guild", "club", "maker").sources.records)), of_procedure, name
    )


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

    assert [ref.number for ref in found["method"][0].lines[0].note.refs] == [1]
    assert [ref.number for ref in found["time"][0].lines[0].note.refs] == [2]
    assert [ref.number for ref in found["time"][1].lines[0].note.refs] == [1]
    assert [ref.number for ref in found["time"][1].lines[0].note.conflict_refs] == [3, 2]
    assert found["time"][1].lines[0].note.conflict == "No."


def test_every_line_with_something_behind_it_has_a_note_of_its_own_in_the_order_of_the_table():
    table = view(RIM, WHEEL)
    lines = [line for row in table.rows for cell in row.cells for line in cell.lines]

    notes = [line.note for line in lines if line.note]

    assert [note.number for note in notes] == list(range(1, len(notes) + 1)) == [1, 2, 3, 4, 5]
    assert tuple(notes) == table.notes
    assert notes[2].of == "Time, True a wheel"
    assert {(note.id, note.anchor) for note in notes} == {(f"note-{n}", f"cell-{n}") for n in range(1, 6)}
    assert [line.text for line in lines if not line.note] == [
        "No data",
        "It depends.",
        "No data",
        "Not known",
        "No data",
        "Not reported",
    ]


def test_the_table_with_procedures_as_rows_is_numbered_procedure_by_procedure():
    numbering = Numbering(house("guild", "club", "maker").sources.records)

    table = full_table_view(compare("All", (RIM, WHEEL), FIELDS), Notes(numbering), of_procedure)

    assert [note.of for note in table.notes] == [
        "Method, New rim",
        "Time, New rim",
        "Time, True a wheel",
        "Visits, True a wheel",
        "Price, True a wheel",
    ]
    numbers = [[cell.lines[0].note and cell.lines[0].note.number for cell in row.cells] for row in table.rows]
    assert numbers == [[1, None], [2, 3], [None, 4], [None, 5], [None, None]]
    assert [row.id for _, rows in table.groups for row in rows] == [row.id for row in table.rows]


def test_a_list_of_sources_leads_back_to_the_signs_in_the_table():
    numbering = Numbering(house("guild", "club", "maker").sources.records)
    table_view(compare("Two repairs", (RIM, WHEEL), FIELDS), Notes(numbering), of_procedure)

    assert {item.source.key: item.uses for item in numbering.listed()} == {
        "guild": ("cell-1", "cell-3", "cell-5"),
        "club": ("cell-2", "cell-3", "cell-4"),
        "maker": ("cell-3",),
    }


def test_what_limits_a_figure_of_people_stands_in_the_open_and_the_rest_in_its_note():
    held = (
        "{value: 48 in 100, compared_with: sham, versus: 9 in 100, when: 6 months, population: old rims, "
        "certainty: low, note: Dry., sources: [guild], changed: 2026-11-02}"
    )
    (line,) = cells(view(facts("a", held=held), RIM))["held"][0].lines

    assert line.context == "Old rims. Compared with a dummy treatment (sham)"
    assert line.note.details == (
        ("Certainty", "Low"),
        ("Note", "Dry."),
        ("Last changed", "November 2, 2026"),
    )
    assert not line.apart


def test_a_result_that_nobody_graded_says_so_and_one_without_a_group_stands_apart():
    (line,) = cells(
        view(facts("a", held="{value: 48 in 100, compared_with: nothing, sources: [guild]}"), RIM)
    )["held"][0].lines

    assert line.note.details == (("Certainty", "Not graded by the source"),)
    assert line.apart


def test_a_fact_was_last_changed_when_its_file_was_if_it_does_not_say_so_itself():
    changed = repair("a", "modified: 2026-10-01\nfacts:\n  time: 1 h [@guild]")

    (line,) = cells(view(changed, RIM))["time"][0].lines

    assert line.note.details == (("Last changed", "October 1, 2026"),)


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
