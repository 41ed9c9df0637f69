"""Choosing treatments on /compare/: by mouse, by keyboard, on a phone, and without script."""

import pytest

from tests.browser.conftest import DESK, PAINTED, PHONE, wait_until
from tests.browser.picking import (
    ASKED,
    CHOSEN,
    PICKED,
    SAID,
    box,
    heads,
    open_picker,
    pick,
    wait_for_columns,
    wait_to_hear,
)
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_layout import BEYOND, WIDTHS

FOUR = ("tire-plug", "chain-swap", "brake-bleed", "chain-bath")
ACTIVE = "document.activeElement"
TWICE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""
STOPS = 80  # the way through the header and the boxes


@pytest.fixture
def page(tab, workshop):
    return open_picker(tab, workshop)


def chips(page):
    return page.locator(CHOSEN).all_inner_texts()


def walk_to(page, wanted):
    """Press Tab until the wanted element has the focus; each stop on the way can be seen."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop["seen"], stop
        assert stop["outlined"], stop
        if page.evaluate(f"wanted => {ACTIVE}.matches(wanted)", wanted):
            return
    pytest.fail(f"no way to {wanted}")


def test_what_is_picked_stands_side_by_side(page):
    title = page.title()
    pick(page, "wheel-truing", "chain-bath")

    assert heads(page) == chips(page) == ["Chain bath", "Wheel truing"]
    assert page.evaluate(ASKED) == "chain-bath,wheel-truing"
    assert page.title() == f"Chain bath and Wheel truing – {title}"


def test_a_screen_reader_hears_what_has_come(page):
    pick(page, "chain-swap", "chain-bath")
    rows, marked = page.locator(f"{PICKED} tbody tr").count(), page.locator(f"{PICKED} .differs").count()

    wait_to_hear(page, f"2 treatments side by side, {rows} rows, {marked} differ.")
    assert page.locator("[data-announcer]").get_attribute("role") == "status"
    assert rows > marked > 0


def test_a_picked_table_tells_what_its_marks_mean(page):
    pick(page, "chain-swap", "chain-bath")
    rows, marked = page.locator(f"{PICKED} tbody tr").count(), page.locator(f"{PICKED} .differs").count()
    some = page.locator(f"{PICKED} caption").inner_text().splitlines()
    pick(page, "wheel-truing")
    everything = page.locator(f"{PICKED} caption small").inner_text()

    marks = f"A bar and bold type mark the rows that differ: {marked} of {rows}"
    assert some == ["Chain bath and Chain swap", marks]
    assert everything == f"All {page.locator(f'{PICKED} tbody tr').count()} rows differ"


def test_one_treatment_is_told_as_one(page):
    pick(page, "chain-bath")

    wait_to_hear(page, f"Chain bath: {page.locator(f'{PICKED} tbody tr').count()} rows.")
    assert page.locator("[data-pick=state]").inner_text() == "1 picked. Pick 1 more to compare."
    assert page.locator(f"{PICKED} .differs").count() == 0


def test_a_picked_table_marks_the_rows_that_the_prepared_page_marks(tab, workshop):
    page = open_picker(tab, workshop, "?procedures=chain-bath,chain-swap")
    wait_for_columns(page, 2)
    marked = page.locator(f"{PICKED} .differs .label").all_inner_texts()
    prepared = page.locator(".picked .table-data a")
    prepared.click()
    page.wait_for_url("**/compare/chain-bath-vs-chain-swap/")

    assert page.locator(".differs .label").all_inner_texts() == marked != []


def test_a_pick_without_a_page_of_its_own_has_no_link_to_one(page):
    pick(page, "chain-bath", "chain-swap")
    both = page.locator(".picked .table-data").count()
    pick(page, "tire-plug")

    assert (both, page.locator(".picked .table-data").count()) == (1, 0)


def test_back_and_forward_bring_back_what_was_picked(page):
    pick(page, "chain-bath")
    pick(page, "tire-plug")
    page.go_back()
    wait_for_columns(page, 1)
    before = (chips(page), heads(page), box(page, "tire-plug").is_checked())
    page.go_forward()
    wait_for_columns(page, 2)

    assert before == (["Chain bath"], ["Chain bath"], False)
    assert chips(page) == heads(page) == ["Chain bath", "Tire plug"]
    assert box(page, "tire-plug").is_checked()


def test_an_address_that_was_passed_on_shows_the_same(tab, page):
    pick(page, "tire-plug", "chain-bath")
    other = tab(page.url)
    wait_for_columns(other, 2)

    assert other.locator(PICKED).inner_text() == page.locator(PICKED).inner_text()


def test_a_link_inside_the_page_leaves_the_table_as_the_reader_made_it(page):
    pick(page, "chain-swap", "chain-bath")
    page.get_by_label("Show only rows that differ").check()
    page.evaluate(PAINTED)
    shown = page.locator(f"{PICKED} tbody tr:visible").count()
    page.get_by_role("link", name="Back to top").click()
    wait_until(page, "() => location.hash === '#top'")
    page.evaluate(PAINTED)

    assert page.locator(f"{PICKED} tbody tr:visible").count() == shown
    assert shown < page.locator(f"{PICKED} tbody tr").count()


@pytest.mark.parametrize("key", ["mouse", "keyboard"])
def test_a_fifth_treatment_is_refused_in_words(page, key):
    pick(page, *FOUR)
    fifth = box(page, "wheel-truing")
    if key == "mouse":
        fifth.click(force=True)  # Playwright itself holds it for disabled
    else:
        fifth.press(" ")

    wait_to_hear(page, "4 picked. That is the most that fits")
    assert fifth.get_attribute("aria-disabled") == "true"
    assert not fifth.is_checked()
    assert len(heads(page)) == 4
    assert page.locator("[data-pick=state]").inner_text() in page.evaluate(SAID)


def test_a_removed_name_hands_the_focus_to_its_neighbor(page):
    pick(page, "tire-plug", "chain-bath", "brake-bleed")
    focused = []
    for name in ("Chain bath", "Tire plug", "Brake bleed"):
        page.get_by_role("button", name=f"Remove {name}").press("Enter")
        focused.append(page.evaluate(f"{ACTIVE}.textContent || {ACTIVE}.id"))
    wait_for_columns(page, 0)

    assert focused == ["Tire plug", "Brake bleed", "pick-find"]
    assert page.evaluate(ASKED) is None
    assert page.locator(PICKED).count() == 0


def test_a_box_keeps_the_focus_when_it_is_ticked(page):
    box(page, "tire-plug").press(" ")
    wait_for_columns(page, 1)

    assert page.evaluate(f"{ACTIVE}.value") == "tire-plug"
    assert page.evaluate(f"{ACTIVE}.checked")


def test_clearing_can_be_taken_back(page):
    pick(page, "tire-plug", "chain-bath")
    clear = page.locator("[data-pick=clear]")
    clear.click()
    wait_for_columns(page, 0)
    cleared = (chips(page), page.evaluate(ASKED), clear.inner_text())
    clear.click()
    wait_for_columns(page, 2)

    assert cleared == ([], None, "Undo: pick them again")
    assert chips(page) == ["Chain bath", "Tire plug"]
    assert page.evaluate(ASKED) == "chain-bath,tire-plug"


def test_clearing_is_heard(page):
    pick(page, "tire-plug", "chain-bath")
    page.locator("[data-pick=clear]").click()

    wait_to_hear(page, "Pick 2 to 4.")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("chain", ["Chain bath", "Chain swap"]), ("WORM", ["Tire plug"]), ("nothing like it", [])],
)
def test_typing_narrows_the_list_by_all_names_and_tells_how_many_fit(page, typed, found):
    page.get_by_label("Find a treatment by name").fill(typed)
    told = f"{len(found)} of 7 treatments fit."

    wait_to_hear(page, told)
    assert [name.strip() for name in page.locator(".picker__list label").all_inner_texts()] == found
    assert page.locator(".picker__found").inner_text() == told


def test_the_number_of_a_line_opens_its_note_with_its_source(page):
    pick(page, "tire-plug", "chain-bath")
    signs = page.locator(f"{PICKED} [popovertarget]")
    numbers = signs.evaluate_all("signs => signs.map(sign => sign.lastChild.textContent)")
    sign = page.locator(f"{PICKED} tr:has(.label:text-is('Shop charge')) td").nth(1).locator("button")
    sign.press("Enter")
    note = page.locator(".note:popover-open")
    note.wait_for()

    assert numbers == [str(number + 1) for number in range(len(numbers))]
    assert note.locator("b").inner_text() == sign.evaluate("sign => sign.lastChild.textContent")
    assert "Shop charge, Tire plug" in note.inner_text()
    assert note.get_by_role("link").get_attribute("href") == "https://example.org/guild/rules"


def test_no_id_stands_twice_when_notes_are_open(page):
    pick(page, "tire-plug", "chain-bath")
    page.locator(f"{PICKED} [popovertarget]").first.click()
    page.locator(".note:popover-open").wait_for()

    assert page.evaluate(TWICE) == []


def test_the_keyboard_alone_picks_reads_and_removes(page):
    walk_to(page, "[value=chain-bath]")
    page.keyboard.press(" ")
    walk_to(page, "[value=tire-plug]")
    page.keyboard.press(" ")
    wait_for_columns(page, 2)
    walk_to(page, ".picked .table-region")
    walk_to(page, f"{PICKED} [popovertarget]")
    page.keyboard.press("Enter")
    page.locator(".note:popover-open").wait_for()
    page.keyboard.press("Escape")
    page.locator(CHOSEN).last.focus()
    page.keyboard.press("Enter")
    wait_for_columns(page, 1)

    assert heads(page) == ["Chain bath"]


def test_a_phone_shows_two_columns_and_the_others_one_touch_away(tab, workshop):
    page = open_picker(tab, workshop, f"?procedures={','.join(FOUR)}", viewport=PHONE)
    wait_for_columns(page, 4)
    group = page.get_by_role("group", name="Columns that show")

    def state():
        """Return what is pressed, and the names above the cells that show in the first row."""
        cells = page.locator(f"{PICKED} tbody tr").first.locator("td:visible")
        names = cells.evaluate_all("cells => cells.map(cell => cell.dataset.label)")
        return group.locator("[aria-pressed=true]").all_inner_texts(), names

    before = state()
    group.get_by_role("button", name="Tire plug").click()

    assert before == (["Brake bleed", "Chain bath"],) * 2
    assert state() == (["Chain bath", "Tire plug"],) * 2


@pytest.mark.parametrize(("window", "count"), [(PHONE, 2), (DESK, 4)], ids=["two on a phone", "a desk"])
def test_where_all_columns_fit_there_is_nothing_to_switch(tab, workshop, window, count):
    page = open_picker(tab, workshop, f"?procedures={','.join(FOUR[:count])}", viewport=window)
    wait_for_columns(page, count)

    assert page.locator(".switches").is_hidden()
    assert page.locator(f"{PICKED} tbody tr").first.locator("td:visible").count() == count


def test_a_window_that_grows_shows_all_columns(tab, workshop):
    page = open_picker(tab, workshop, f"?procedures={','.join(FOUR)}", viewport=PHONE)
    wait_for_columns(page, 4)
    narrow = page.locator(f"{PICKED} tbody tr").first.locator("td:visible").count()
    page.set_viewport_size(DESK)
    wait_until(page, "() => document.querySelector('.switches').hidden")

    assert (narrow, len(heads(page))) == (2, 4)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation_beside_a_picked_table_that_fits(tab, workshop, window, scheme):
    search = f"?procedures={','.join(FOUR)},nonsense"
    page = open_picker(tab, workshop, search, viewport=window, color_scheme=scheme)
    wait_for_columns(page, 4)

    assert page.evaluate(WIDTHS) == [window["width"]] * 2
    assert window is DESK or page.evaluate(BEYOND) == []
    assert violations(page) == []


def test_each_target_is_large_enough_for_a_finger(tab, workshop):
    page = open_picker(tab, workshop, f"?procedures={','.join(FOUR)}", viewport=PHONE)
    wait_for_columns(page, 4)
    sizes = page.locator(".picker :is(button, label, input), .switches button, .tools :is(button, summary)")
    small = sizes.evaluate_all("""nodes => nodes.filter(node => node.checkVisibility()).filter(node => {
        const {width, height} = (node.closest("label") ?? node).getBoundingClientRect();
        return width < 24 || height < 24;
    }).map(node => node.outerHTML)""")

    assert small == []


def test_without_script_there_is_no_picker_but_all_that_it_leads_to(tab, workshop):
    page = tab(f"{workshop}compare/?procedures=tire-plug", java_script_enabled=False)
    prepared = page.get_by_role("region", name="A few side by side").get_by_role("link")

    assert page.locator(".picker").is_hidden()
    assert page.locator(PICKED).count() == 0
    assert page.locator(".table-region--full tbody tr").count() == 3
    assert prepared.count() > 0
    assert page.get_by_role("link", name="The next treatments").is_visible()


def test_a_link_leads_from_the_picks_to_their_table(page):
    see = page.get_by_role("link", name="See them side by side")
    assert see.is_hidden()

    pick(page, "wheel-truing", "chain-bath")
    see.click()
    wait_until(
        page, "() => document.querySelector('#picked-caption').getBoundingClientRect().top < innerHeight / 2"
    )

    assert heads(page) == ["Chain bath", "Wheel truing"]
    assert page.evaluate(ASKED) == "chain-bath,wheel-truing"
