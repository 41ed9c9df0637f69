"""Pages of which something does not arrive: what is left can be read and used, and nothing jumps."""

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until
from tests.browser.test_layout import WIDTHS

KINDS = ("home", "article", "procedure", "comparison", "full table")
BLOCKED = ("script", "stylesheet", "font", "image")
# What a script adds, and what waits for it.
ADDED = ".tools, .table-region + .button, .picker, .picked, [data-announcer], svg"
# The words that the file itself has, whatever a style sheet hides.
WORDS = """added => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll(added).forEach(one => one.remove());
    return main.textContent.replace(/\\s+/g, " ").trim();
}"""
SHIFTS = """() => new Promise(done => {
    const found = [];
    const watch = new PerformanceObserver(list => found.push(...list.getEntries()));
    watch.observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(found.map(shift => [shift.value, shift.hadRecentInput])), 100);
})"""


def open_without(tab, address, kind, **options):
    """Open a page without the files of a kind; return it with what the console says besides that."""
    page = tab(**options)
    blocked, said = [], []

    def answer(route):
        if route.request.resource_type == kind:
            blocked.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/*", answer)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address, wait_until="networkidle")
    return page, blocked, [text for text in said if "net::ERR_FAILED" not in text]


@pytest.mark.parametrize("blocked", BLOCKED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_without_some_of_its_files_says_all_that_it_says(tab, addresses, kind, blocked):
    whole = tab(addresses[kind], java_script_enabled=False)
    page, missing, said = open_without(tab, addresses[kind], blocked)
    rows = page.locator("main table tbody tr:visible").count()

    assert said == []
    assert page.locator("h1").is_visible()
    assert whole.evaluate(WORDS, ADDED) == page.evaluate(WORDS, ADDED) != ""
    assert rows == whole.locator("main table tbody tr:visible").count()
    assert missing or blocked in {"image", "script"}


def test_something_was_blocked_each_time(tab, addresses):
    """Not every page has a script or an image; of each kind of file some page has one."""
    for kind in ("script", "stylesheet", "font"):
        assert open_without(tab, addresses["comparison"], kind)[1]


@pytest.mark.parametrize("blocked", BLOCKED)
def test_links_lead_on_whatever_is_missing(tab, addresses, blocked):
    page, _, _ = open_without(tab, addresses["comparison"], blocked)
    link = page.locator("thead a").first
    title = link.text_content()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/procedures/*/")

    assert page.locator("h1").text_content() == title


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_while_a_page_loads(tab, addresses, kind, window):
    """What the typeface itself moves hangs on the fonts of this machine: tests/theme/test_typeface.py."""
    page, _, _ = open_without(tab, addresses[kind], "font", viewport=window)

    assert page.evaluate(WIDTHS) == [window["width"]] * 2
    assert sum(value for value, _ in page.evaluate(SHIFTS)) == 0


@pytest.mark.parametrize("width", [320, 412, 430, 436, 500, 734, 740, 1280])
@pytest.mark.parametrize("all_differ", [True, False])
def test_the_tools_of_a_comparison_take_the_room_that_was_kept_for_them(
    tab, addresses, workshop, width, all_differ
):
    address = addresses["comparison"] if all_differ else f"{workshop}compare/chain-bath-vs-chain-swap/"
    page, _, _ = open_without(tab, address, "font", viewport={"width": width, "height": 800})

    page.locator(".tools").wait_for()
    assert page.get_by_label("Show only rows that differ").is_visible() == (not all_differ)
    assert sum(value for value, _ in page.evaluate(SHIFTS)) == 0


def test_the_room_of_the_picker_is_given_up_where_its_script_never_comes(tab, addresses):
    page, missing, _ = open_without(tab, addresses["full table"], "script")
    kept = page.locator(".picker").bounding_box()
    wait_until(page, "() => getComputedStyle(document.querySelector('.picker')).display === 'none'")

    assert missing
    assert kept is None or kept["height"] > 500


def test_a_jump_would_be_seen(tab, addresses):
    page = tab(addresses["comparison"])
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.evaluate("document.querySelector('main').prepend(document.createElement('hr'))")
    page.evaluate("document.querySelector('main hr').style.marginBlockEnd = '200px'")

    assert sum(value for value, _ in page.evaluate(SHIFTS)) > 0
