"""That a page fits: small windows, large text, paper, forced colours, titles nobody expected."""

import re

import pytest

from tests.browser.conftest import DESK, KINDS, PHONE
from tests.browser.paper import words_on_pages

WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
ROOT_SIZE = "getComputedStyle(document.documentElement).fontSize"
# What is said aloud only is cut off by clip-path wherever it stands.
BEYOND = """() => [...document.querySelectorAll("body *")]
    .filter(node => getComputedStyle(node).clipPath === "none")
    .filter(node => node.getBoundingClientRect().right > innerWidth + 0.5)
    .map(node => `${node.tagName}.${node.className} ${node.textContent.slice(0, 40)}`)"""
FOLDED = """() => [...document.querySelectorAll("details:not(.tools *) > :not(summary)")]
    .map(node => node.checkVisibility() && node.getBoundingClientRect().height > 0)"""
PAPER = {"portrait": (673, 1000), "landscape": (1032, 700)}  # A4 without margins, in CSS pixels
A4 = {"portrait": [595, 842], "landscape": [842, 595]}  # in points


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways(tab, addresses, kind, window):
    """320 px are also what is left of 1280 at a zoom of 400 %."""
    page = tab(addresses[kind], viewport=window)
    scroll, client = page.evaluate(WIDTHS)

    assert client == window["width"]
    assert scroll == client


@pytest.mark.parametrize("width", [1280, 640])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_with_text_of_twice_the_size(tab, addresses, kind, width):
    page = tab(viewport={"width": width, "height": 800})
    protocol = page.context.new_cdp_session(page)
    protocol.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(addresses[kind])

    assert page.evaluate(ROOT_SIZE) == "32px"
    assert page.evaluate(WIDTHS) == [width, width]
    assert page.evaluate(BEYOND) == [] or kind == "full table"  # whose region scrolls by itself


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [
        ("article", "portrait"),
        ("procedure", "portrait"),
        ("full table", "portrait"),
        ("comparison", "landscape"),
    ],
)
def test_all_of_a_page_fits_on_paper(tab, addresses, kind, sheet):
    width, height = PAPER[sheet]
    page = tab(addresses[kind], viewport={"width": width, "height": height})
    page.emulate_media(media="print")
    folded = page.evaluate(FOLDED)
    paper = page.pdf(prefer_css_page_size=True)
    sheets = {
        tuple(round(float(number)) for number in box.split())
        for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", paper)
    }

    assert page.evaluate(BEYOND) == []
    assert all(folded)
    assert bool(folded) == (kind == "full table")
    assert sheets == {(0, 0, *A4[sheet])}


@pytest.mark.parametrize("kind", ["article", "full table", "comparison"])
def test_no_word_of_a_table_is_cut_off_on_paper(tab, addresses, kind):
    page = tab(addresses[kind])
    cells = page.locator("main tbody td").evaluate_all(
        "all => all.flatMap(cell => cell.querySelector('p, li') ? [] : [cell.firstChild.textContent])"
    )
    said = "".join("".join(words_on_pages(page.pdf(prefer_css_page_size=True))).split())

    assert len(cells) > 2
    assert [cell for cell in cells if "".join(cell.split()) not in said] == []


COLOURS = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const system = name => { probe.style.color = name; return getComputedStyle(probe).color };
    const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
    return {
        text: system("CanvasText"), back: system("Canvas"),
        head: [of("thead th", "borderBottomStyle"), of("thead th", "borderBottomColor")],
        cell: [of("tbody td", "borderBottomStyle"), of("tbody td", "borderBottomColor")],
        differs: [of(".differs .label", "borderLeftStyle"), of(".differs .label", "borderLeftColor")],
        page: of("body", "backgroundColor"),
    };
}"""


def test_forced_colours_keep_lines_marks_and_focus(tab, addresses):
    page = tab(addresses["pair"], forced_colors="active")
    found = page.evaluate(COLOURS)
    page.locator("thead a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outline")

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert found["page"] == found["back"] != found["text"]
    assert [found[name] for name in ("head", "cell", "differs")] == [["solid", found["text"]]] * 3
    assert re.search(r"solid 3px", outline)
    assert found["back"] not in outline


def test_forced_colours_keep_the_mark_of_the_current_page(tab, addresses):
    """A box-shadow is not drawn there."""
    page = tab(addresses["treatments"], forced_colors="active")
    read = "node => { const s = getComputedStyle(node); return [s.borderBottomStyle, s.borderBottomWidth] }"
    here = page.locator("header li a[aria-current]").evaluate(read)
    elsewhere = page.locator("header li a:not([aria-current])").first.evaluate(read)

    assert here == ["solid", "3px"]
    assert elsewhere != here


@pytest.mark.parametrize("kind", ["home", "comparison"])
def test_nothing_moves_for_those_who_asked_for_stillness(tab, addresses, kind):
    page = tab(addresses[kind], reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].map(node => getComputedStyle(node)).filter(style =>
        style.animationName !== "none" || style.transitionDuration !== "0s" || style.scrollBehavior !== "auto"
    ).length"""

    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0
