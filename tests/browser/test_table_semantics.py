"""Tables that a script makes or changes, and those in articles, as assistive technology has them."""

import pytest

from tests.browser.conftest import DESK, PAINTED, PHONE, wait_until
from tests.browser.picking import open_picker, wait_for_columns
from tests.browser.test_tables import table_heard

FOUR = "?procedures=brake-bleed,chain-bath,chain-swap,tire-plug"
# What each cell of a table says that shows: its words without those that only the eye has.
SEEN = """table => [...table.rows].filter(row => !row.hidden).map(row => [...row.cells]
    .filter(cell => !cell.hidden).map(cell => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll("svg").forEach(node => node.remove());
        return copy.textContent.replace(/[\\s\\u2060]+/g, "");
    }))"""
LAYOUT = "getComputedStyle(document.querySelector('table.comparison tbody td')).display"


def article(tab, workshop, window):
    return tab(f"{workshop}procedures/chain-swap/", viewport=window)


def comparison(tab, workshop, window):
    return tab(f"{workshop}compare/chain-bath-vs-chain-swap/", viewport=window)


def picked(tab, workshop, window):
    page = open_picker(tab, workshop, FOUR, viewport=window)
    wait_for_columns(page, 4)
    return page


def rows_that_differ(tab, workshop, window):
    page = open_picker(tab, workshop, "?procedures=chain-bath,chain-swap", viewport=window)
    wait_for_columns(page, 2)
    page.get_by_label("Show only rows that differ").check()
    page.evaluate(PAINTED)
    return page


def worked_with(tab, workshop, window):
    """Open the table of all treatments, filter it, sort it where heads show, and hide a column."""
    page = open_picker(tab, workshop, viewport=window)
    page.get_by_label("Category").select_option("Wheels")
    wait_until(page, "() => document.querySelectorAll('tbody tr').length === 2")
    if window is DESK:
        page.get_by_role("button", name="Minutes on the bench").click()
    page.locator(".tools summary").click()
    page.get_by_role("checkbox", name="Tools on the bench").uncheck()
    page.evaluate(PAINTED)
    return page


TABLES = (article, comparison, picked, rows_that_differ, worked_with)


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["columns", "stacked"])
@pytest.mark.parametrize("kind", TABLES)
def test_each_row_and_cell_is_heard_under_its_heads(tab, workshop, kind, window):
    page = kind(tab, workshop, window)
    head, *rows = table_heard(page)
    seen = page.locator("table.comparison").first.evaluate(SEEN)
    heard = [["".join(words.replace("\u2060", "").split()) for _, words in row] for row in [head, *rows]]

    assert (page.evaluate(LAYOUT) == "block") == (window is PHONE)
    assert [role for role, _ in head] == ["columnheader"] * len(head)
    assert {tuple(role for role, _ in row) for row in rows} == {("rowheader", *["cell"] * (len(head) - 1))}
    assert heard == seen
    assert all(words for row in heard for words in row)
    assert len(head) > 2
    assert len(rows) > 1


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["columns", "stacked"])
@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_called_by_its_caption(tab, workshop, kind, window):
    page = kind(tab, workshop, window)
    name = page.locator("table.comparison caption [id]").first.text_content()

    assert page.get_by_role("region", name=name, exact=True).get_by_role("table", name=name).count() == 1


def test_the_state_of_the_order_is_heard_at_its_head(tab, workshop):
    page = worked_with(tab, workshop, DESK)

    assert page.locator("thead [aria-sort=ascending] .label").inner_text() == "Minutes on the bench"
    assert page.get_by_role("columnheader", name="Minutes on the bench").get_by_role("button").count() == 1


def test_a_row_that_differs_says_so_to_those_who_do_not_see_the_mark(tab, workshop):
    page = comparison(tab, workshop, DESK)
    marked = page.locator("tr.differs th .label").all_text_contents()
    heads = [row[0][1] for row in table_heard(page)[1:]]

    assert marked
    assert [name for name in heads if "Differs." in name] == [
        name for name in heads if any(label in name for label in marked)
    ]
