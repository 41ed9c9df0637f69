"""Titles that nobody should write, in a site of their own: they stay inside a small window."""

import shutil

import pytest

from tests.browser.conftest import PHONE
from tests.browser.serving import FOLDER, serving
from tests.browser.test_layout import BEYOND, WIDTHS
from tests.conftest import SECOND

LONG = ("Donaudampfschifffahrt" * 10)[:200]  # the most that a title may have, and no place to break
TITLES = {
    "long": LONG,
    "leftwards": "علاج الألم بالموجات الراديوية للعمود الفقري والمفاصل",
    "pictures": "Rad" + "🚲" * 90 + "👩🏽‍🔧",
    "markup": "<img src=x onerror=alert(1)> & <b>bold</b> \"quotes\" 'more'",
}
ARTICLE = """\
---
title: {title}
date: 2026-05-05
category: {short}
tags: [{short}]
summary: {title}
---
## {body}

{body} {body}

/// compare | {body}
    procedures: [wheel-truing, wheel-rebuild]
///
"""


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def hostile(once, tmp_path_factory):
    """Give the address of the second clinic with such titles everywhere, and its pages."""
    content = tmp_path_factory.mktemp("hostile") / "content"
    shutil.copytree(SECOND, content)
    for name, title in TITLES.items():
        text = ARTICLE.format(
            title=quoted(title), short=quoted(title[:100]), body=title if name != "markup" else "Plain"
        )
        (content / f"articles/{name}.md").write_text(text, encoding="utf-8")
    for path in sorted((content / "procedures").glob("*.md")):
        kept = path.read_text(encoding="utf-8").splitlines()
        titled = [
            f"title: {quoted(path.stem + LONG[len(path.stem) :])}" if line.startswith("title:") else line
            for line in kept
        ]
        path.write_text("\n".join(titled) + "\n", encoding="utf-8")
    built = once("hostile", content)
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield f"{address}{FOLDER}", built.site


@pytest.mark.parametrize("name", TITLES)
def test_a_hostile_title_stays_inside_a_small_window(tab, hostile, name):
    address, _ = hostile
    page = tab(f"{address}blog/{name}/", viewport=PHONE)

    assert page.locator("h1").text_content() == TITLES[name]
    assert page.locator("h1 *").count() == 0
    assert page.evaluate(WIDTHS) == [320, 320]
    assert page.evaluate(BEYOND) == []


def test_a_title_from_right_to_left_begins_at_the_right(tab, hostile):
    page = tab(f"{hostile[0]}blog/leftwards/")

    assert page.locator("h1").evaluate("node => node.matches(':dir(rtl)')")
    assert page.locator("p.lead").evaluate("node => node.matches(':dir(rtl)')")


def test_lists_and_tables_of_such_titles_stay_inside_too(tab, hostile):
    address, site = hostile
    pages = [
        page
        for page in site.pages
        if page.startswith(("index", "compare/", "procedures/", "archives/", "topics/", "tags/"))
    ]
    tab_page = tab(viewport=PHONE)
    found = {}
    for page in pages:
        tab_page.goto(f"{address}{page.removesuffix('index.html')}")
        found[page] = (tab_page.evaluate(WIDTHS), tab_page.evaluate(BEYOND))

    assert len(pages) > 15
    assert {page: what for page, what in found.items() if what != ([320, 320], [])} == {}
