"""Pictures drawn from the data, as they are heard and seen: each says no more than the words beside it."""

import pytest

from tests.browser.conftest import DESK, PHONE

DRAWN = ("article", "procedure", "comparison", "full table")
# The words of the line that a picture stands in, without signs, notes and other pictures.
BESIDE = """pictures => pictures.map(picture => {
    const line = picture.closest("figure:not(.pictures figure), li, dd, td").cloneNode(true);
    line.querySelectorAll("svg, .note-sign").forEach(node => node.remove());
    return line.textContent.replace(/\\s+/g, " ").trim();
})"""
PAINT = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const system = name => { probe.style.color = name; return getComputedStyle(probe).color };
    const paints = [...document.querySelectorAll("main svg :is(path, text):not(defs *)")].map(shape => {
        const style = getComputedStyle(shape);
        return [style.stroke, style.fill].filter(paint => paint !== "none" && paint !== system("Canvas"));
    });
    return [paints, [system("CanvasText"), system("LinkText")]];
}"""
BEYOND = """pictures => pictures.filter(picture => picture.checkVisibility()).filter(picture => {
    const box = picture.getBoundingClientRect();
    const room = picture.closest("li, dd, td, section").getBoundingClientRect();
    return !box.width || !box.height || box.left < room.left - 0.5 || box.right > room.right + 0.5;
}).map(picture => picture.getAttribute("aria-label"))"""


def heard(page):
    """Return the names of all pictures as assistive technology has them."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") in {"image", "img"}]


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", ["article", "procedure", "comparison"])
def test_a_picture_is_called_by_words_that_stand_beside_it(tab, addresses, kind, window):
    page = tab(addresses[kind], viewport=window)
    pictures = page.locator("main svg[role=img]")
    names = [picture.get_attribute("aria-label") for picture in pictures.all()]
    beside = pictures.evaluate_all(BESIDE)

    assert sorted(heard(page)) == sorted(names)
    assert len(names) >= 3
    for name, words in zip(names, beside, strict=True):
        assert name in words


def test_the_body_on_the_start_page_is_called_by_its_question(tab, addresses):
    page = tab(addresses["home"])
    question = page.locator("section:has(.body-map) h2").inner_text()

    assert page.get_by_role("group", name=question, exact=True).locator("a").count() > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "procedure", "comparison"])
def test_forced_colours_draw_every_shape_of_a_picture(tab, addresses, kind, scheme):
    page = tab(addresses[kind], forced_colors="active", color_scheme=scheme)
    paints, system = page.evaluate(PAINT)
    drawn = [paint for shape in paints for paint in shape]

    assert drawn
    assert [paint for paint in drawn if paint not in system and not paint.startswith("url(")] == []
    assert sum(1 for shape in paints if shape) >= len(paints) / 2


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_stays_in_its_cell(tab, addresses, kind, width):
    page = tab(addresses[kind], viewport={"width": width, "height": 800})

    assert page.locator("main svg").evaluate_all(BEYOND) == []


def test_pictures_are_printed(tab, addresses):
    page = tab(addresses["comparison"], viewport={"width": 1032, "height": 700})
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.locator(".icons__have").first.evaluate("node => getComputedStyle(node).stroke")
    page.emulate_media(media="screen", color_scheme="light")

    assert ink == page.locator(".icons__have").first.evaluate("node => getComputedStyle(node).stroke")
    assert page.locator("main svg").evaluate_all(BEYOND) == []
