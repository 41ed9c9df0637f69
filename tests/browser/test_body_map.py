"""The body as a way in: every part can be met by finger, mouse and keyboard, and says where it leads."""

import pytest

from tests.browser.conftest import DESK, PHONE

LINKS = ".body-map a"
# The room that a finger has: the part of each shape that lies inside the figure.
ROOM = """links => links.map(link => Math.max(...[...link.querySelectorAll("path")].map(shape => {
    const box = shape.getBoundingClientRect(), figure = link.closest("svg").getBoundingClientRect();
    const reach = (low, high) => Math.min(high[1], low[1]) - Math.max(high[0], low[0]);
    return Math.min(reach([box.left, box.right], [figure.left, figure.right]), box.height);
})))"""
LOOK = """link => {
    const shape = getComputedStyle(link.querySelector("path")), label = link.querySelector("text:last-child");
    return {fill: shape.fill, edge: shape.strokeWidth, label: getComputedStyle(label).opacity};
}"""


@pytest.fixture(params=["home", "treatments"])
def body(request, tab, addresses):
    return tab(addresses[request.param], viewport=PHONE)


def test_each_part_is_called_as_its_plain_link(body):
    plain = body.locator(".way .index-list li").all_text_contents()
    drawn = body.get_by_role("group").get_by_role("link")

    assert drawn.count() == len(plain) > 10
    for words in plain:
        assert body.get_by_role("group").get_by_role("link", name=words.strip(), exact=True).count() == 1


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_each_part_is_large_enough_for_a_finger(tab, addresses, window):
    room = tab(addresses["home"], viewport=window).eval_on_selector_all(LINKS, ROOM)

    assert min(room) >= 24


def test_a_part_with_the_focus_is_filled_edged_and_named(body):
    knee = body.locator(LINKS, has_text="Knee")
    before = knee.evaluate(LOOK)
    knee.focus()
    after = knee.evaluate(LOOK)

    assert before["label"] == "0"
    assert after["label"] == "1"
    assert after["fill"] != before["fill"]
    assert float(after["edge"].removesuffix("px")) > float(before["edge"].removesuffix("px"))


@pytest.mark.parametrize("words", ["Lower back", "Whole body"])
def test_a_part_leads_to_its_list(body, words):
    part = body.locator(LINKS, has_text=words).locator("path").last
    part.evaluate("node => node.scrollIntoView({block: 'center', behavior: 'instant'})")
    spot = part.bounding_box()
    body.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2 + 8)
    body.wait_for_url(f"**/{words.lower().replace(' ', '-')}/")

    assert words.lower() in body.locator("h1").inner_text().lower()
