"""The sheet for an appointment: filled in, printed, kept or not, and never sent."""

import re
import shutil

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until
from tests.browser.paper import words_on_pages
from tests.browser.serving import FOLDER, serving
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_layout import BEYOND, WIDTHS
from tests.conftest import SECOND

BOXES = "[data-part] input"
KEEP = "Keep this sheet on this device"
TITLE = rf"title: \1 {'and more ' * 15}of it"
KEPT = "Object.values(localStorage)"
FILLED = """() => [...document.querySelectorAll("[data-part] :is(input, textarea)")]
    .map(one => one.type === "checkbox" ? one.checked : one.value).filter(Boolean)"""
SMALL = """() => [...document.querySelectorAll("main :is(label, textarea, button)")]
    .filter(node => node.checkVisibility() && !node.htmlFor)
    .map(node => [node.textContent.trim(), node.getBoundingClientRect().height])
    .filter(([, height]) => height < 40)"""
# As browsers submit whose Enter does so on any control; answers once a way elsewhere would have begun.
SUBMIT = """() => {
    document.querySelector("main form").requestSubmit();
    return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
WORDS = "Can I still swim?\nMust I bring a form?"


@pytest.fixture
def open_sheet(tab, address):
    """Give a function that opens the sheet, with the options of Playwright's contexts."""
    return lambda **options: tab(f"{address}{FOLDER}appointment/", **options)


@pytest.fixture(scope="module")
def crowded(once, tmp_path_factory):
    """Give the address of a clinic whose titles of treatments take more lines than a page has for them."""
    content = shutil.copytree(SECOND, tmp_path_factory.mktemp("crowded") / "content")
    for path in content.glob("procedures/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^title: (.*)$", TITLE, text, count=1), encoding="utf-8")
    built = once("crowded", content)
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield address


def paper(page, form):
    """Print a page and return the words of each sheet of paper."""
    return words_on_pages(page.pdf(format=form, prefer_css_page_size=True))


def texts(lines):
    """Return the words of each line."""
    return [words.strip() for words in lines.all_inner_texts()]


def mark_some(page):
    """Mark one line of three lists, type a question, and return what was marked."""
    labels = [page.locator(f"#{part} label").nth(1) for part in ("matters", "treatments", "questions")]
    for label in labels:
        label.click()
    page.get_by_label("My own questions").fill(WORDS)
    return [label.inner_text().strip() for label in labels]


@pytest.mark.parametrize("form", ["A4", "Letter"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_empty_sheet_prints_on_one_page_for_a_pen(open_sheet, form, scripts):
    page = open_sheet(java_script_enabled=scripts)
    offered = texts(page.locator(".tick-list label"))
    (said,) = paper(page, form)

    assert len(offered) > 30
    assert [line for line in offered if line not in said] == []
    assert "Name Date" in said
    assert "My own questions" in said
    assert "Print" not in said


@pytest.mark.parametrize("form", ["A4", "Letter"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_marked_and_typed_prints_on_one_page_without_the_rest(open_sheet, form, scripts):
    page = open_sheet(java_script_enabled=scripts)
    marked = mark_some(page)
    lists = texts(page.locator(":is(#matters, #treatments, #questions) .tick-list label"))
    unmarked = texts(page.locator("#tell .tick-list label"))
    (said,) = paper(page, form)

    assert [line for line in lists if line in said] == marked
    assert all(line in said for line in unmarked)  # nothing is marked there: all of it
    assert " ".join(WORDS.split()) in said
    assert "555-0100" in said
    assert "call 911" in said


def test_everything_marked_prints_on_one_page(open_sheet):
    page = open_sheet()
    for box in page.locator(BOXES).all():
        box.check()

    assert len(paper(page, "Letter")) == 1


def test_more_treatments_than_fit_are_printed_once_they_are_marked(tab, crowded):
    page = tab(f"{crowded}/appointment/")
    first, *others = texts(page.locator("#treatments label"))
    rules = page.locator("#treatments hr")
    (empty,) = paper(page, "Letter")
    page.emulate_media(media="print")
    room = rules.first.is_visible()
    page.emulate_media(media="null")
    page.get_by_label(first).check()
    (marked,) = paper(page, "Letter")
    page.emulate_media(media="print")

    assert [title for title in (first, *others) if title in empty] == []
    assert [title for title in (first, *others) if title in marked] == [first]
    assert (room, rules.first.is_visible()) == (True, False)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_print_loses_no_word_however_much_was_typed(open_sheet, scripts):
    page = open_sheet(java_script_enabled=scripts)
    numbers = [f"word{number}." for number in range(900)]
    page.get_by_label("My own questions").fill(" ".join(numbers))
    said = " ".join(paper(page, "A4"))

    assert [number for number in numbers if number not in said] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_field_grows_with_what_is_typed(open_sheet, scripts):
    page = open_sheet(java_script_enabled=scripts)
    field = page.get_by_label("My own questions")
    before = field.bounding_box()["height"]
    field.fill("One line\n" * 20)

    assert field.bounding_box()["height"] > 3 * before
    assert field.evaluate("node => node.scrollHeight <= node.clientHeight")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_nothing_leaves_the_page_whatever_key_is_pressed(open_sheet, scripts):
    page = open_sheet(java_script_enabled=scripts)
    page.wait_for_load_state("networkidle")
    address, asked = page.url, []
    page.on("request", lambda request: asked.append(request.url))
    mark_some(page)
    for control in page.locator("[data-part] :is(input, textarea)").all():
        control.press("Enter")
    if scripts:
        page.get_by_label(KEEP).press("Space")
        page.get_by_label(KEEP).press("Enter")
        page.get_by_role("button", name="Clear the sheet").press("Enter")
        page.get_by_role("button", name="Undo").press("Enter")
        page.evaluate(SUBMIT)

    assert page.locator(f"{BOXES}:checked").count() == 3
    assert page.get_by_label("My own questions").input_value().startswith("Can I still swim?")
    assert (page.url, asked) == (address, [])
    assert page.context.cookies() == []


def test_nothing_is_kept_unless_it_is_asked_for(open_sheet):
    page = open_sheet()
    mark_some(page)
    kept = page.evaluate(KEPT)
    page.reload()

    assert kept == []
    assert page.evaluate(FILLED) == []
    assert not page.get_by_label(KEEP).is_checked()


def test_what_is_kept_is_there_again_until_the_mark_is_removed(open_sheet):
    page = open_sheet()
    mark_some(page)
    page.get_by_label(KEEP).check()
    page.get_by_label("Names, doses, dates").fill("Penicillin")
    filled = page.evaluate(FILLED)
    page.reload()
    again = page.evaluate(FILLED)
    asked = page.get_by_label(KEEP).is_checked()
    page.get_by_label(KEEP).uncheck()
    left = page.evaluate(KEPT)
    page.reload()

    assert filled == [True, True, True, WORDS, "Penicillin"]
    assert again == filled
    assert asked
    assert left == []
    assert page.evaluate(FILLED) == []


def test_a_line_that_moves_in_the_list_keeps_its_own_mark(open_sheet):
    page = open_sheet()
    page.locator("#questions label").nth(1).click()
    question = texts(page.locator("#questions label"))[1]
    page.get_by_label(KEEP).check()
    page.route("**/appointment/", lambda route: route.fulfill(body=moved(route.fetch().text())))
    page.reload()

    assert texts(page.locator("#questions label"))[0] == question
    assert page.locator("#questions li").first.locator("input").is_checked()
    assert page.locator(f"{BOXES}:checked").count() == 1


def moved(html):
    """Return the page with the first two questions in the other order."""
    start, end = html.split('id="questions"')
    first, second = re.findall(r"<li>.*?</li>", end)[:2]
    swapped = end.replace(f"{first}\n{second}", f"{second}\n{first}")
    return f'{start}id="questions"{swapped}'


def test_another_window_that_deletes_what_is_kept_stops_this_one_from_keeping(open_sheet):
    page = open_sheet()
    page.get_by_label(KEEP).check()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label(KEEP).uncheck()
    wait_until(page, "() => !document.querySelector('[data-sheet=keep]').checked")
    mark_some(page)

    assert page.evaluate(KEPT) == []


def test_a_full_device_is_told_and_nothing_is_kept(open_sheet):
    page = open_sheet()
    page.evaluate(
        """() => { Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError") } }"""
    )
    page.get_by_label(KEEP).click()

    assert page.get_by_role("status").inner_text() == "This browser has no room to keep the sheet."
    assert not page.get_by_label(KEEP).is_checked()


def test_a_browser_that_may_keep_nothing_offers_the_rest(tab, address):
    page = tab()
    page.add_init_script(
        """Object.defineProperty(window, "localStorage",
            {get() { throw new DOMException("", "SecurityError") }})"""
    )
    page.goto(f"{address}{FOLDER}appointment/")
    mark_some(page)

    assert not page.get_by_label(KEEP).is_visible()
    assert page.get_by_role("button", name="Print the sheet").is_visible()
    page.get_by_role("button", name="Clear the sheet").click()
    assert page.evaluate(FILLED) == []


def test_clear_empties_the_sheet_and_undo_brings_it_back(open_sheet):
    page = open_sheet()
    mark_some(page)
    page.get_by_label(KEEP).check()
    filled = page.evaluate(FILLED)
    page.get_by_role("button", name="Clear the sheet").click()
    cleared, kept = page.evaluate(FILLED), page.evaluate(KEPT)
    said = page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Undo").click()

    assert (cleared, kept, said) == ([], ["{}"], "The sheet is empty.")
    assert page.evaluate(FILLED) == filled
    assert "swim" in page.evaluate(KEPT)[0]


def test_what_is_marked_after_clearing_stays(open_sheet):
    page = open_sheet()
    mark_some(page)
    page.get_by_role("button", name="Clear the sheet").click()
    page.locator(BOXES).first.check()

    assert not page.get_by_role("button", name="Undo").is_visible()
    page.get_by_role("button", name="Clear the sheet").click()
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(FILLED) == [True]


def test_print_opens_the_browsers_own_print(open_sheet):
    page = open_sheet()
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print the sheet").click()

    assert page.evaluate("window.printed")


def test_without_scripts_the_page_says_how_to_print_and_offers_nothing_that_does_not_work(open_sheet):
    page = open_sheet(java_script_enabled=False)
    sentence = "use your browser’s Print command"

    assert sentence in page.locator("main").inner_text()
    assert page.locator("main button:visible").count() == 0
    assert not page.get_by_label(KEEP).is_visible()
    assert sentence not in open_sheet().locator("main").inner_text()


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_the_keyboard_reaches_everything_in_sight_and_in_order(open_sheet, window):
    page = open_sheet(viewport=window)
    page.locator(BOXES).first.check()
    controls = page.locator("main :is(input, textarea, button):visible").count()
    page.locator(".breadcrumb a").focus()
    stops = []
    for _ in range(controls):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    last = page.evaluate("document.activeElement.dataset.sheet")

    assert controls > 40
    assert [stop for stop in stops if not (stop["seen"] and stop["outlined"])] == []
    assert last == "clear"


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_fingers_have_room(open_sheet, window):
    page = open_sheet(viewport=window)
    page.locator(BOXES).first.check()

    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation_on_a_sheet_in_use(open_sheet, window, scheme):
    page = open_sheet(viewport=window, color_scheme=scheme)
    mark_some(page)
    page.get_by_label(KEEP).check()

    assert violations(page) == []


def test_the_page_never_scrolls_sideways_on_a_phone(open_sheet):
    page = open_sheet(viewport=PHONE)
    page.get_by_label("My own questions").fill("w" * 200)

    assert page.evaluate(WIDTHS) == [PHONE["width"], PHONE["width"]]


def test_the_marks_are_seen_in_forced_colours(open_sheet):
    page = open_sheet(forced_colors="active")
    box = page.locator(BOXES).first
    before = box.screenshot()
    box.check()

    assert box.screenshot() != before


def test_the_page_fits_with_text_of_twice_the_size(tab, address):
    page = tab(viewport={"width": 640, "height": 800})
    protocol = page.context.new_cdp_session(page)
    protocol.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(f"{address}{FOLDER}appointment/")

    assert page.evaluate(WIDTHS) == [640, 640]
    assert page.evaluate(BEYOND) == []
