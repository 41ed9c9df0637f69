import re

import pytest

from plugins.editorial import read_body
from plugins.editorial.markdown_html import converter
from plugins.frontmatter import Document, Mapping
from plugins.procedures import COMPARE
from plugins.procedures.assembly import Assembly
from tests.procedures.samples import PLACE, catalogue, facts, house, page, repair

RIM = facts("new-rim", time="1 h [@club]")
BLOCK = "/// compare | {}\n    procedures: [{}]\n///\n"


def body(text):
    return read_body(Document("a.md", Mapping(PLACE, ()), text, 1), converter((COMPARE,)), (COMPARE,))


def printed(table):
    links = [line.note.link for row in table.rows for cell in row.cells for line in cell.lines]
    return f"<table>{table.id}: {table.caption}: {' '.join(links)}: {table.heads[0].url}</table>"


@pytest.fixture
def assembly():
    shop = catalogue(RIM, facts("new-tyre", time="2 h [@maker]"), left_out=["broken"])
    return Assembly(house("guild", "club", "maker"), shop, printed)


def test_a_table_of_a_text_leads_to_the_notes_of_its_procedures_and_the_text_has_its_own_sources(assembly):
    text = f"First [@maker].\n\n{BLOCK.format('Two', 'new-rim, new-tyre')}\nLast [@guild] and [@club].\n"

    found = assembly.text(body(text))

    assert [item.source.key for item in found.sources] == ["maker", "guild", "club"]
    assert [item.number for item in found.sources] == [1, 2, 3]
    rim, tyre = "{filename}/procedures/new-rim/", "{filename}/procedures/new-tyre/"
    assert f"comparison-1: Two: {rim}#cell-time-1 {tyre}#cell-time-1: {rim}" in found.html
    assert re.findall(r'href="#(source-\d)"', found.html) == ["source-1", "source-2", "source-3"]


def test_each_table_of_a_text_has_an_id_of_its_own(assembly):
    text = "\n".join(BLOCK.format(name, "new-tyre, new-rim") for name in ("One", "Two"))

    found = assembly.text(body(text))

    assert re.findall(r"<table>(comparison-\d): (\w+)", found.html) == [
        ("comparison-1", "One"),
        ("comparison-2", "Two"),
    ]


def test_a_table_of_which_nothing_is_left_is_not_printed(assembly):
    found = assembly.text(body(f"Before.\n\n{BLOCK.format('Gone', 'broken, broken-too')}\nAfter.\n"))

    assert "table" not in found.html
    assert "Before." in found.html
    assert "After." in found.html


def test_the_details_of_the_house_are_filled_in(assembly):
    assert "Call 555 0100 on" in assembly.text(body("Call {{ clinic.phone }} on any day.")).html


def test_a_procedure_shows_facts_then_text_then_risks_and_guidelines(assembly):
    more = (
        "facts:\n  time: 1 h [@maker]\n  held: not known [@maker]\n"
        'risks: [{effect: A fall, how_often: "1 in 100 [@guild]", serious: true}]'
    )
    procedure = repair("new-bell", more, body=body("Text [@club]."))

    view = assembly.procedure(procedure)

    assert view.procedure is procedure
    assert [name for name, _ in view.facts] == ["The work", "The result"]
    assert [row.id for _, rows in view.facts for row in rows] == [one.id for one in assembly.catalogue.fields]
    assert [row.id for row in view.evidence] == ["serious-risks"]
    assert [item.source.key for item in view.sources] == ["maker", "club", "guild"]
    assert "Text" in view.html


def test_a_comparison_shows_its_table_then_its_text(assembly):
    pick = page("rims", "procedures: [new-rim, new-tyre]").pick
    table = assembly.catalogue.comparison("Rims", pick)

    view = assembly.comparison(table, body("Text [@guild]."))

    assert [item.source.key for item in view.sources] == ["club", "maker", "guild"]
    assert view.table.heads[0].url == "procedures/new-rim/"
    assert "Text" in view.html
    assert assembly.comparison(table).html == ""
