"""Notes of a table in a text stand on the pages of its treatments: a script brings them here."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import WIDTHS
from tests.browser.test_notes import OUTSIDE, SIZES

SIGNS = ".note-sign a[href*='#cell-']"
SUMMED = ".note-sign a:not([href*='#cell-'])"
NOTE = ".note:popover-open"
# What limits a line, by its labels; and the addresses of its sources, which stand in the note itself.
READ = """() => {
    const note = document.querySelector(".note:popover-open");
    const pairs = [...note.querySelectorAll("dl > div")].map(pair => pair.textContent.trim());
    const out = [...note.querySelectorAll("a")].map(link => link.href);
    return [pairs.filter(words => !words.startsWith("Source")), out];
}"""
LISTED = "[...document.querySelectorAll('.sources li > a')].map(link => link.href)"


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_a_sign_brings_the_note_of_the_other_page(tab, addresses, window):
    page = tab(addresses["article"], viewport=window)
    sign = page.locator(SIGNS).first
    number, place = sign.inner_text().split()[-1], sign.get_attribute("href")
    sign.click()
    note = page.locator(NOTE)
    note.wait_for()
    limits, sources = page.evaluate(READ)

    assert note.locator("b").inner_text() == number
    assert page.url == addresses["article"]
    assert page.evaluate(WIDTHS) == [window["width"]] * 2
    assert note.evaluate(OUTSIDE) == []
    assert violations(page) == []
    page.goto(f"{addresses['article']}{place}")
    page.locator(":target").click()
    assert page.evaluate(READ)[0] == limits
    assert sources
    assert [url for url in sources if url not in page.evaluate(LISTED)] == []


def test_the_keyboard_opens_the_note_and_escape_returns_to_the_sign(tab, addresses):
    page = tab(addresses["article"])
    sign = page.locator(SIGNS).nth(2)
    sign.focus()
    page.keyboard.press("Enter")
    page.locator(NOTE).wait_for()
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('.note:popover-open').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.locator(NOTE).wait_for(state="hidden")

    assert inside
    assert sign.evaluate("sign => sign === document.activeElement")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_line_that_sums_up_leads_to_all_that_it_counts(tab, addresses, script):
    page = tab(addresses["article"], java_script_enabled=script)
    page.locator(SUMMED).first.click()
    page.wait_for_url("**/procedures/**")

    assert page.locator("dt:target").is_visible()


def test_without_script_a_sign_leads_to_the_line_on_its_page(tab, addresses):
    page = tab(addresses["article"], java_script_enabled=False)
    page.locator(SIGNS).first.click()
    page.wait_for_url("**/procedures/**")

    assert page.locator("button:target").is_visible()


def test_where_the_note_cannot_be_fetched_the_sign_leads_to_its_line(tab, addresses):
    page = tab(addresses["article"])
    page.route("**/parts/*.json", lambda route: route.abort())
    page.locator(SIGNS).first.click()
    page.wait_for_url("**/procedures/**")

    assert page.locator("button:target").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_each_sign_of_a_text_is_a_target(tab, addresses, width):
    page = tab(addresses["article"], viewport={"width": width, "height": 800})
    sizes = page.locator(".note-sign a").evaluate_all(SIZES)

    assert len(sizes) > 5
    assert min(sizes) >= 24
