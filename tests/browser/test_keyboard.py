"""Reading with the keyboard alone: where the focus is, and that it can be seen."""

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until

STOPS = 60  # the way through the header and well into the table
# What is covered by something else (a head that sticks) is not in sight.  The outline of a link that breaks
# over lines lies around each of its pieces.
FOCUS = """() => {
    const node = document.activeElement, style = getComputedStyle(node);
    const boxes = [...node.getClientRects()].map(box => ({
        left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
        top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight)}));
    const seen = boxes.some(box => {
        if (box.right <= box.left || box.bottom <= box.top) return false;
        const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return node.contains(over) || over.contains(node) && !over.matches("th");
    });
    return {
        name: `${node.tagName} ${(node.ariaLabel ?? node.textContent).trim().slice(0, 40)}`,
        id: node.id, seen,
        outlined: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
AT = "[document.activeElement.id, scrollY]"


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", ["comparison", "full table"])
def test_the_focus_is_always_outlined_and_in_sight(tab, addresses, kind, window):
    page = tab(addresses[kind], viewport=window)
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    lost = [stop for stop in stops if not (stop["seen"] and stop["outlined"])]

    assert lost == []
    assert any(stop["name"].startswith("BUTTON Note") for stop in stops)


@pytest.mark.parametrize("kind", ["comparison", "full table"])
def test_going_back_through_a_table_the_focus_stays_in_sight(tab, addresses, kind):
    page = tab(addresses[kind])
    page.locator("tbody td .note-sign button").nth(80).focus()
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Shift+Tab")
        stops.append(page.evaluate(FOCUS))

    assert [stop for stop in stops if not (stop["seen"] and stop["outlined"])] == []


def test_the_first_stop_skips_to_the_content(tab, addresses):
    page = tab(addresses["comparison"])
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    landed = page.evaluate(AT)[0]
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")

    assert first["name"] == "A Skip to content"
    assert first["seen"]
    assert landed == "main"
    assert inside


def test_the_last_link_moves_the_focus_to_the_top(tab, addresses):
    page = tab(addresses["comparison"])
    page.get_by_role("link", name="Back to top").focus()
    away = page.evaluate(AT)[1]
    page.keyboard.press("Enter")
    wait_until(page, "() => scrollY === 0")
    landed = page.evaluate(AT)
    page.keyboard.press("Tab")

    assert away > DESK["height"]
    assert landed == ["top", 0]
    assert page.evaluate("document.querySelector('#top').contains(document.activeElement)")


@pytest.mark.parametrize("kind", ["article", "comparison", "full table"])
def test_a_table_stands_in_a_region_that_takes_the_focus_and_its_caption_as_name(tab, addresses, kind):
    page = tab(addresses[kind])
    caption = page.locator("caption [id]").first.text_content()
    region = page.get_by_role("region", name=caption, exact=True)
    region.focus()

    assert region.locator("table").count() == 1
    assert region.evaluate("node => document.activeElement === node")


def test_the_keyboard_scrolls_a_wide_table(tab, addresses):
    page = tab(addresses["full table"])
    page.locator(".table-region").focus()
    page.keyboard.press("ArrowRight")

    wait_until(page, "() => document.querySelector('.table-region').scrollLeft > 0")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_details_open_and_close_by_keyboard(tab, addresses, key):
    page = tab(addresses["full table"])
    details = page.locator("td details").first
    folded = details.locator("ul")
    before = folded.is_visible()
    details.locator("summary").press(key)
    opened = folded.is_visible()
    details.locator("summary").press(key)

    assert (before, opened, folded.is_visible()) == (False, True, False)
