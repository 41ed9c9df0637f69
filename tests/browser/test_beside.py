"""Where a note opens: beside its sign, or without script at the foot of the window."""

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until

BOX = "node => node.getBoundingClientRect().toJSON()"
NEAR = 12  # CSS pixels between a sign and its note, and between a note and the edge of the window


def opened(page, sign):
    """Open the note of a sign and give where both stand."""
    sign.scroll_into_view_if_needed()
    sign.click()
    note = page.locator(":popover-open")
    note.wait_for()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return sign.evaluate(BOX), note.evaluate(BOX)


def apart(sign, note):
    """Return how far a note is below its sign, or above it."""
    return max(note["top"] - sign["bottom"], sign["top"] - note["bottom"])


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("which", ["first", "last"])
def test_a_note_opens_beside_its_sign_and_inside_the_window(tab, addresses, window, which):
    page = tab(addresses["comparison"], viewport=window)

    sign, note = opened(page, getattr(page.locator(".note-sign button"), which))

    assert 0 <= apart(sign, note) <= NEAR
    assert note["left"] <= sign["right"]
    assert note["right"] >= sign["left"]
    assert 0 <= note["left"] <= note["right"] <= window["width"]
    assert 0 <= note["top"] <= note["bottom"] <= window["height"]


def test_a_note_goes_with_its_sign_and_closes_when_that_is_gone(tab, addresses):
    page = tab(addresses["comparison"])
    button = page.locator(".note-sign button").first
    sign, _ = opened(page, button)

    page.mouse.wheel(0, 60)
    moved = "before => document.querySelector('.note-sign button').getBoundingClientRect().top < before"
    wait_until(page, moved, sign["top"])
    page.evaluate("() => new Promise(requestAnimationFrame)")
    moved = button.evaluate(BOX)
    assert moved["top"] != sign["top"]
    assert 0 <= apart(moved, page.locator(":popover-open").evaluate(BOX)) <= NEAR

    page.mouse.wheel(0, 5_000)
    page.locator(":popover-open").wait_for(state="detached")


def test_without_script_a_note_opens_at_the_foot_of_the_window(tab, addresses):
    page = tab(addresses["comparison"], java_script_enabled=False)
    sign = page.locator(".note-sign button").first
    sign.click()
    note = page.locator(":popover-open")
    note.wait_for()

    assert DESK["height"] - note.bounding_box()["y"] - note.bounding_box()["height"] <= 2 * NEAR
