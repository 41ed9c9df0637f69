"""What `make publish` lets out, and what it never does."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

import publishconf
from plugins.engine import shrink
from plugins.engine.places import Places
from plugins.engine.stop import Stop
from tests.site.conftest import PUBLIC
from tests.site.website import ASSETS, GUIDE, words_of

ATOM = "{http://www.w3.org/2005/Atom}"
DRAFT = "Mark-of-a-draft"
HIDDEN = "Mark-of-a-hidden thing"
TOMORROW = "Mark-of-tomorrow"
HIDDEN_PAGES = {"blog/quiet/index.html", "procedures/fleet-check/index.html", "pages/for-partners/index.html"}
HASH = re.compile(r"(?<=^theme/)(.*)\.[0-9a-f]{8}(?=\.\w+$)")  # in public names alone
TEXTS = (".html", ".csv", ".json", ".xml")


@pytest.fixture(scope="module")
def public(laden_public):
    """Give a published site whose content has drafts, hidden things and an article of the year 2999."""
    assert laden_public.status == 0, laden_public.said
    return laden_public.site


def holding(site, text):
    """Return the files of a site that say `text`."""
    return {name for name in site.files if name.endswith(TEXTS) and text in site.text(name)}


def test_our_content_is_fit_to_be_published(published):
    assert published.status == 0, published.said
    problems = [line for line in published.said.splitlines() if line.startswith("content/")]

    assert all(": notice: " in line for line in problems)
    assert "WARNING" not in published.said
    assert "ERROR" not in published.said


def test_a_published_site_has_the_pages_of_its_preview_and_feeds(ours, published):
    assert published.status == 0, published.said
    feeds = {name for name in published.site.files if name.startswith("feeds/")}
    same = published.site.files - feeds - {"sitemap.xml", "robots.txt"}

    previewed = {name for name in ours.files if not name.startswith(GUIDE)}
    assert {HASH.sub(r"\1", name) for name in same} == previewed
    assert "feeds/all.atom.xml" in feeds
    topics = {name.split("/")[1] for name in ours.pages if name.startswith("topics/")} - {"index.html"}
    assert len(feeds) == 1 + len(topics)


@pytest.mark.parametrize("content", ["ours", "laden"])
def test_a_preview_in_the_same_folder_does_not_make_a_publish_lose_pages(request, content):
    """What only a preview has (the style guide, drafts) is more than a tenth of these sites."""
    pair = {"ours": ("preview", "published"), "laden": ("laden", "laden_public")}[content]
    last, new = (request.getfixturevalue(name).site.folder for name in pair)
    places = replace(Places.beside(last), staging=new)

    shrink.check(places, vars(publishconf))

    with pytest.raises(Stop):
        shrink.check(places, {**vars(publishconf), "SHRINK_GUARD_IGNORES": []})


def test_links_of_a_published_site_stand_under_its_path(published):
    site = published.site
    outside = {
        (page, address)
        for page in site.pages
        for _, address in [*site.links(page), *site.links(page, ASSETS)]
        if address.startswith(("/", ".")) and not address.startswith("/sub/dir/")
    }

    assert outside == set()
    home = {address for _, address in site.links("procedures/nerve-block/index.html")}
    assert f"{PUBLIC}/compare/" in home or "/sub/dir/compare/" in home


def test_a_published_page_names_its_one_address(published):
    """The page for addresses that do not exist has none."""
    named = {
        page: [link.attributes["href"] for link in published.site.tree(page).css('link[rel="canonical"]')]
        for page in published.site.pages
    }

    assert named.pop("404.html") == []
    assert named == {page: [f"{PUBLIC}/{page.removesuffix('index.html')}"] for page in named}


def test_a_preview_names_no_address(ours):
    assert [page for page in ours.pages if ours.tree(page).css_first('link[rel="canonical"]')] == []


@pytest.fixture(params=["published", "laden_public"])
def feeds(request):
    """Give the feeds of a published site as trees, by the names of their files."""
    site = request.getfixturevalue(request.param).site
    names = sorted(name for name in site.files if name.startswith("feeds/"))
    assert len(names) >= 2
    return {name: ET.fromstring(site.text(name)) for name in names}  # noqa: S314 - our own output


def test_a_feed_is_atom_with_all_that_its_readers_need(feeds):
    for name, feed in feeds.items():
        assert feed.tag == f"{ATOM}feed", name
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            for tag in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{tag}")) == 1, (name, tag)
                assert part.findtext(f"{ATOM}{tag}").strip(), (name, tag)
        entries = list(feed.iter(f"{ATOM}entry"))
        assert entries, name
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)


def test_all_links_of_a_feed_are_complete(feeds):
    for name, feed in feeds.items():
        links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
        for kind in ("content", "summary"):
            for text in feed.iter(f"{ATOM}{kind}"):
                tree = LexborHTMLParser(text.text or "")
                links += [node.attributes["href"] for node in tree.css("[href]")]
                links += [node.attributes["src"] for node in tree.css("[src]")]
        broken = [
            link for link in links if not link.startswith(("https://", "http://", "mailto:", "tel:", "#"))
        ]
        assert links, name
        assert broken == [], name
        assert all(link.startswith(f"{PUBLIC}/") for link in links if "//example.org/sub" in link), name


def test_an_entry_of_a_feed_leads_to_its_article(feeds, ours, laden_public):
    known = ours.files | laden_public.site.files
    for name, feed in feeds.items():
        for entry in feed.iter(f"{ATOM}entry"):
            address = entry.find(f"{ATOM}link").get("href")
            assert f"{address.removeprefix(f'{PUBLIC}/')}index.html" in known, name


def test_a_draft_is_in_a_preview(laden):
    """Or else the next tests would show nothing."""
    assert laden.status == 0, laden.said
    assert {
        "drafts/draft-of-hubs/index.html",
        "drafts/tomorrow/index.html",
        "drafts/pages/jobs/index.html",
        "procedures/hub-service/index.html",
        "compare/hubs-and-wheels/index.html",
    } <= laden.site.files
    assert holding(laden.site, DRAFT)
    assert holding(laden.site, TOMORROW)


WAITING = {
    "drafts/draft-of-hubs": "Draft",
    "drafts/tomorrow": "Not before ",
    "drafts/pages/jobs": "Draft",
    "procedures/hub-service": "Draft",
    "compare/hubs-and-wheels": "Draft",
    "blog/quiet": "Hidden",
    "procedures/fleet-check": "Hidden",
    "pages/for-partners": "Hidden",
}


def test_a_preview_lists_what_is_not_public_on_its_start_page(laden):
    start = laden.site.tree("index.html")
    listed = {link.attributes["href"].strip("./"): words_of(link.parent) for link in start.css(".waiting a")}

    assert listed.keys() == WAITING.keys()
    assert all(f"· {WAITING[page]}" in words for page, words in listed.items())


@pytest.mark.parametrize(("page", "reason"), WAITING.items())
def test_a_page_that_is_not_public_says_so_in_a_preview(laden, page, reason):
    (mark,) = laden.site.tree(f"{page}/index.html").css(".waiting")

    assert words_of(mark).startswith(reason)
    assert words_of(mark).endswith("only this preview shows the page.")


def test_nothing_waits_in_public(public):
    assert all(not public.tree(page).css(".waiting") for page in public.pages)


def test_a_draft_in_a_preview_is_in_no_other_list(laden):
    own = {name for name in laden.site.files if name.startswith("drafts/")}
    own |= {"index.html", "procedures/hub-service/index.html", "compare/hubs-and-wheels/index.html"}

    assert holding(laden.site, DRAFT) | holding(laden.site, TOMORROW) <= own
    assert holding(laden.site, "Draft category") <= own


@pytest.mark.parametrize(
    "mark",
    [
        DRAFT,
        TOMORROW,
        "Draft of hubs",
        "in the making",
        "Draft category",
        "draftedtag",
        "futuretag",
        "year 2999",
    ],
)
def test_nothing_of_a_draft_is_published(public, mark):
    assert holding(public, mark) == set()


@pytest.mark.parametrize(
    "name", ["draft-of-hubs", "tomorrow", "hub-service", "hubs-and-wheels", "jobs", "drafts"]
)
def test_a_draft_has_no_address(public, name):
    assert [file for file in public.files if name in file.split("/")] == []


def test_what_is_hidden_is_on_its_own_page_of_a_preview_and_in_no_list_but_that_for_staff(laden):
    assert holding(laden.site, HIDDEN) == HIDDEN_PAGES
    assert holding(laden.site, "Fleet check by appointment") <= HIDDEN_PAGES | {"index.html"}
    assert holding(laden.site, "Quiet offer for the fleet") <= HIDDEN_PAGES | {"index.html"}
    assert holding(laden.site, "Hidden category") <= HIDDEN_PAGES | {"index.html"}


def test_nothing_in_a_preview_but_that_list_leads_to_what_is_hidden(laden):
    leading = {
        page
        for page in laden.site.pages
        for _, address in laden.site.links(page)
        if laden.site.target(page, address)[0] in HIDDEN_PAGES
    }

    assert leading <= HIDDEN_PAGES | {"index.html"}


def test_nothing_hidden_is_published(public):
    assert public.files & HIDDEN_PAGES == set()
    for mark in (
        HIDDEN,
        "Fleet check",
        "fleet-check",
        "Quiet offer",
        "Hidden category",
        "partners of the workshop",
    ):
        assert holding(public, mark) == set(), mark


def test_a_link_to_a_draft_is_plain_text_until_that_is_public(public, laden):
    page = "blog/no-discussion/index.html"
    ends = "Soon you can read about hubs, their service and both."

    assert words_of(public.tree(page).css_first(".text")).endswith(ends)
    assert [words_of(link) for link in public.tree(page).css(".text a[href]")] == []
    assert len(laden.site.tree(page).css(".text a[href]")) == 3


def pictures_of(site, name):
    return sorted(file for file in site.files if file.startswith(f"media/{name}-"))


def test_what_is_public_is_there(public):
    home = words_of(public.tree("page/3/index.html").body)

    assert "Which visit first? A short guide" in home
    assert pictures_of(public, "wheel")


@pytest.mark.parametrize("name", ["only-in-a-draft", "only-in-tomorrow"])
def test_a_picture_that_only_a_draft_uses_is_not_published(public, laden, name):
    assert pictures_of(laden.site, name)
    assert pictures_of(public, name) == []
    assert not any(file.startswith("images/") for file in public.files)
