"""What a browser needs to choose treatments, to filter and to sort them."""

import json

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial import Numbering
from plugins.procedures.notes import Notes
from plugins.procedures.paging import parts_of
from plugins.procedures.picker import index_json, part_json, part_view
from tests.conftest import ROOT
from tests.procedures.samples import catalogue, house, repair

RIM = repair(
    "new-rim", "facts: {time: '1 h [@club]', tools: [jack, glue], held: not known}", formerly="[rim, hoop]"
)
TYRE = repair("new-tyre", "facts: {time: '30 min [@maker]', price: not known}", approach="traditional")
SHOP = catalogue(TYRE, RIM)


@pytest.fixture(scope="module")
def macros():
    loader = jinja2.FileSystemLoader(ROOT / "theme/templates")
    env = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return env.get_template("components/table_part.html").module


@pytest.fixture
def index(macros):
    return json.loads(index_json(SHOP, SHOP.full("All"), macros))


def test_the_index_has_the_rows_of_the_table_of_everything(index):
    assert [row["id"] for row in index["rows"]] == [row.id for row in SHOP.full("All").rows]
    assert index["rows"][0] == {
        "id": "method",
        "label": "Method",
        "group": "The work",
        "help": "About method.",
        "axis": "",
    }


def test_the_index_says_who_goes_before_whom(index):
    ranks = {one["slug"]: one["ranks"] for one in index["procedures"]}

    assert (ranks["new-tyre"]["time"], ranks["new-rim"]["time"]) == (0, 1)
    assert ranks["new-tyre"]["price"] is None
    assert "method" not in ranks["new-rim"]


def test_the_index_filters_by_what_some_have(index):
    assert index["filters"] == [
        {"id": "category", "label": "Category", "values": ["Wheels"]},
        {"id": "approach", "label": "Approach", "values": ["traditional"]},
        {"id": "tools", "label": "Tools", "values": ["jack", "glue"]},
    ]
    assert index["procedures"][0]["filters"] == {"category": ["Wheels"], "tools": ["jack", "glue"]}


def test_the_index_knows_what_procedures_were_called(index):
    assert index["former"] == {"rim": "new-rim", "hoop": "new-rim"}


def test_the_index_knows_the_pages_that_compare_exactly_these(macros):
    pair = catalogue(TYRE, repair("new-rim", "compare_with: [new-tyre]"))

    prepared = json.loads(index_json(pair, pair.full("All"), macros))["prepared"]

    assert prepared == {
        "new-rim,new-tyre": {"title": "New rim and New tyre", "url": "compare/new-rim-vs-new-tyre/"}
    }


def test_a_part_has_the_cells_and_the_notes_of_one_procedure(macros, index):
    notes = Notes(Numbering(house("guild", "club", "maker").sources.records), by_row=True)

    part = json.loads(part_json(part_view(SHOP.full("All"), 0, notes), macros))

    assert list(part["cells"]) == ["tools", "time", "held"]
    assert part["cells"]["time"].startswith('<td data-label="New rim"')
    assert 'popovertarget="note-time-1"' in part["cells"]["time"]
    assert "Not known" in part["cells"]["held"]
    assert list(part["notes"]) == ["cell-time-1"]
    assert 'href="https://guild.example/club"' in part["notes"]["cell-time-1"]
    assert "No data" in index["nothing"]


@given(total=st.integers(1, 200), length=st.integers(1, 60))
def test_the_pages_of_a_large_table_hold_all_rows_once_in_order(total, length):
    pages = parts_of(total, length)

    assert [row for page in pages for row in range(total)[page.rows]] == list(range(total))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert [page.previous for page in pages] == [None, *pages[:-1]]
    assert [page.next for page in pages] == [*pages[1:], None]
    assert pages[0].url == "compare/"
    assert pages[0].has_other_pages() == (total > length)
