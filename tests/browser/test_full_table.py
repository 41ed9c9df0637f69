"""Working with the table of all treatments: its order, filters, columns and file, and what does not come."""

import csv
import re

import pytest

from tests.browser.conftest import DESK, PAINTED, PHONE, wait_until
from tests.browser.picking import SAID, wait_to_hear
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_layout import BEYOND, WIDTHS

TITLES = [
    "Brake bleed",
    "Chain bath",
    "Chain swap",
    "Inner tube swap",
    "Tire plug",
    "Wheel rebuild",
    "Wheel truing",
]
ROWS = ".table-region--full tbody tr"
NAMES = f"{ROWS} > th a"
COUNT = f"count => document.querySelectorAll({ROWS!r}).length === count"
ORDER = f"""titles => titles.join() ===
    [...document.querySelectorAll({NAMES!r})].map(name => name.textContent).join()"""
# The words of each cell that shows, without the signs of notes and what is only said aloud.
SHOWN = """() => [...document.querySelectorAll(".table-region--full tr")].map(row => [...row.cells]
    .filter(cell => cell.checkVisibility()).map(cell => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".note-sign, .hidden, .group, svg, summary").forEach(node => node.remove());
        return copy.textContent.replace(/\\s+/g, "");
    }))"""
GROUPS = """() => [...document.querySelectorAll(".table-region--full thead th")]
    .filter(head => head.querySelector(".group")?.checkVisibility())
    .map(head => [head.querySelector(".group").textContent, head.querySelector(".label").textContent])"""
SORTED = {  # by the field: its values upwards, those without one last
    "Minutes on the bench": (
        "Tire plug, Inner tube swap, Chain swap, Chain bath, Wheel truing, Brake bleed, Wheel rebuild",
        "Wheel rebuild, Brake bleed, Wheel truing, Chain bath, Chain swap, Inner tube swap, Tire plug",
    ),
    "Wear allowed until then": (
        "Chain swap, Wheel truing, Tire plug, Brake bleed, Chain bath, Inner tube swap, Wheel rebuild",
        "Tire plug, Wheel truing, Chain swap, Brake bleed, Chain bath, Inner tube swap, Wheel rebuild",
    ),
}
WITHOUT_ORDER = {
    "What the mechanic does",
    "Signs that it is due",
    "Still in order after a year",
    "Common and minor risks",
    "Serious risks",
    "What guidelines say",
}


def open_table(tab, site, path="compare/", **options):
    """Open a page of the table of all treatments, and wait until all rows can be worked with."""
    page = tab(f"{site}{path}", **options)
    wait_until(page, COUNT, len(TITLES))
    return page


@pytest.fixture
def page(tab, workshop):
    return open_table(tab, workshop)


def titles(page):
    return page.locator(NAMES).all_text_contents()


def head(page, label):
    return page.locator(".table-region--full thead th", has=page.get_by_text(label, exact=True))


def sort_by(page, label, expected):
    """Press the button in a head and wait for the order."""
    head(page, label).get_by_role("button").click()
    wait_until(page, ORDER, expected)


def fact(page, label):
    """Return the box of a column."""
    if not page.locator(".tools:has([data-filter]) details[open]").count():
        page.locator(".tools:has([data-filter]) summary").click()
    return page.locator(".tools:has([data-filter])").get_by_role("checkbox", name=label, exact=True)


def saved(page):
    """Save the table as a file and return its rows."""
    with page.expect_download() as download:
        page.locator(".tools:has([data-filter])").get_by_role("button", name="Save as CSV").click()
    assert download.value.suggested_filename == "treatments.csv"
    return list(csv.reader(download.value.path().read_text(encoding="utf-8").splitlines(keepends=True)))


def packed(rows):
    """Return rows of words without white space and signs against formulas."""
    return [["".join(cell.split()).removeprefix("'") for cell in row] for row in rows]


@pytest.mark.parametrize("label", SORTED)
def test_a_head_sorts_up_then_down_then_not_and_what_is_missing_stays_last(page, label):
    up, down = (order.split(", ") for order in SORTED[label])
    seen, said = [], []
    for order, words in ((up, "lowest first"), (down, "highest first"), (TITLES, "order of their names")):
        sort_by(page, label, order)
        wait_to_hear(page, words)
        said.append(page.evaluate(SAID))
        state = page.locator("[aria-sort]").evaluate_all("heads => heads.map(head => head.ariaSort)")
        seen.append((titles(page), state))

    assert seen == [(up, ["ascending"]), (down, ["descending"]), (TITLES, [])]
    assert said == [
        f"7 of 7 treatments shown. Sorted by {label}, the lowest first.",
        f"7 of 7 treatments shown. Sorted by {label}, the highest first.",
        "7 of 7 treatments shown. In the order of their names.",
    ]


def test_the_state_of_the_order_stands_at_the_last_head_alone(page):
    for label, orders in SORTED.items():
        sort_by(page, label, orders[0].split(", "))

    assert page.locator("[aria-sort]").count() == 1
    assert head(page, label).get_attribute("aria-sort") == "ascending"


def test_what_has_no_order_has_no_button(page):
    heads = page.locator(".table-region--full thead th:has(.label)")
    without = heads.filter(has_not=page.get_by_role("button")).locator(".label")
    inside = heads.locator("button").evaluate_all("all => all.map(button => button.parentElement.className)")

    assert set(without.all_text_contents()) == WITHOUT_ORDER
    assert inside == ["label"] * (heads.count() - len(WITHOUT_ORDER))


def test_nothing_is_remembered_after_a_reload(page):
    sort_by(page, "Minutes on the bench", SORTED["Minutes on the bench"][0].split(", "))
    fact(page, "Shop charge").uncheck()
    page.get_by_label("Category").select_option("Tires")
    wait_until(page, COUNT, 2)
    page.reload()
    wait_until(page, COUNT, len(TITLES))

    assert titles(page) == TITLES
    assert page.locator("[aria-sort]").count() == 0
    assert head(page, "Shop charge").is_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("label", "column"),
    [("Category", None), ("Part of the bicycle", "bike_part"), ("Tools on the bench", "tool_kit")],
)
def test_a_filter_leaves_those_that_have_a_value_and_tells_how_many(page, label, column):
    select = page.get_by_role("combobox", name=label, exact=True)
    index = page.evaluate("() => fetch('index.json').then(answer => answer.json())")["procedures"]
    values = [
        value for value in select.locator("option").evaluate_all("all => all.map(one => one.value)") if value
    ]
    found = {}
    for value in values:
        select.select_option(value)
        expected = [one["title"] for one in index if value in one["filters"][column or "category"]]
        wait_until(page, ORDER, expected)
        wait_to_hear(page, f"{len(expected)} of 7 treatments shown.")
        found[value] = 0 < len(expected) < len(TITLES)
        if column:
            cells = page.locator(f"{ROWS} td[data-label='{label}']").all_inner_texts()
            assert all(value in cell.lower() for cell in cells)

    assert len(values) > 3
    assert all(found.values()), found


def test_filters_add_up_and_are_cleared_together(page):
    page.get_by_label("Category").select_option("Tires")
    page.locator("[data-filter=tool_kit]").select_option("truing stand")
    wait_until(page, COUNT, 0)
    told = page.locator("[data-tool=found]").inner_text()
    page.get_by_role("button", name="Clear filters").click()
    wait_until(page, COUNT, len(TITLES))

    assert told == "0 of 7 treatments shown. None fits all filters: clear one of them."
    assert titles(page) == TITLES
    assert page.get_by_role("button", name="Clear filters").is_hidden()
    assert page.get_by_label("Category").evaluate("node => node === document.activeElement")
    assert page.locator("[data-filter]").evaluate_all("all => all.map(one => one.value)") == ["", "", ""]


def test_filtered_rows_stay_in_their_order(page):
    up = SORTED["Minutes on the bench"][0].split(", ")
    sort_by(page, "Minutes on the bench", up)
    page.get_by_label("Category").select_option("Drivetrain")
    wait_until(page, COUNT, 2)

    assert titles(page) == ["Chain swap", "Chain bath"]


def test_a_hidden_column_is_gone_from_every_row_and_told(page):
    before = page.evaluate(SHOWN)
    fact(page, "Shop charge").uncheck()
    wait_to_hear(page, "Facts: 13 of 14 shown")
    place = before[0].index("Shopcharge")

    assert page.evaluate(SHOWN) == [[*row[:place], *row[place + 1 :]] for row in before]
    page.get_by_role("button", name="Show all facts").click()
    page.evaluate(PAINTED)
    assert page.evaluate(SHOWN) == before
    assert fact(page, "Shop charge").is_checked()


def test_the_name_of_a_group_stands_at_the_first_column_that_shows(page):
    before = page.evaluate(GROUPS)
    steps = []
    for label in ("Tools on the bench", "Minutes on the bench"):
        fact(page, label).uncheck()
        page.evaluate(PAINTED)
        steps.append(dict(page.evaluate(GROUPS))["In the workshop"])
    fact(page, "Ride home the same day").uncheck()
    page.evaluate(PAINTED)
    gone = page.evaluate(GROUPS)
    for label in ("Minutes on the bench", "Tools on the bench", "Ride home the same day"):
        fact(page, label).check()
    page.evaluate(PAINTED)

    assert steps == ["Minutes on the bench", "Ride home the same day"]
    assert gone == [pair for pair in before if pair[0] != "In the workshop"]
    assert page.evaluate(GROUPS) == before


def test_rows_that_come_back_have_the_columns_of_all_others(page):
    fact(page, "Shop charge").uncheck()
    page.get_by_label("Category").select_option("Tires")
    wait_until(page, COUNT, 2)
    fact(page, "Shop charge").check()
    page.get_by_label("Category").select_option("")
    wait_until(page, COUNT, len(TITLES))

    assert {len(row) for row in page.evaluate(SHOWN)} == {15}
    assert len({tuple(row) for row in page.evaluate(SHOWN)}) == len(TITLES) + 1


def test_the_file_has_exactly_what_shows(page):
    everything = saved(page)
    whole = page.evaluate(SHOWN)
    sort_by(page, "Minutes on the bench", SORTED["Minutes on the bench"][0].split(", "))
    fact(page, "Signs that it is due").uncheck()
    page.get_by_label("Category").select_option("Drivetrain")
    wait_until(page, COUNT, 2)

    assert packed(everything) == whole
    assert packed(saved(page)) == page.evaluate(SHOWN)
    assert everything[0][:3] == ["Treatment", "Part of the bicycle", "What the mechanic does"]
    assert len(page.evaluate(SHOWN)) == 3


def test_the_file_has_what_is_folded_away_without_the_words_of_the_fold(tab, addresses):
    page = tab(addresses["full table"])
    page.locator(".tools").first.wait_for()
    folded = page.locator("td details")
    lines = [cell for row in saved(page) for cell in row]

    assert folded.count() > 0
    assert [cell for cell in lines if re.search(r"^\d+ more\b", cell, re.MULTILINE)] == []
    assert len(lines) > 100


@pytest.mark.parametrize("path", ["compare/", "compare/page/2/", "compare/page/3/"])
def test_order_and_filters_reach_the_treatments_of_all_pages(tab, workshop, path):
    few = tab(f"{workshop}{path}", java_script_enabled=False).locator(ROWS).count()
    page = open_table(tab, workshop, path)
    up, _ = SORTED["Minutes on the bench"]
    sort_by(page, "Minutes on the bench", up.split(", "))

    assert few in {1, 3}
    assert titles(page) == up.split(", ")
    assert page.get_by_role("link", name="The next treatments").count() == 0


def test_a_row_from_another_page_says_what_its_own_page_says(tab, workshop):
    page = open_table(tab, workshop)
    other = tab(f"{workshop}compare/page/3/", java_script_enabled=False)
    words = "row => [...row.cells].map(cell => [cell.dataset.label ?? '', cell.className, cell.innerText])"
    numbered = ".table-region--full tbody tr:last-child .note-sign"
    for one in (page, other):
        one.locator(numbered).evaluate_all("signs => signs.forEach(sign => sign.remove())")

    assert page.locator(ROWS).last.evaluate(words) == other.locator(ROWS).last.evaluate(words)


def test_a_number_in_a_row_from_another_page_leads_to_the_line_on_the_page_of_its_treatment(page):
    sign = page.locator(f"{ROWS}:last-child .note-sign a").nth(3)
    fragment = sign.get_attribute("href").split("#")[1]
    sign.click()
    page.wait_for_url("**/procedures/wheel-truing/#*")

    assert page.locator(f"#{fragment}").count() == 1
    assert page.locator(f"#{fragment}").is_visible()


def test_where_rows_do_not_come_the_pages_stay_and_another_try_is_offered(tab, workshop):
    page = tab()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/parts/wheel-*.json", lambda route: route.abort())
    page.goto(f"{workshop}compare/")
    again = page.get_by_role("button", name="2 could not be loaded. Try again")
    again.wait_for()
    before = (titles(page), page.get_by_role("link", name="The next treatments").is_visible())
    page.unroute("**/parts/wheel-*.json")
    again.press("Enter")
    wait_until(page, COUNT, len(TITLES))

    assert before == (TITLES[:5], True)
    assert titles(page) == TITLES
    assert again.is_hidden()
    wait_until(page, "() => document.activeElement.textContent === 'Wheel rebuild'")
    assert errors == []


def test_a_phone_sorts_by_a_choice_that_stands_in_for_the_heads(tab, workshop):
    page = open_table(tab, workshop, viewport=PHONE)
    choice = page.get_by_label("Sort by")
    up, down = (order.split(", ") for order in SORTED["Wear allowed until then"])
    orders = {"lowest": up, "highest": down}
    for way, order in orders.items():
        choice.select_option(f"Wear allowed until then, {way} first")
        wait_to_hear(page, f"the {way} first.")
        wait_until(page, ORDER, order)
    choice.select_option("Name")
    wait_to_hear(page, "In the order of their names.")
    wait_until(page, ORDER, TITLES)

    assert open_table(tab, workshop).get_by_label("Sort by").is_hidden()


def test_no_stop_of_the_keyboard_is_out_of_sight_on_a_phone_until_the_window_grows(tab, workshop):
    page = open_table(tab, workshop, viewport=PHONE)
    stops = page.locator(".sort").evaluate_all("all => all.map(one => one.tabIndex)")
    page.set_viewport_size(DESK)
    wait_until(page, "() => document.querySelector('.sort').tabIndex === 0")
    head(page, "Minutes on the bench").get_by_role("button").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    stop = page.evaluate(FOCUS)

    assert set(stops) == {-1}
    assert stop["seen"]
    assert stop["outlined"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation_while_the_table_is_worked_with(tab, workshop, window, scheme):
    page = open_table(tab, workshop, viewport=window, color_scheme=scheme)
    fact(page, "Shop charge").uncheck()
    page.get_by_label("Category").select_option("Tires")
    wait_until(page, COUNT, 2)

    assert page.evaluate(WIDTHS) == [window["width"]] * 2
    assert window is DESK or page.evaluate(BEYOND) == []
    assert violations(page) == []
