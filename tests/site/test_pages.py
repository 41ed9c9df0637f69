"""Rules that hold for every page of a site, tried on our own content and on the second clinic."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from tests.site.website import ASSETS, words_of

LEFTOVER = re.compile("[\ue000-\uf8ff]|\\{(?:filename|static|attach)\\}|\\{\\{")
TEXTS = (".html", ".csv", ".json", ".xml", ".txt")


@pytest.fixture(params=["preview", "second", "laden", "published", "laden_public"])
def site(request):
    """Give each site that the tests build, ours and others."""
    built = request.getfixturevalue(request.param)
    assert built.status == 0, built.said
    return built.site


def wrong(site, judge):
    """Return what `judge` says of each page that it has something against."""
    judged = {page: judge(site.tree(page)) for page in site.pages}
    assert len(judged) > 20
    return {page: found for page, found in judged.items() if found}


def test_a_page_has_one_main_heading(site):
    assert wrong(site, lambda tree: len(tree.css("h1")) - 1) == {}


def test_a_page_says_its_language(site):
    assert wrong(site, lambda tree: tree.css_first("html").attributes.get("lang") != "en") == {}


def test_a_page_has_one_description(site):
    def judge(tree):
        found = [node.attributes.get("content") for node in tree.css('meta[name="description"]')]
        return [] if len(found) == 1 and found[0] else found or "none"

    assert wrong(site, judge) == {}


def test_no_two_pages_have_one_title(site):
    titles = {page: [words_of(node) for node in site.tree(page).css("head > title")] for page in site.pages}

    assert {page: found for page, found in titles.items() if len(found) != 1 or not found[0]} == {}
    assert [
        title for title, count in Counter(found[0] for found in titles.values()).items() if count > 1
    ] == []


def test_no_id_stands_twice_on_a_page(site):
    def judge(tree):
        ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
        return [name for name, count in ids.items() if count > 1]

    assert wrong(site, judge) == {}


def test_no_page_carries_scripts_or_styles_of_its_own(site):
    def judge(tree):
        handlers = [
            name
            for node in tree.css("*")
            for name in node.attributes
            if name == "style" or name.startswith("on")
        ]
        own = tree.css('style, script:not([src], [type="application/ld+json"])')  # the latter is data
        return handlers + [node.html for node in own]

    assert wrong(site, judge) == {}


def test_nothing_of_the_workshop_is_left_in_the_output(site):
    texts = [name for name in site.files if name.endswith(TEXTS)]

    assert {
        name: LEFTOVER.findall(site.text(name)) for name in texts if LEFTOVER.search(site.text(name))
    } == {}


def test_every_link_leads_to_a_file_and_a_place_in_it(site):
    """A draft in a preview is left out: its topic may have no page before it is published."""
    pages = [page for page in site.pages if not page.startswith("drafts/")]
    found = {
        (page, site.target(page, address), address)
        for page in pages
        for _, address in [*site.links(page), *site.links(page, ASSETS)]
        if urlsplit(address).scheme not in {"mailto", "tel"}
    }
    inside = [(page, *target, address) for page, target, address in found if target[0] is not None]
    dead = [
        (page, address)
        for page, file, fragment, address in inside
        if file not in site.files or (fragment and fragment not in site.ids(file))
    ]

    assert dead == []
    assert len(inside) > 10 * len(pages)


def test_links_in_a_preview_work_from_any_folder(ours):
    """Only the page for addresses that do not exist cannot know where it is shown."""
    rooted = {
        (page, address)
        for page in ours.pages
        for _, address in [*ours.links(page), *ours.links(page, ASSETS)]
        if address.startswith("/") and page != "404.html"
    }

    assert rooted == set()


def test_only_sources_and_mail_lead_outside(site):
    outside = {
        (page, address)
        for page in site.pages
        for node, address in site.links(page)
        if site.target(page, address)[0] is None
        and urlsplit(address).scheme not in {"mailto", "tel"}
        and not node.css_matches(".sources li > a")
    }

    assert outside == set()


def test_nothing_is_loaded_from_elsewhere(site):
    loaded = [(page, address) for page in site.pages for _, address in site.links(page, ASSETS)]
    loaded += [
        (page, address)
        for page in site.pages
        for node, address in site.links(page, {"link": "href"})
        if node.attributes.get("rel") in {"stylesheet", "icon", "preload"}
    ]
    styles = "\n".join(site.text(name) for name in site.files if name.endswith(".css"))

    assert len(loaded) >= len(site.pages)
    assert [(page, address) for page, address in loaded if site.target(page, address)[0] is None] == []
    assert re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]*\)", styles) == []


def test_a_table_has_a_caption_and_plain_heads(site):
    def judge(tree):
        return [found for table in tree.css("table") if (found := table_faults(table))]

    assert wrong(site, judge) == {}
    assert any(site.tree(page).css_first("table") for page in site.pages)


def table_faults(table):
    """Return what keeps a table from being read aloud: no caption, no or merged heads, rows out of step."""
    rows = table.css("tr")
    faults = {
        "no caption": not (table.css_first("caption") and table.css_first("caption").text(strip=True)),
        "not one header row": len(table.css("thead tr")) != 1 or not rows[0].css_matches("thead > tr"),
        "a column without a head": len(table.css('thead th[scope="col"]')) != len(rows[0].css("th, td")),
        "a row without its head": any(
            [node.attributes.get("scope") for node in row.css("th")] != ["row"]
            for row in table.css("tbody tr")
        ),
        "merged cells": table.css("[colspan], [rowspan]"),
        "rows of different lengths": len({len(row.css("th, td")) for row in rows}) != 1,
        "an empty cell": any(not words_of(cell) for cell in table.css("td, th")),
    }
    return [fault for fault, found in faults.items() if found]


def test_what_is_not_known_is_said_in_words(ours):
    (table,) = ours.tables("compare/index.html")

    said = Counter(line.words for lines in table.cells.values() for line in lines)

    assert said["No data"] > 10
    assert said["Not applicable"] + said["Not known"] + said["Not reported"] > 0
