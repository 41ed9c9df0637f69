"""Words with a meaning, in a browser without script: keyboard, phone, paper."""

import pytest

from tests.browser.conftest import DESK, PAINTED, PHONE
from tests.browser.serving import FOLDER, serving
from tests.browser.test_accessibility import violations
from tests.conftest import SECOND

ACTIVE = "document.activeElement.outerHTML"
MEANING = ".term + [popover]"


@pytest.fixture(scope="module")
def site(once):
    """Give the address of a small clinic that has a glossary."""
    built = once("second", SECOND)
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield f"{address}{FOLDER}"


@pytest.fixture
def article(tab, site):
    """Give a function that opens an article with one such word."""
    return lambda **options: tab(f"{site}blog/which-visit-first/", **options)


def test_the_keyboard_opens_a_meaning_reads_it_and_closes_it(article):
    page = article(java_script_enabled=True)
    word, note = page.locator(".term button"), page.locator(MEANING)

    word.focus()
    page.keyboard.press("Enter")
    note.wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Glossary"
    page.keyboard.press("Escape")

    note.wait_for(state="hidden")
    assert "popovertarget" in page.evaluate(ACTIVE)


def test_a_meaning_opens_without_script(article):
    page = article(java_script_enabled=False)

    page.locator(".term button").click()

    page.locator(MEANING).wait_for(state="visible")


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_the_meaning_stands_beside_the_word_inside_the_window(article, window):
    page = article(viewport=window)
    word, note = page.locator(".term button"), page.locator(MEANING)

    word.click()
    note.wait_for(state="visible")
    page.evaluate(PAINTED)

    box, beside = note.bounding_box(), word.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= window["width"]
    assert box["y"] >= beside["y"] + beside["height"] or box["y"] + box["height"] <= beside["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= window["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_an_open_meaning_and_on_the_page_of_all(article, tab, site, scheme):
    page = article(color_scheme=scheme)
    page.locator(".term button").click()
    page.locator(MEANING).wait_for(state="visible")

    assert violations(page) == []
    assert violations(tab(f"{site}glossary/", color_scheme=scheme)) == []


def test_on_paper_the_word_looks_like_its_sentence(article):
    page = article()
    page.locator(".term button").click()
    page.emulate_media(media="print")

    assert page.locator(MEANING).is_hidden()
    style = "getComputedStyle(document.querySelector('.term button'))"
    assert page.evaluate(f"{style}.textDecorationLine") == "none"
    around = "getComputedStyle(document.querySelector('.term').parentElement)"
    for name in ("fontFamily", "fontSize", "fontWeight", "color"):
        assert page.evaluate(f"{style}.{name} == {around}.{name}")
