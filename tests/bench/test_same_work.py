"""The builders of the bench do the same work: none of them gets away with less."""

import xml.etree.ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.builds import builders
from bench.corpus import EVERY
from bench.edits import edit_article, edit_fact, edit_template
from bench.neutral import entries, shelf

ROUND = 3
ARTICLES, PROCEDURES = 22, 26  # enough for a second page of lists and of the full table
OURS, *OTHERS = NAMES = ("ours", "stock Pelican", "Hugo")
# What only ours writes: the others are spared it.
MORE = ("appointment/", "glossary/", "procedures/regions/")
LEFT = {"__pycache__", "said.txt", ".hugo_build.lock"}  # by a build, and of no use to the next
TYPED = str.maketrans({"\u00a0": " ", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"})
NOT_TEXT = "sup, nav, table, [popover], .table-more, .toc, .footnote, .footnotes"


class Site:
    """What a builder has written."""

    def __init__(self, builder, before):
        self.builder = builder
        self.before = before  # what its folder held
        self.pages = {
            path.relative_to(builder.output).as_posix().removesuffix("index.html"): path
            for path in builder.output.rglob("*.html")
        }

    def tree(self, address):
        return LexborHTMLParser(self.pages[address].read_text(encoding="utf-8"))

    def xml(self, name):
        return ET.parse(self.builder.output / name).getroot()  # noqa: S314 - written a moment ago

    def at(self, section):
        return sorted(name for name in self.pages if name.startswith(section))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    """Give the content of a generated clinic, and what each builder has made of it: built, edited, built."""
    content, players = builders(tmp_path_factory.mktemp("bench"), ARTICLES, PROCEDURES)
    before = {player.name: {path.name for path in player.folder.iterdir()} for player in players}
    for player in players:
        player.build()
    edited = [edit_article(content, ROUND), edit_fact(content, ROUND)]
    for player in players:
        for path in edited:
            player.take(path)
        edit_template(player.template, ROUND)
        player.build()
    return content, {player.name: Site(player, before[player.name]) for player in players}


@pytest.fixture(scope="module")
def sites(clinic):
    return clinic[1]


def words(node):
    return " ".join(node.text(separator="").translate(TYPED).split())


def paragraphs(tree):
    """Return the text of an article, without what each builder adds to it in its own way."""
    for part in tree.css(NOT_TEXT):
        part.decompose()
    return [words(node) for node in tree.css(".text > p, .text > h2, .text > ul > li")]


def linked(tree, selector, start):
    """Return the addresses below `start` that links of a part of the page lead to."""
    links = (
        node.attributes["href"].removeprefix("https://bench.example") for node in tree.css(f"{selector} a")
    )
    return {link.rstrip("/") for link in links if link.startswith(start)}


def test_they_write_the_same_pages(sites):
    assert tuple(sites) == NAMES
    ours, stock, hugo = ({*site.pages} for site in sites.values())

    assert stock == hugo
    assert ours >= stock
    assert {page for page in ours - stock if not page.startswith(MORE)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_kind_of_page_is_left_out(clinic, name):
    content, sites = clinic
    site = sites[name]
    comparisons = [one for one in entries(content, shelf(content)) if one.section == "compare"]

    assert len(site.at("blog/")) == ARTICLES
    assert len([page for page in site.at("procedures/") if not page.startswith(MORE)]) == PROCEDURES + 1
    assert {"page/2/", "page/3/", "authors/editorial-team/page/3/", "compare/page/2/", "archives/"} <= {
        *site.pages
    }
    assert len(site.at("compare/")) == 2 + len(comparisons)  # two pages of the full table
    assert len(site.at("topics/")) == 1 + 5
    assert len(site.at("tags/")) > 30


def test_articles_have_the_same_text(sites):
    for address in sites[OURS].at("blog/"):
        ours, *others = (paragraphs(site.tree(address)) for site in sites.values())

        assert len(ours) > 10
        assert [ours, ours] == others, address


@pytest.mark.parametrize("name", NAMES)
def test_articles_lead_to_their_neighbours_and_cite(sites, name):
    for address in sites[name].at("blog/"):
        tree = sites[name].tree(address)

        assert linked(tree, "main nav", "/blog/"), address
        assert tree.css("sup a[href^='#']"), address
        assert "to read" in tree.css_first("main").text()


@pytest.mark.parametrize("name", NAMES)
def test_tables_stand_in_every_twentieth_article(sites, name):
    with_table = [address for address in sites[name].at("blog/") if sites[name].tree(address).css("table")]

    assert with_table == [f"blog/article-{number:05}/" for number in range(1, ARTICLES, EVERY)]
    assert len(sites[name].tree(with_table[0]).css("tbody tr")) >= 4  # ours adds risks and guidelines


def test_comparisons_have_the_same_columns_and_the_facts_as_rows(sites):
    for address in sites["Hugo"].at("compare/"):
        if "/page/" in address or address == "compare/":
            continue
        ours, *others = (sites[name].tree(address).css_first("table") for name in NAMES)
        heads = [words(node) for node in ours.css("thead th a")]

        assert 2 <= len(heads) <= 5
        for other in others:
            assert [words(node) for node in other.css("thead th a")] == heads
            assert (
                len(other.css("tbody tr")) >= len(ours.css("tbody tr")) - 1
            )  # ours tells serious risks apart


def test_the_full_table_holds_each_procedure_once(sites):
    for site in sites.values():
        rows = [
            linked(row, "th", "/procedures/")
            for address in ("compare/", "compare/page/2/")
            for row in site.tree(address).css("tbody tr")
        ]
        assert [len(row) for row in rows] == [1] * PROCEDURES
        assert len(set().union(*rows)) == PROCEDURES


@pytest.mark.parametrize(("name", "place"), [(OURS, "main"), *((name, ".facts") for name in OTHERS)])
def test_pages_of_procedures_hold_their_facts_with_sources(clinic, name, place):
    content, sites = clinic
    known = shelf(content)
    procedures = [one for one in entries(content, known) if one.section == "procedures"]
    for one in procedures:
        line = one.header["facts"]["what_it_does"][0]
        tree = sites[name].tree(f"procedures/{one.slug}/")

        assert line["says"].translate(TYPED) in words(tree.css_first("main"))
        for key in line["sources"]:
            assert tree.css(f'{place} a[href="{known.sources[key]["url"]}"]'), (one.slug, key)


def test_lists_hold_the_same_number_of_articles(sites):
    lists = [
        page for page in sites["Hugo"].pages if page.startswith(("page/", "tags/", "topics/", "archives/"))
    ]
    assert len(lists) > 40
    for address in ["", *lists]:
        found = {name: len(linked(site.tree(address), "main", "/blog/")) for name, site in sites.items()}

        assert len(set(found.values())) == 1, (address, found)


def test_feeds_hold_the_same_articles_whole(sites):
    found = []
    for site in sites.values():
        entries = site.xml("feeds/all.atom.xml").findall("{*}entry")
        assert all(len(entry.findtext("{*}content")) > 1000 for entry in entries)
        found.append({entry.find("{*}link").attrib["href"] for entry in entries})

    assert found[0] == found[1] == found[2]
    assert len(found[0]) == ARTICLES


def test_sitemaps_hold_every_page(sites):
    for name, site in sites.items():
        told = {
            node.text.removeprefix("https://bench.example/")
            for node in site.xml("sitemap.xml").findall(".//{*}loc")
        }
        first = {page for page in site.pages if "page/" not in page and page != "404.html"}

        assert first - told == set(), name


def test_edits_reach_the_pages_of_all(clinic):
    content, sites = clinic
    told = f"This was added in round {ROUND}."
    (article,) = (
        path for path in (content / "articles").glob("*.md") if told in path.read_text(encoding="utf-8")
    )
    for site in sites.values():
        tree = site.tree(f"blog/{article.stem}/")

        assert told in tree.css_first(".text").text()
        assert tree.css(f'article[data-edition="{ROUND}"]')
        changed = [
            page
            for page in site.at("procedures/")
            if "24 minutes" in site.tree(page).css_first("main").text()
        ]
        assert len([page for page in changed if not page.startswith(MORE)]) == 1


def test_a_clean_build_begins_with_nothing(clinic):
    for site in clinic[1].values():
        site.builder.clean()

        left = {path.name for path in site.builder.folder.iterdir()}
        assert left <= site.before | LEFT
