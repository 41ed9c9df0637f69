"""What becomes of a table in a browser: what it is to a screen reader, and what stays in sight."""

import pytest

from tests.browser.conftest import DESK, PHONE

BOX = "node => node.getBoundingClientRect().toJSON()"
UNDER = """([x, y]) => document.elementFromPoint(x, y).closest("th")?.innerText ?? null"""


def table_heard(page):
    """Return the rows of the first table as assistive technology has them: each cell's role and words."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def role(node):
        return node.get("role", {}).get("value")

    def below(node, wanted):
        for child in (by_id[key] for key in node.get("childIds", []) if key in by_id):
            if role(child) in wanted:
                yield child
            else:
                yield from below(child, wanted)

    def text(node):
        if role(node) == "StaticText":
            return node["name"]["value"]
        return " ".join(text(by_id[key]) for key in node.get("childIds", []) if key in by_id)

    table = next(node for node in nodes if role(node) == "table")
    cells = {"cell", "gridcell", "columnheader", "rowheader"}
    return [[(role(cell), text(cell)) for cell in below(row, cells)] for row in below(table, {"row"})]


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["columns", "stacked"])
@pytest.mark.parametrize("kind", ["comparison", "full table"])
def test_a_table_keeps_its_rows_and_heads_for_screen_readers(tab, addresses, kind, window):
    page = tab(addresses[kind], viewport=window)
    stacked = page.locator("tbody td").first.evaluate("node => getComputedStyle(node).display") == "block"
    head, *rows = table_heard(page)
    labels = page.locator("tbody th .label, tbody th > a").all_text_contents()

    assert stacked == (window is PHONE)
    assert len(head) > 4
    assert {role for role, _ in head} == {"columnheader"}
    assert [[role for role, _ in row] for row in rows] == [["rowheader"] + ["cell"] * (len(head) - 1)] * len(
        rows
    )
    assert len(rows) == len(labels)
    assert all(label in name for (_, name), label in zip((row[0] for row in rows), labels, strict=True))
    assert all(name.strip() for row in [head, *rows] for _, name in row)


def test_the_heads_of_a_stacked_table_are_seen_but_heard_once(tab, addresses):
    """What stands above each cell is drawn by the style sheet and has no voice."""
    page = tab(addresses["comparison"], viewport=PHONE)
    cell = page.locator("tbody td").first
    drawn = cell.evaluate("node => getComputedStyle(node, '::before').content")
    title = page.locator("thead th a").first.text_content()

    assert drawn == f'"{title}" / ""'
    assert title not in table_heard(page)[1][1][1]


def test_the_heads_of_a_comparison_stick_to_the_window(tab, addresses):
    page = tab(addresses["comparison"])
    page.locator("tbody tr").nth(8).evaluate("node => node.scrollIntoView()")
    head = page.locator("thead th").nth(2)
    box = head.evaluate(BOX)

    assert page.evaluate("scrollY") > DESK["height"]
    assert box["top"] == pytest.approx(0, abs=1)
    assert page.evaluate(UNDER, [box["left"] + 20, box["bottom"] - 10]) == head.inner_text()


def test_both_kinds_of_heads_of_the_full_table_stay_in_its_region(tab, addresses):
    page = tab(addresses["full table"])
    region = page.locator(".table-region")
    region.evaluate("node => { node.scrollIntoView(); node.scrollTo(1500, 1500) }")
    frame = region.evaluate(BOX)
    scrolled = region.evaluate("node => [node.scrollLeft, node.scrollTop]")
    tops = [head.evaluate(BOX)["top"] for head in page.locator("thead th").all()]
    lefts = [head.evaluate(BOX)["left"] for head in page.locator("tbody th").all()]
    corner = page.evaluate(UNDER, [frame["left"] + 20, frame["top"] + 20])
    side = page.evaluate(UNDER, [frame["left"] + 20, frame["bottom"] - 40])

    assert scrolled == [1500, 1500]
    assert tops == pytest.approx([frame["top"] + 2] * len(tops), abs=1.5)
    assert lefts == pytest.approx([frame["left"]] * len(lefts), abs=1.5)
    assert corner == page.locator("thead th").first.inner_text()
    assert side in page.locator("tbody th").all_inner_texts()


@pytest.mark.parametrize("kind", ["comparison", "full table"])
def test_nothing_sticks_in_a_low_window(tab, addresses, kind):
    page = tab(addresses[kind], viewport={"width": 1280, "height": 399})
    kinds = page.locator(".comparison th").evaluate_all(
        "heads => [...new Set(heads.map(head => getComputedStyle(head).position))]"
    )
    tall = tab(addresses[kind], viewport={"width": 1280, "height": 401}).locator("thead th").first

    assert kinds == ["static"]
    assert tall.evaluate("node => getComputedStyle(node).position") == "sticky"
