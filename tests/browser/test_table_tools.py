"""The tools above one comparison: which rows show, its link, its file."""

import csv

import pytest

from tests.browser.conftest import DESK, PAINTED, PHONE
from tests.browser.picking import SAID, wait_to_hear
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import WIDTHS

ROWS = ".comparison tbody tr"
LABELS = f"{ROWS}:visible .label"
GROUPS = f"{ROWS}:visible .group"
# The words of each cell that shows, without white space, the signs of notes and what is only said aloud.
SHOWN = """() => [...document.querySelectorAll(".comparison tr")].filter(row => !row.hidden)
    .map(row => [...row.cells].map(cell => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".note-sign, .hidden, .group, svg, th small").forEach(node => node.remove());
        return copy.textContent.replace(/\\s+/g, "");
    }))"""
ADDRESS = "compare/chain-bath-vs-chain-swap/"
ALLOWED = ["clipboard-read", "clipboard-write"]
FULL = "node => [node.value, node.value.slice(node.selectionStart, node.selectionEnd), node.readOnly]"


@pytest.fixture
def page(tab, workshop):
    opened = tab(f"{workshop}{ADDRESS}")
    opened.locator(".tools").wait_for()
    return opened


def choice(page, label):
    """Return the box of a row."""
    if not page.locator(".tools details[open]").count():
        page.locator(".tools summary").click()
    return page.get_by_role("checkbox", name=label, exact=True)


def shown(page):
    """Return what shows once all that the page has begun is painted."""
    page.evaluate(PAINTED)
    return standing(page)


def standing(page):
    """Return the labels of the rows that show, and the names of groups with the label each stands at."""
    groups = page.locator(GROUPS).evaluate_all(
        "all => all.map(name => [name.textContent, name.closest('tr').querySelector('.label').textContent])"
    )
    return page.locator(LABELS).all_text_contents(), groups


def test_only_the_rows_that_differ_can_be_shown(page):
    everything = shown(page)
    marked = page.locator(".differs .label").all_text_contents()
    total = page.locator(ROWS).count()
    only = page.get_by_label(f"Show only rows that differ ({len(marked)} of {total})")
    only.check()
    wait_to_hear(page, f"Rows: {len(marked)} of {total} shown")
    labels, groups = shown(page)
    only.uncheck()
    wait_to_hear(page, f"Rows: {total} of {total} shown")

    assert labels == marked
    assert 0 < len(marked) < total
    assert groups[0] == [everything[1][0][0], marked[0]]
    assert everything[1][0][1] != marked[0]
    assert shown(page) == everything


def test_single_rows_are_hidden_and_shown_again(page):
    everything = shown(page)
    choice(page, "Part of the bicycle").uncheck()
    choice(page, "Shop charge").uncheck()
    labels, groups = shown(page)
    told = page.evaluate(SAID)
    choice(page, "Part of the bicycle").check()
    choice(page, "Shop charge").check()

    assert labels == [one for one in everything[0] if one not in {"Part of the bicycle", "Shop charge"}]
    assert groups[0] == ["At a glance", "What the mechanic does"]
    assert "The bill" not in dict(groups)
    assert told == f"Rows: {len(labels)} of {len(everything[0])} shown"
    assert shown(page) == everything


def test_both_ways_to_hide_rows_add_up_and_end_together(page):
    everything = shown(page)
    marked = page.locator(".differs .label").all_text_contents()
    page.get_by_label("Show only rows that differ").check()
    choice(page, marked[0]).uncheck()
    both = shown(page)[0]
    page.get_by_label("Show only rows that differ").uncheck()
    one = shown(page)[0]
    page.get_by_role("button", name="Show all rows").click()

    assert both == marked[1:]
    assert one == [label for label in everything[0] if label != marked[0]]
    assert shown(page) == everything
    assert choice(page, marked[0]).is_checked()
    assert not page.get_by_label("Show only rows that differ").is_checked()
    assert page.get_by_role("button", name="Show all rows").is_hidden()
    assert page.locator(".tools summary").evaluate("node => node === document.activeElement")


def test_where_all_rows_differ_there_is_nothing_to_choose(tab, workshop):
    page = tab(f"{workshop}compare/straight-again/")
    page.locator(".tools").wait_for()

    assert page.get_by_label("Show only rows that differ").is_hidden()
    assert page.get_by_role("button", name="Copy link").is_visible()


def test_the_file_has_exactly_what_shows(page):
    def saved():
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as CSV").click()
        assert download.value.suggested_filename == "comparison.csv"
        text = download.value.path().read_bytes().decode("utf-8")
        return list(csv.reader(text.splitlines(keepends=True))), text

    whole, text = saved()
    seen = [page.evaluate(SHOWN)]
    page.get_by_label("Show only rows that differ").check()
    choice(page, "Shop charge").uncheck()
    part, _ = saved()
    seen.append(page.evaluate(SHOWN))

    assert [[["".join(cell.split()) for cell in row] for row in rows] for rows in (whole, part)] == seen
    assert whole[0] == ["Fact", "Chain bath", "Chain swap"]
    assert len(part) == page.locator(f"{ROWS}:visible").count() + 1 < len(whole)
    assert text.count("\r\n") == len(whole)


def test_the_link_of_the_page_is_copied_and_that_is_told(tab, workshop):
    page = tab(f"{workshop}{ADDRESS}", permissions=ALLOWED)
    page.get_by_role("button", name="Copy link").press("Enter")
    wait_to_hear(page, "Link copied")

    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
    assert page.get_by_role("button", name="Link copied").evaluate("node => node === document.activeElement")


def test_where_copying_is_not_allowed_the_address_stands_ready_to_be_copied(tab, workshop):
    page = tab(f"{workshop}{ADDRESS}", permissions=[])
    protocol = page.context.new_cdp_session(page)
    denied = {"permission": {"name": "clipboard-write"}, "setting": "denied"}
    protocol.send("Browser.setPermission", denied)
    page.get_by_role("button", name="Copy link").press("Enter")
    field = page.get_by_role("textbox", name="Copy link")
    field.wait_for()

    assert field.evaluate(FULL) == [page.url, page.url, True]
    assert field.evaluate("node => node === document.activeElement")
    assert violations(page) == []


def test_without_script_there_are_no_tools_but_the_whole_table(tab, workshop, page):
    plain = tab(f"{workshop}{ADDRESS}", java_script_enabled=False)

    assert plain.locator(".tools").count() == 0
    assert standing(plain) == shown(page)
    assert plain.get_by_role("link", name="This table as a CSV file").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_a_difference_is_marked_by_weight_by_a_bar_and_in_words(tab, workshop, window, scheme):
    page = tab(f"{workshop}{ADDRESS}", viewport=window, color_scheme=scheme)
    look = """labels => labels.map(label => {
        const style = getComputedStyle(label);
        return [style.fontWeight, style.borderInlineStartStyle, style.borderInlineStartWidth];
    })"""
    differs = page.locator("tr.differs .label").evaluate_all(look)
    same = page.locator(f"{ROWS}:not(.differs) .label").evaluate_all(look)
    spoken = page.locator(ROWS).evaluate_all(
        "rows => rows.map(row => [row.matches('.differs'), row.cells[0].textContent.includes('Differs.')])"
    )

    assert {tuple(one) for one in differs} == {("600", "solid", "3px")}
    assert {one[1] for one in same} == {"none"}
    assert window is PHONE or {one[0] for one in same} == {"400"}
    assert all(marked == said for marked, said in spoken)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation_while_rows_are_chosen(tab, workshop, window, scheme):
    page = tab(f"{workshop}{ADDRESS}", viewport=window, color_scheme=scheme)
    choice(page, "Shop charge").uncheck()

    assert page.evaluate(WIDTHS) == [window["width"]] * 2
    assert violations(page) == []
