"""Large text, a near window, forced colours and stillness, while tables are worked with."""

import pytest

from tests.browser.conftest import DESK, wait_until
from tests.browser.picking import open_picker, wait_for_columns
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_layout import BEYOND, ROOT_SIZE, WIDTHS

FOUR = "?procedures=brake-bleed,chain-bath,chain-swap,tire-plug"
TWO = "?procedures=chain-bath,chain-swap"
NEAR = {"viewport": {"width": 320, "height": 200}, "device_scale_factor": 4}  # 1280 by 800 at a zoom of 400 %
FORCED = {"forced_colors": "active"}
STILL = {"reduced_motion": "reduce"}
MOVING = """() => [...document.querySelectorAll("*")].map(node => getComputedStyle(node)).filter(style =>
    style.animationName !== "none" || style.transitionDuration !== "0s" || style.scrollBehavior !== "auto"
).length + document.getAnimations().length"""
# The lines by which a difference and a pressed button are told, and the colours that they must have.
MARKS = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "CanvasText";
    const text = getComputedStyle(probe).color;
    return [...document.querySelectorAll(".differs .label")].map(label => {
        const style = getComputedStyle(label);
        const {borderLeftStyle: line, borderLeftWidth: width, borderLeftColor: colour} = style;
        return [line, width, colour === text];
    });
}"""
EDGE = "node => [getComputedStyle(node).borderBlockEndWidth, getComputedStyle(node).borderBlockEndStyle]"


def worked_with(tab, site, search=FOUR, **options):
    """Open the page of all treatments with some of them picked, and with both lists of tools open."""
    page = open_picker(tab, site, search, **options)
    wait_for_columns(page, search.count(",") + 1)
    for tools in page.locator(".tools summary").all():
        tools.click()
    return page


@pytest.mark.parametrize("width", [1280, 640])
def test_tools_and_tables_fit_with_text_of_twice_the_size(tab, workshop, width):
    page = tab(viewport={"width": width, "height": 800})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(f"{workshop}compare/{FOUR}")
    wait_for_columns(page, 4)
    for tools in page.locator(".tools summary").all():
        tools.click()
    beyond = [one for one in page.evaluate(BEYOND) if width == 640 or one.startswith("LABEL")]

    assert page.evaluate(ROOT_SIZE) == "32px"
    assert page.evaluate(WIDTHS) == [width, width]
    assert beyond == []
    assert violations(page) == []


def test_tools_and_tables_fit_at_a_zoom_of_400_percent(tab, workshop):
    page = worked_with(tab, workshop, **NEAR)

    assert page.evaluate("devicePixelRatio") == 4
    assert page.evaluate(WIDTHS) == [320, 320]
    assert page.evaluate(BEYOND) == []
    assert violations(page) == []


@pytest.mark.parametrize(
    "options", [NEAR, FORCED, STILL], ids=["at 400 %", "in forced colours", "without motion"]
)
def test_the_focus_is_outlined_and_in_sight_among_the_tools(tab, workshop, options):
    page = worked_with(tab, workshop, TWO, **options)
    page.locator("[data-pick=clear]").focus()
    stops = []
    for _ in range(45):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))

    assert [stop for stop in stops if not (stop["seen"] and stop["outlined"])] == []
    assert any("Save as CSV" in stop["name"] for stop in stops)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_forced_colours_keep_the_marks_of_a_picked_table(tab, workshop, width, scheme):
    window = {"width": width, "height": 800}
    page = worked_with(tab, workshop, TWO, viewport=window, color_scheme=scheme, **FORCED)
    marks = page.evaluate(MARKS)

    assert len(marks) > 3
    assert {tuple(mark) for mark in marks} == {("solid", "3px", True)}
    assert violations(page) == []


def test_forced_colours_keep_what_is_pressed_and_what_is_ticked(tab, workshop):
    page = worked_with(tab, workshop, viewport={"width": 320, "height": 800}, **FORCED)
    pressed = page.locator(".switches [aria-pressed=true]").first.evaluate(EDGE)
    others = page.locator(".switches [aria-pressed=false]").first.evaluate(EDGE)
    box = page.locator(".picker__list input:checked").first

    assert pressed == ["3px", "solid"]
    assert others == ["1px", "solid"]
    assert box.evaluate("node => getComputedStyle(node).appearance") == "auto"


def test_nothing_moves_while_a_table_is_worked_with(tab, workshop):
    page = worked_with(tab, workshop, TWO, **STILL)
    page.get_by_label("Show only rows that differ").check()
    page.get_by_role("button", name="Minutes on the bench").click()
    wait_until(page, "() => document.querySelector('[aria-sort]')")
    page.locator("#picked [popovertarget]:visible").first.click()
    page.locator(".note:popover-open").wait_for()

    assert page.evaluate("innerWidth") == DESK["width"]
    assert page.evaluate(MOVING) == 0
