"""Every component in every state, as the style guide shows it: axe finds nothing, and all of it fits."""

import pytest

from plugins.styleguide import components
from tests.browser.conftest import DESK, PHONE, wait_until
from tests.browser.serving import FOLDER
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import BEYOND, WIDTHS
from tests.conftest import ROOT

PAGES = ["", *(f"{one.name.replace('_', '-')}/" for one in components(ROOT / "theme/styleguide"))]
WINDOWS = pytest.mark.parametrize(
    ("scheme", "window"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"]
)
SETTLED = """() => document.readyState === "complete"
    && !document.querySelector("[data-picker][hidden]")
    && (!location.search.includes("treatment-") || document.querySelector(".picked > *"))"""
TOLD = "[data-pick=state], [data-pick=problems], .picked [role=alert]"
SCROLLING = (
    "regions => regions.filter(it => it.scrollWidth > it.clientWidth).map(it => it.innerText.slice(0, 40))"
)
LINES = "nodes => nodes.map(it => it.offsetHeight / parseFloat(getComputedStyle(it).lineHeight))"
STARTS = """cells => cells.map(cell => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    return [words.getClientRects()[0].left, cell.querySelector("svg").getBoundingClientRect().left];
})"""
NUMBERS = """signs => signs.map(sign => {
    const number = document.createRange();
    number.selectNode(sign.lastChild);
    return number.getBoundingClientRect().top - sign.closest("p").getBoundingClientRect().top;
})"""


@pytest.fixture
def guide(tab, address):
    """Give a function that opens a page of the style guide and waits for its scripts."""

    def open_page(page, **options):
        shown = tab(f"{address}{FOLDER}styleguide/{page}", **options)
        wait_until(shown, SETTLED)
        return shown

    return open_page


def judged(page):
    """Return what axe finds on a page of the guide, and its widths."""
    # States of one landmark stand on one page with the same name: that is the guide's doing.
    return [rule for rule in violations(page) if rule[0] != "landmark-unique"], page.evaluate(WIDTHS)


@WINDOWS
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_in_a_component(guide, page, scheme, window):
    shown = guide(page, viewport=window, color_scheme=scheme)

    assert judged(shown) == ([], [window["width"]] * 2)


@WINDOWS
def test_axe_finds_nothing_in_any_state_of_the_picker(guide, scheme, window):
    shown = guide("picker/", viewport=window, color_scheme=scheme)
    states = shown.locator(".state a[href^='?']").evaluate_all("links => links.map(link => link.href)")
    told = set()
    for state in states:
        shown.goto(state)
        wait_until(shown, SETTLED)
        told.add(tuple(shown.locator(TOLD).all_inner_texts()))
        assert judged(shown) == ([], [window["width"]] * 2), state

    assert len(told) == len(states) > 5


@pytest.mark.parametrize("page", PAGES)
def test_a_component_stays_inside_a_small_window(guide, page):
    shown = guide(page, viewport=PHONE)

    assert shown.evaluate(BEYOND) == []
    assert shown.locator(".table-region").evaluate_all(SCROLLING) == []


def test_a_number_of_an_index_is_never_broken(guide):
    lines = guide("index-list/").locator(".index-list__number").evaluate_all(LINES)

    assert len(lines) > 5
    assert max(lines) < 1.5


def test_a_picture_begins_where_its_words_begin_in_a_stacked_table(guide):
    shown = guide("comparison-table/", viewport=PHONE)
    starts = shown.locator("td.numeric:has(svg)").evaluate_all(STARTS)

    assert len(starts) > 1
    assert all(words == pytest.approx(picture, abs=1) for words, picture in starts)


def test_all_signs_stand_at_one_height(guide):
    tops = guide("notes/").locator(".note-sign > *").evaluate_all(NUMBERS)

    assert len(tops) > 3
    assert max(tops) - min(tops) < 1


def test_the_tools_of_all_treatments_work_with_samples(guide):
    shown = guide("full-table-tools/")
    shown.locator(".tools").wait_for()
    shown.get_by_label("Category").select_option("Sample kind")
    wait_until(shown, "() => document.querySelectorAll('#all tbody tr').length === 2")

    assert shown.locator("#all tbody th a").all_inner_texts() == ["Treatment A", "Treatment B"]


def test_only_tables_that_ask_for_tools_get_them(guide):
    shown = guide("table-tools/")
    switches = shown.locator(".tools__switch").evaluate_all(
        "nodes => nodes.map(node => node.checkVisibility())"
    )

    assert switches == [True, False]
    assert shown.locator(".table-region:not([data-tools])").count() == 1


def test_a_contents_list_ends_within_its_text(guide):
    bottom = "node => node.getBoundingClientRect().bottom"
    shown = guide("contents-list/")

    assert shown.locator(".contents").evaluate("node => getComputedStyle(node).float") == "inline-start"
    assert shown.locator(".contents").evaluate(bottom) <= shown.locator(".text:has(.contents)").evaluate(
        bottom
    )
