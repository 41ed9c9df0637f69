"""Notes: by keyboard, finger and without script, to the sources and back, on any window and on paper."""

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_layout import WIDTHS

TABLES = ("procedure", "comparison", "full table")  # those of articles are in test_far_notes.py
SIGNS = ".note-sign button"
ACTIVE = "document.activeElement.id"
STOPS = 30  # the way through the header to the first sign
# The last letter before each sign, and the number of the sign: those that share no line.
ALONE = """() => {
    const box = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from), range.setEnd(node, to);
        return range.getBoundingClientRect();
    };
    const signs = [...document.querySelectorAll(".note-sign")].filter(sign => sign.checkVisibility());
    return signs.filter(sign => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        walker.currentNode = sign;
        do walker.previousNode(); while (!walker.currentNode.data.trim());
        const end = walker.currentNode.data.trimEnd().length;
        const word = box(walker.currentNode, end - 1, end);
        const number = sign.querySelector("button").lastChild;
        const mark = box(number, 0, number.data.length);
        return !(word.top < mark.bottom && mark.top < word.bottom && word.right <= mark.left + 1);
    }).map(sign => sign.parentNode.textContent);
}"""
SIZES = """signs => signs.filter(sign => sign.checkVisibility()).map(sign => {
    const box = sign.getBoundingClientRect();
    return Math.min(box.width, box.height);
})"""
OUTSIDE = """note => {
    const box = note.getBoundingClientRect();
    return [box.left, box.top, innerWidth - box.right, innerHeight - box.bottom].filter(room => room < 0);
}"""
# For each list of notes: the signs between it and the list before, what it has, and where both are.
ON_PAPER = """() => {
    const taken = new Set(), text = node => node.textContent.trim();
    return [...document.querySelectorAll(".notes")].map(list => {
        const signs = [...document.querySelectorAll(".note-sign button")].filter(sign => !taken.has(sign)
            && sign.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);
        signs.forEach(sign => taken.add(sign));
        const notes = [...list.querySelectorAll(".note")], box = list.getBoundingClientRect();
        return {
            signs: signs.map(sign => text(sign.lastChild)),
            notes: notes.map(note => text(note.querySelector("b"))),
            below: signs.every(sign => sign.getBoundingClientRect().bottom <= box.top + 1),
            cut: notes.filter(note => {
                const own = note.getBoundingClientRect();
                const hides = getComputedStyle(note).overflowY !== "visible";
                return !note.checkVisibility() || !own.height || own.right > innerWidth + 0.5
                    || hides && note.scrollHeight > note.clientHeight + 1;
            }).map(text),
        };
    });
}"""


def note_of(page, sign):
    return page.locator(f"#{sign.get_attribute('popovertarget')}")


def opened(page, sign):
    """Open the note of a sign and return it."""
    sign.click()
    note = note_of(page, sign)
    note.wait_for(state="visible")
    return note


def to_the_first_sign(page):
    """Press Tab until a sign has the focus, and return the sign."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(ACTIVE).startswith("cell-"):
            return page.locator(f"#{page.evaluate(ACTIVE)}")
    return pytest.fail("no sign within the first stops")


@pytest.mark.parametrize("kind", ["procedure", "comparison"])
@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_keyboard_opens_a_note_walks_its_links_and_returns(tab, addresses, kind, key):
    page = tab(addresses[kind])
    sign = to_the_first_sign(page)
    page.keyboard.press(key)
    note = note_of(page, sign)
    note.wait_for(state="visible")
    page.keyboard.press("Tab")
    inside = note.evaluate("note => note.contains(document.activeElement)")
    link = page.evaluate(FOCUS)
    page.keyboard.press("Escape")
    note.wait_for(state="hidden")

    assert inside
    assert link["name"].startswith("A ")
    assert link["seen"]
    assert link["outlined"]
    assert page.evaluate(ACTIVE) == sign.get_attribute("id")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_finger_opens_a_note_and_a_touch_elsewhere_closes_it(tab, addresses, script):
    page = tab(addresses["comparison"], viewport=PHONE, has_touch=True, java_script_enabled=script)
    sign = page.locator(SIGNS).first
    note = note_of(page, sign)

    sign.tap()
    note.wait_for(state="visible")
    page.touchscreen.tap(4, 4)
    note.wait_for(state="hidden")


def test_one_note_is_open_at_a_time(tab, addresses):
    page = tab(addresses["comparison"])
    first = opened(page, page.locator(SIGNS).nth(0))
    page.locator(SIGNS).nth(5).focus()
    page.keyboard.press("Enter")
    note_of(page, page.locator(SIGNS).nth(5)).wait_for(state="visible")

    assert first.is_hidden()


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", TABLES)
def test_a_note_leads_to_the_list_of_sources_and_the_list_back_to_its_sign(tab, addresses, kind, window):
    page = tab(addresses[kind], viewport=window)
    sign = page.locator(SIGNS).nth(3)
    link = opened(page, sign).locator("a").first
    number, target = link.inner_text().split()[0], link.get_attribute("href")
    link.click()
    entry = page.locator(target)
    place = entry.evaluate("entry => [...entry.parentNode.children].indexOf(entry) + 1")
    seen = entry.evaluate("entry => entry.getBoundingClientRect().top >= 0")
    back = entry.locator(f'a[href="#{sign.get_attribute("id")}"]')
    name = back.get_attribute("aria-label")
    back.click()
    wait_until(page, "id => document.activeElement.id === id", sign.get_attribute("id"))

    assert str(place) == number
    assert seen
    assert f"Source {number}, back to use" in name
    assert page.evaluate(FOCUS)["seen"]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", TABLES)
def test_each_sign_is_a_target_beside_the_word_before_it(tab, addresses, kind, width):
    page = tab(addresses[kind], viewport={"width": width, "height": 800})
    sizes = page.locator(SIGNS).evaluate_all(SIZES)

    assert len(sizes) > 10
    assert min(sizes) >= 24
    assert page.evaluate(ALONE) == []


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", ["procedure", "comparison"])
def test_an_open_note_stays_inside_the_window(tab, addresses, kind, window):
    page = tab(addresses[kind], viewport=window)
    signs = page.locator(SIGNS)
    found = {}
    for number in range(0, signs.count(), 7):
        sign = signs.nth(number)
        sign.evaluate("sign => { sign.scrollIntoView({block: 'center'}); sign.click() }")
        note = note_of(page, sign)
        note.wait_for(state="visible")
        found[number] = (page.evaluate(WIDTHS), note.evaluate(OUTSIDE))

    assert len(found) > 3
    assert {n: what for n, what in found.items() if what != ([window["width"]] * 2, [])} == {}


@pytest.mark.parametrize("height", [330, 640])
def test_a_note_that_fits_on_no_side_of_its_sign_can_still_be_read(tab, addresses, height):
    page = tab(addresses["comparison"], viewport={"width": 320, "height": height})
    longest = page.locator(".note").evaluate_all(
        "notes => notes.toSorted((a, b) => b.textContent.length - a.textContent.length)[0].id"
    )
    sign = page.locator(f"[popovertarget={longest}]")
    sign.evaluate("sign => { sign.scrollIntoView({block: 'center'}); sign.click() }")
    note = note_of(page, sign)
    note.wait_for(state="visible")
    note.locator("a").last.focus()

    assert note.evaluate(OUTSIDE) == []
    assert page.evaluate(FOCUS)["seen"]


@pytest.mark.parametrize("kind", TABLES)
def test_on_paper_the_notes_of_a_table_stand_whole_below_it_in_order(tab, addresses, kind):
    page = tab(addresses[kind], viewport={"width": 1032, "height": 700})
    opened(page, page.locator(SIGNS).first)
    page.emulate_media(media="print")
    lists = page.evaluate(ON_PAPER)
    numbers = [number for found in lists for number in found["notes"]]

    assert numbers == [str(place + 1) for place in range(len(numbers))] != []
    for found in lists:
        assert sorted(found["signs"], key=int) == found["notes"] != []
        assert found["below"]
        assert found["cut"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation_with_an_open_note(tab, addresses, window, scheme):
    page = tab(addresses["comparison"], viewport=window, color_scheme=scheme)
    opened(page, page.locator(SIGNS).first)

    assert violations(page) == []
    assert page.locator(".note:popover-open").count() == 1
