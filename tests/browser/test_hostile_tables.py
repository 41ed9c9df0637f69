"""Tables that nobody hopes for: of one column, of 40 facts, of 60 rows, and full of hostile words."""

import shutil

import pytest

from tests.browser.conftest import PAINTED, wait_until
from tests.browser.picking import SAID, open_picker, wait_for_columns
from tests.browser.serving import FOLDER, serving
from tests.browser.test_accessibility import violations
from tests.browser.test_hostile_titles import TITLES, quoted
from tests.browser.test_layout import BEYOND, WIDTHS
from tests.conftest import SECOND

ROWS, FACTS = 60, 40
WIDE = (320, 768, 1280)
LONG = "Schmierstoffnippel " * 100 + "o" * 100  # 2,000 characters, the last of them without a place to break
FIELD = "- id: more_{number}\n  label: {label}\n  type: text\n  group: {group}\n"
PROCEDURE = """\
---
title: {title}
category: {category}
summary: {title}
facts:
  bike_part: wheel [@wheel-book]
  on_the_bench:
    value: {words}
    sources: [wheel-book]
  shop_charge: {number} EUR [@guild-rules]
---
Plain.
"""
COMPARISON = """\
---
title: {title}
summary: {title}
procedures: [{slugs}]
{fields}---
Plain.
"""
COMPARISONS = {
    "two-columns": (["long", "markup"], ""),
    "five-columns": ([*TITLES, "wheel-truing"], ""),
    "one-row": (["long", "leftwards", "pictures"], "fields: [on_the_bench]\n"),
}
# Cells, heads and captions that their words do not fit. The target of a sign is larger than its number and
# may reach over the edge of its cell.
CUT = """() => [...document.querySelectorAll(".comparison :is(td, th, caption)")]
    .filter(cell => cell.checkVisibility())
    .filter(cell => getComputedStyle(cell.closest("thead") ?? cell).clipPath === "none")
    .filter(cell => cell.scrollWidth > cell.clientWidth + 8 || cell.scrollHeight > cell.clientHeight + 1
        || ["hidden", "clip"].includes(getComputedStyle(cell).overflowX))
    .map(cell => cell.textContent.slice(0, 40))"""
LIVE = "document.querySelectorAll('main img, main b b').length"
SHOWN = "count => document.querySelectorAll('.table-region--full tbody tr').length === count"
STEPS = (8, 16, 24, 32, 40, 48, 56, 60)  # rows of the full table after each press


def fill(content):
    """Write the hostile clinic into a copy of the second one."""
    fields = content / "fields.yaml"
    text = fields.read_text(encoding="utf-8")
    have = text.count("- id: ")
    more = [
        FIELD.format(number=number, label=f"{TITLES['long'][:60]} {number}", group=f"Group {number // 5}")
        for number in range(FACTS - have)
    ]
    fields.write_text("\n".join([text, *more]), encoding="utf-8")
    titles = TITLES | {f"plain-{number}": f"Plain {number}" for number in range(ROWS - 7 - len(TITLES))}
    for number, (slug, title) in enumerate(titles.items()):
        words = quoted(LONG if slug == "long" else title)
        page = PROCEDURE.format(
            title=quoted(title), category=f"Kind {number % 5}", words=words, number=number
        )
        (content / f"procedures/{slug}.md").write_text(page, encoding="utf-8")
    for name, (slugs, some) in COMPARISONS.items():
        page = COMPARISON.format(
            title=name.replace("-", " ").capitalize(), slugs=", ".join(slugs), fields=some
        )
        (content / f"comparisons/{name}.md").write_text(page, encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(once, tmp_path_factory):
    """Give the address of that clinic."""
    content = tmp_path_factory.mktemp("hostile-tables") / "content"
    shutil.copytree(SECOND, content)
    fill(content)
    built = once("hostile-tables", content)
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield f"{address}{FOLDER}"


@pytest.mark.parametrize("width", WIDE)
@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_fits_whatever_stands_in_it(tab, hostile, name, width):
    page = tab(f"{hostile}compare/{name}/", viewport={"width": width, "height": 800})
    slugs, some = COMPARISONS[name]
    scrolls = page.locator(".table-region").evaluate("node => getComputedStyle(node).overflowX === 'auto'")

    assert page.locator("thead th").count() == len(slugs) + 1
    assert (page.locator("tbody tr").count() == 1) == bool(some)
    assert page.evaluate(WIDTHS) == [width, width]
    assert page.evaluate(CUT) == []
    assert page.evaluate(BEYOND) == [] or (width == 768 and scrolls)
    assert page.evaluate(LIVE) == 0
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDE)
def test_the_table_of_40_facts_and_60_rows_fits(tab, hostile, width):
    page = open_picker(tab, hostile, viewport={"width": width, "height": 800})

    assert page.locator(".table-region--full thead th").count() > FACTS
    assert page.evaluate(WIDTHS) == [width, width]
    assert page.evaluate(CUT) == []
    assert page.evaluate(LIVE) == 0
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("slugs", [["long"], [*TITLES]], ids=["one column", "four columns"])
def test_hostile_treatments_can_be_picked(tab, hostile, slugs, width):
    window = {"width": width, "height": 800}
    page = open_picker(tab, hostile, f"?procedures={','.join(slugs)}", viewport=window)
    wait_for_columns(page, len(slugs))
    chips = page.locator(".picker__chosen button").all_inner_texts()

    assert sorted(chips) == sorted(TITLES[slug] for slug in slugs)
    assert page.evaluate(WIDTHS) == [width, width]
    assert page.evaluate(CUT) == []
    assert page.evaluate(LIVE) == 0
    assert violations(page) == []


def test_rows_are_added_a_few_at_a_time_and_the_focus_goes_on_with_them(tab, hostile):
    page = open_picker(tab, hostile)
    seen, focused = [], []
    for count in STEPS:
        wait_until(page, SHOWN, count)
        seen.append(page.locator("[data-tool=found]").inner_text())
        if count < ROWS:
            page.get_by_role("button", name=f"Show {min(8, ROWS - count)} more").press("Enter")
            wait_until(page, SHOWN, min(ROWS, count + 8))
            landed = "place => document.activeElement.closest('tbody tr')?.rowIndex === place"
            wait_until(page, landed, count + 1)
            focused.append(page.evaluate(SAID))

    assert seen == [f"{count} of {ROWS} treatments shown." for count in STEPS]
    assert focused == seen[1:]
    assert page.get_by_role("button", name="more").count() == 0


def test_of_many_names_the_list_shows_some_and_tells_how_to_come_to_the_others(tab, hostile):
    page = open_picker(tab, hostile)
    told = page.locator(".picker__found").inner_text()
    listed = page.locator(".picker__list input").count()
    page.get_by_label("Find a treatment by name").fill("plain 4")
    page.evaluate(PAINTED)
    fewer = page.locator(".picker__list label").all_inner_texts()

    assert told == "60 of 60 treatments fit. Type to narrow: 20 more are not shown."
    assert listed == 40
    assert {name.strip() for name in fewer} == {"Plain 4", *(f"Plain 4{number}" for number in range(9))}
