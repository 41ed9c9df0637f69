"""Pictures in texts: their room is kept before they come, and nobody needs them to read on."""

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until
from tests.browser.serving import serving
from tests.browser.test_accessibility import violations
from tests.desk.spoiling import copy_base, swap
from tests.media.conftest import OLD
from tests.media.samples import photo

ALT = "A knee, seen from the side"
FILES = "**/media/*"
PLACES = """() => [...document.querySelectorAll("main img, main h2, main p")].map(node => {
    const box = node.getBoundingClientRect();
    return [node.tagName, box.x, box.y + scrollY, box.width, box.height];
})"""
SEEN = """() => [...document.querySelectorAll("main img")]
    .every(image => image.complete && image.naturalWidth)"""
ASKED_FOR = """() => document.querySelector("main img").complete"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def pictured(once, tmp_path_factory):
    """Give the address of an article with a large and a tall photo between its paragraphs."""
    content = copy_base(tmp_path_factory.mktemp("pictured"))
    for name, size in {"large.jpg": (2000, 1500), "tall.jpg": (600, 900)}.items():
        (content / "images" / name).write_bytes(photo(*size))
    shown = [
        f"![{ALT}](images/large.jpg)",
        "A warm pack helps.",
        "![A tall knee](images/tall.jpg)",
        "So be it.",
    ]
    swap(content, "articles/warm-hands.md", {OLD: "\n\n".join(shown)})
    built = once("pictured", content)
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield f"{address}/blog/warm-hands/"


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_when_pictures_come_late(tab, pictured, window):
    page = tab(viewport=window)
    held = []
    page.route(FILES, lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no method
    page.goto(pictured, wait_until="domcontentloaded")
    page.locator("main img").last.scroll_into_view_if_needed()
    before = page.evaluate(PLACES)
    for route in held:
        route.continue_()
    page.unroute(FILES)
    page.locator("main img").first.scroll_into_view_if_needed()
    wait_until(page, SEEN)

    assert held
    assert page.evaluate(PLACES) == before
    rooms = {round(height / width, 2) for tag, _, _, width, height in before if tag == "IMG"}
    assert rooms == {0.75, 1.5}


@pytest.mark.parametrize(
    ("window", "dense", "width"), [(DESK, 1, 960), (DESK, 2, 1440), (PHONE, 1, 480), (PHONE, 2, 960)]
)
def test_a_browser_takes_the_best_format_in_the_width_that_it_needs(tab, pictured, window, dense, width):
    page = tab(viewport=window, device_scale_factor=dense)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pictured)
    page.locator("main img").first.scroll_into_view_if_needed()
    wait_until(page, SEEN)
    large = [url.rpartition("/")[2] for url in asked if "/media/large" in url]

    assert [(name.split(".")[0], name.split(".")[2]) for name in large] == [(f"large-{width}", "avif")]


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_pictures_never_make_a_page_wider(tab, pictured, window):
    page = tab(pictured, viewport=window)
    measure = page.locator("main .text > p").first.bounding_box()["width"]

    assert page.evaluate(SIDEWAYS) == 0
    assert page.locator("main img").first.bounding_box()["width"] == measure
    assert page.locator("main img").last.bounding_box()["width"] == min(600, measure)


def blocked(route):
    route.abort()


def broken(route):
    route.fulfill(status=200, content_type="image/avif", body=b"no picture")


@pytest.mark.parametrize("spoil", [blocked, broken])
def test_a_page_is_whole_where_pictures_are_blocked_or_broken(tab, pictured, spoil):
    page = tab(viewport=PHONE)
    page.route(FILES, spoil)
    page.goto(pictured)
    page.locator("main img").first.scroll_into_view_if_needed()
    wait_until(page, ASKED_FOR)

    assert page.get_by_role("img", name=ALT).is_visible()
    assert page.get_by_text("A warm pack helps.").is_visible()
    assert page.evaluate("document.querySelector('main img').naturalWidth") == 0
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_around_pictures(tab, pictured, scheme):
    page = tab(pictured, color_scheme=scheme)

    assert page.locator("main picture").count() == 2
    assert violations(page) == []


def test_pictures_print_and_load_in_silence(tab, pictured):
    page = tab()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(pictured)
    # Those far below come late, and a PDF does not wait for them.
    page.evaluate("() => Promise.all([...document.images].map(one => (one.loading = 'eager', one.decode())))")
    page.emulate_media(media="print")
    paper = page.pdf()

    assert said == []
    assert paper.count(b"/Subtype /Image") >= 2
