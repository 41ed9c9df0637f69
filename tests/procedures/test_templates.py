"""The macros that the plugin carries, for themes that have none of their own."""

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from selectolax.lexbor import LexborHTMLParser

from plugins.editorial import Numbering
from plugins.procedures import compare
from plugins.procedures.notes import Notes
from plugins.procedures.plugin import TEMPLATES, table_printer
from plugins.procedures.views import table_view
from tests.procedures.samples import FIELDS, facts, field, house, repair, source

HOSTILE = '<script>alert("1")</script> & \'<b>'
QUOTED = "'<script>alert(\"1\")</script> & ''<b>'"
FACTS = f"""\
facts:
  method: {{value: {QUOTED}, sources: [guild], note: {QUOTED}, population: {QUOTED},
    conflict: {QUOTED}, conflict_sources: [guild]}}
  time: {{says: {QUOTED}}}
risks: [{{effect: {QUOTED}, how_often: not known, within: 1 week, serious: false}}]
guidelines: [{{body: {QUOTED}, year: 2016, says: for, about: {QUOTED}, source: guild}}]
"""


@pytest.fixture(params=[True, False], ids=["autoescape", "no autoescape"])
def env(request):
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=request.param, undefined=StrictUndefined)  # noqa: S701


@pytest.fixture
def bad_house():
    made = house("guild")
    made.sources.records["guild"] = source("guild", title=HOSTILE, publisher=HOSTILE)
    return made


@pytest.fixture
def hostile(bad_house):
    """Give a table all of whose texts are hostile."""
    fields = (field("method", "text", label=HOSTILE), *FIELDS[1:])
    procedures = [repair("a", FACTS, title=QUOTED, fields=fields), repair("b", fields=fields)]
    table = compare(HOSTILE, procedures, fields)
    return table_view(
        table, Notes(Numbering(bad_house.sources.records)), lambda procedure: f"{procedure.slug}/"
    )


def tree_of(html):
    tree = LexborHTMLParser(html)

    assert tree.css("script, b") == []
    assert "&amp;lt;" not in html
    return tree


def test_hostile_texts_are_printed_as_texts(env, hostile):
    tree = tree_of(table_printer(env)(hostile))

    assert tree.css_first("caption").text() == HOSTILE
    assert tree.css("thead th a")[0].text() == HOSTILE
    assert tree.css("tbody th")[0].text() == HOSTILE
    said = tree.css("tbody td")[0].text()
    assert said.count(HOSTILE) == 4
    assert f"Who: {HOSTILE}" in said
    assert f"Sources differ: {HOSTILE}" in said
    assert tree.css("sup a")[0].attributes["title"] == HOSTILE


def test_a_page_of_any_theme_may_call_the_macros(env, hostile, bad_house):
    page = (
        '{% from "components/comparison_table.html" import comparison_table, cell_lines %}'
        '{% from "components/source_list.html" import source_list %}'
        '{{ comparison_table(table, "/") }}<div>{{ cell_lines(table.rows[0].cells[0]) }}</div>'
        "{{ source_list(sources) }}"
    )
    numbering = Numbering(bad_house.sources.records)
    numbering.refs(["guild"])

    tree = tree_of(env.from_string(page).render(table=hostile, sources=numbering.listed()))

    assert len(tree.css("table")) == 1
    assert tree.css_first("div p").text().startswith(HOSTILE)
    assert tree.css_first("section li a").text() == HOSTILE
    assert HOSTILE in tree.css_first("section li").text()


def test_the_table_has_one_row_of_heads_and_a_head_for_each_row(env):
    procedures = [facts("a", time="1 h", price="2 USD"), facts("b", time="2 h")]
    notes = Notes(Numbering({}))
    table = table_view(compare("Two", procedures, FIELDS), notes, lambda procedure: procedure.slug)

    tree = tree_of(table_printer(env)(table))

    assert [head.text() for head in tree.css("thead tr th[scope=col]")] == ["Fact", "A", "B"]
    assert [head.text() for head in tree.css("tbody tr th[scope=row]")] == ["Time", "Price"]
    assert [cell.text(strip=True) for cell in tree.css("td")] == ["1 hour", "2 hours", "2 USD", "No data"]
    assert tree.css("[colspan], [rowspan]") == []
    assert tree.css_first("table").id == "comparison"


def test_a_page_without_sources_has_no_list_of_them(env):
    assert env.get_template("components/source_list.html").module.source_list(()).strip() == ""
