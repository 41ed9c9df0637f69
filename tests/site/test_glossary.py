"""What words mean, on the pages that use them and on a page of their own."""

import html
import re

from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.glossary import unexplained
from tests.site.website import words_of

CONTENT = re.compile(r"<content[^>]*>(.*?)</content>", re.DOTALL)
ARTICLE = "blog/which-visit-first/index.html"


def entries(feed):
    """Give the articles of a feed as HTML."""
    return [html.unescape(content) for content in CONTENT.findall(feed)]


def test_the_page_of_all_words_says_what_they_mean_with_sources(second):
    site = second.site
    terms = {
        words_of(item.css_first("dfn")): (words_of(item.css_first("dd")), site.publications(page, item))
        for page in ["glossary/index.html"]
        for item in site.tree(page).css("dl.glossary > div")
    }

    assert list(terms) == ["coffee", "IGB", "noisy chain"]
    assert terms["IGB"] == ("Invented Guild of Bicycles.", ())
    says, sources = terms["noisy chain"]
    assert says == "A chain that asks for oil & a cloth."
    assert len(sources) == 2


def test_a_word_opens_its_meaning_with_a_way_to_the_page_of_all(second):
    site = second.site
    (word,) = site.tree(ARTICLE).css("dfn.term")
    (note,) = site.tree(ARTICLE).css("span[popover]")

    assert words_of(word) == "noisy chain"
    assert word.css_first("button").attributes["popovertarget"] == note.attributes["id"]
    assert words_of(note) == "A chain that asks for oil & a cloth. Glossary"
    target = site.target(ARTICLE, note.css_first("a").attributes["href"])
    assert target == ("glossary/index.html", "term-noisy-chain")
    assert site.tree("glossary/index.html").css_first(f"#{target[1]} dfn").text() == "noisy chain"


def test_a_site_below_a_folder_finds_its_page_of_all_words(laden_public):
    (note,) = laden_public.site.tree(ARTICLE).css("span[popover]")

    assert note.css_first("a").attributes["href"] == "/sub/dir/glossary/#term-noisy-chain"


def test_a_feed_has_the_words_alone(laden_public):
    feed = laden_public.site.text("feeds/all.atom.xml")

    assert "goes before a noisy chain" in feed
    assert unexplained(feed) == feed


def test_a_feed_leads_from_a_table_to_the_notes_and_has_no_pictures(laden_public):
    site = laden_public.site
    item = next(entry for entry in entries(site.text("feeds/all.atom.xml")) if "<table" in entry)
    signs = LexborHTMLParser(item).css(".note-sign a")
    places = [site.target("", sign.attributes["href"]) for sign in signs]

    assert "popover" not in item
    assert "<svg" not in item
    assert places
    assert all(name in site.ids(page) for page, name in places)


def test_every_note_of_every_page_leads_to_its_word(second):
    site = second.site
    notes = [(page, note) for page in site.pages for note in site.tree(page).css("span[popover]")]

    assert notes
    for page, note in notes:
        address = note.css_first("a").attributes["href"]
        assert site.target(page, address) == ("glossary/index.html", note.attributes["id"])


def test_the_page_stands_in_pelicans_own_theme_too(once, tmp_path_factory):
    from tests.conftest import ROOT, SECOND
    from tests.site.test_second_clinic import SIMPLE

    settings = tmp_path_factory.mktemp("simple") / "settings.py"
    settings.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{SIMPLE}", encoding="utf-8")
    built = once("simple", SECOND, settings=str(settings))

    assert built.status == 0, built.said
    page = built.site.tree("glossary/index.html")
    assert [words_of(node) for node in page.css("dt")] == ["coffee", "IGB", "noisy chain"]
    assert words_of(page.css_first("#term-igb dd")) == "Invented Guild of Bicycles."
