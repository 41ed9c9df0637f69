"""What stands around the text of an article, and how the start page and a treatment's page begin."""

import posixpath
import re

import brotli
import pytest

from tests.site.website import words_of

ROUND_TRIP = 14_336  # bytes: ten packets of 1,460 without their headers, the first window of TCP (RFC 6928)
SCRIPTS = 15_360  # bytes of all that a page loads
IMPORTED = re.compile(r'\b(?:from|import) "\./([^"]+)"')


def articles(site):
    return [page for page in site.pages if page.startswith("blog/")]


def compressed(site, name):
    return len(brotli.compress((site.folder / name).read_bytes(), quality=11))


def test_each_article_arrives_with_its_style_in_the_first_round_trip(ours):
    weights = {}
    for page in articles(ours):
        sheets = [link for node, link in ours.links(page) if node.attributes.get("rel") == "stylesheet"]
        weights[page] = compressed(ours, page) + sum(
            compressed(ours, ours.target(page, sheet)[0]) for sheet in sheets
        )

    assert len(weights) > 10
    assert {page: weight for page, weight in weights.items() if weight > ROUND_TRIP} == {}


def scripts_of(site, page):
    """Return the names of all scripts that a page loads, those that they import included."""
    found = {site.target(page, node.attributes["src"])[0] for node in site.tree(page).css("script[src]")}
    asked = list(found)
    while asked:
        name = asked.pop()
        new = {
            posixpath.join(posixpath.dirname(name), it) for it in IMPORTED.findall(site.text(name))
        } - found
        found |= new
        asked += new
    return found


def test_the_scripts_of_each_page_are_small(ours):
    loaded = {page: scripts_of(ours, page) for page in ours.pages}
    weight = {page: sum(compressed(ours, name) for name in names) for page, names in loaded.items()}

    assert max(len(names) for names in loaded.values()) > 5
    assert {page: bytes_ for page, bytes_ in weight.items() if bytes_ > SCRIPTS} == {}


def test_an_article_says_how_long_it_takes(ours):
    for page in articles(ours):
        assert re.search(r"\b\d+ minutes? to read", words_of(ours.tree(page).css_first(".meta"))), page


def test_a_list_of_contents_has_the_headings_of_the_text_in_order(ours):
    seen = 0
    for page in articles(ours):
        listed = [words_of(node) for node in ours.tree(page).css(".contents a")]
        there = [words_of(node) for node in ours.tree(page).css(".text > h2")]
        assert listed == (there if len(there) >= 3 else []), page
        seen += bool(listed)

    assert seen > 5


def test_articles_lead_to_the_ones_before_and_after_and_back(ours):
    def beside(page, rel):
        links = ours.tree(page).css(f".onward [rel={rel}]")
        return [ours.target(page, link.attributes["href"])[0] for link in links]

    pages = articles(ours)
    assert len([page for page in pages if not beside(page, "prev")]) == 1
    assert len([page for page in pages if not beside(page, "next")]) == 1
    for page in pages:
        for older in beside(page, "next"):
            assert beside(older, "prev") == [page]


@pytest.mark.parametrize("page", ["index.html", "404.html"])
def test_the_ways_in_are_there(ours, page):
    heads = [words_of(node) for node in ours.tree(page).css("main h2")]

    assert heads[0] == "Where does it hurt?"


def test_the_questions_of_the_start_page_lead_to_pages(ours, edition):
    asked = {question.label: question.url for question in edition.house.questions}
    links = {words_of(node): ours.target("index.html", url)[0] for node, url in ours.links("index.html")}

    assert len(asked) > 4
    assert {label: links[label] for label in asked} == {
        label: f"{url.lstrip('/')}index.html" for label, url in asked.items()
    }


def differ(tree, sign):
    """Whether the note of a sign says that sources differ."""
    return "Sources differ" in tree.css_first(f"#{sign.attributes['popovertarget']}").text()


def test_a_treatment_at_a_glance_leads_to_lines_that_say_the_same(ours):
    pages = [page for page in ours.pages if re.fullmatch(r"procedures/[a-z-]+/index\.html", page)]

    seen = 0
    assert len(pages) > 10
    for page in pages:
        tree = ours.tree(page)
        glances = tree.css(".glance > div")
        assert any("risks" in words_of(one.css_first("dt")) for one in glances), page
        for one in glances:
            row = tree.css_first(one.css_first("a").attributes["href"]).parent
            words = words_of(one.css_first("dd"))
            assert words_of(one.css_first("dt")) == words_of(row.css_first("dt"), "small")
            lines = [words_of(line, ".note-sign, .pictures, .limits") for line in row.css("dd")]
            first = words.split(", and ")[0]
            assert words == f"{len(lines)} listed" or first.removesuffix("; sources differ") in lines[0], page
            conflicts = [note for note in row.css(".note-sign button") if differ(tree, note)]
            assert first.endswith("; sources differ") <= bool(conflicts), page
            seen += first.endswith("; sources differ")

    assert seen > 0


def test_the_people_behind_the_pages_are_named_with_what_they_do(ours, edition):
    people = edition.house.people.records
    shown = words_of(ours.tree("authors/index.html").css_first(".entry-list"))

    for person in {people[post.byline.written_by[0]] for post in edition.posts.values()}:
        assert f"{person.name} {person.role[:1].upper()}{person.role[1:]}" in shown
