"""What search engines are told of a page is what the page shows, on every page of every site."""

import datetime
import gzip
import json
import shutil

import pytest

from plugins.editorial.dates import long_date
from tests.conftest import SECOND
from tests.site.conftest import PUBLIC
from tests.site.website import words_of

BLOCK = 'script[type="application/ld+json"]'
ADDRESSES = {"url", "item", "contentUrl"}
DATES = {"datePublished", "dateModified", "lastReviewed"}
FOR_MACHINES = {"@context", "@type", "inLanguage", "encodingFormat"}
NOT_DESCRIBED = {"404.html"}
MOST_BYTES = 600  # that a page may grow by, compressed
OWN_DETAILS = {
    "Example Spoke Clinic": "Bench & Sons <Spokes>",
    "555-0142": "+1 202 555 2368",
    "bench@example.org": "bench@spokes.org",
}


@pytest.fixture(scope="module")
def filled(once, tmp_path_factory):
    """Give the second clinic published with details of its own, one of which only one page shows."""
    content = tmp_path_factory.mktemp("filled") / "content"
    shutil.copytree(SECOND, content)
    file = content / "site.yaml"
    text = file.read_text(encoding="utf-8")
    for example, own in OWN_DETAILS.items():
        text = text.replace(example, own)
    file.write_text(text, encoding="utf-8")
    with (content / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\nWrite to {{ clinic.email }}.\n")
    return once("filled", content, settings="publishconf.py", siteurl=PUBLIC)


@pytest.fixture(params=["preview", "second", "laden", "published", "laden_public", "filled"])
def site(request):
    """Give each site that the tests build, ours and others."""
    return built(request, request.param)


@pytest.fixture(params=["published", "laden_public", "filled"])
def public(request):
    """Give each site that has an address."""
    return built(request, request.param)


def built(request, name):
    done = request.getfixturevalue(name)
    assert done.status == 0, done.said
    return done.site


def graph(site, page):
    """Return the things that a page tells of, the page itself first."""
    (block,) = site.tree(page).css(BLOCK)
    data = json.loads(block.text())
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def graphs(site):
    """Return what each page tells."""
    found = {page: graph(site, page) for page in site.pages if page not in NOT_DESCRIBED}
    assert len(found) > 20
    return found


def texts(value, key=""):
    """Yield each text of a value with the key under which it stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from texts(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, key)
    elif isinstance(value, str):
        yield key, value


def of_type(things, name):
    return [thing for thing in things if thing["@type"] == name]


def test_each_page_says_what_it_is_but_the_one_that_is_not_there(site):
    assert [page for page in NOT_DESCRIBED if site.tree(page).css(BLOCK)] == []
    assert {page: found for page, found in graphs(site).items() if len(found) not in {1, 2}} == {}


def test_every_text_is_on_the_page_and_every_date_in_words(site):
    unseen = []
    for page, things in graphs(site).items():
        shown = words_of(site.tree(page).body, "script, .hidden").casefold()
        for key, text in texts(things):
            words = long_date(datetime.date.fromisoformat(text)) if key in DATES else text
            if key not in ADDRESSES | FOR_MACHINES and " ".join(words.split()).casefold() not in shown:
                unseen.append((page, key, text))

    assert unseen == []


def test_the_trail_is_the_breadcrumb_that_the_page_shows(site):
    for page, things in graphs(site).items():
        shown = [words_of(item) for item in site.tree(page).css("main > nav.breadcrumb li")]
        told = [
            item["name"] for trail in of_type(things, "BreadcrumbList") for item in trail["itemListElement"]
        ]
        assert told == shown, page


def test_each_page_shows_the_way_to_it_but_the_start_pages(site):
    without = [page for page in site.pages if not site.tree(page).css("nav.breadcrumb")]

    assert {page for page in without if not page.startswith("page/")} == {"index.html", *NOT_DESCRIBED}


def test_every_address_leads_to_a_file_of_the_site(public):
    dead = [
        (page, address)
        for page, things in graphs(public).items()
        for key, address in texts(things)
        if key in ADDRESSES and public.target(page, address)[0] not in public.files
    ]

    assert dead == []


def test_a_page_has_the_address_of_its_canonical_link(public):
    for page, (thing, *_) in graphs(public).items():
        assert thing["url"] == public.tree(page).css_first('link[rel="canonical"]').attributes["href"], page


def test_a_preview_gives_no_address_of_its_own(ours):
    things = [text for found in graphs(ours).values() for text in texts(found)]

    assert [text for key, text in things if key in ADDRESSES] == []


def test_what_a_page_tells_weighs_little(published):
    def compressed(text):
        return len(gzip.compress(text.encode(), mtime=0))

    pages = {page: published.site.text(page) for page in graphs(published.site)}
    blocks = {page: published.site.tree(page).css_first(BLOCK).html for page in pages}
    weights = {
        page: compressed(text) - compressed(text.replace(blocks[page], "")) for page, text in pages.items()
    }

    assert all(blocks[page] in text for page, text in pages.items())
    assert {page: bytes_ for page, bytes_ in weights.items() if bytes_ > MOST_BYTES} == {}


def test_facts_go_out_as_fields_yaml_says(second):
    (page, _) = graph(second.site, "procedures/wheel-truing/index.html")

    assert page["@type"] == "MedicalWebPage"
    assert page["about"] == {
        "@type": "MedicalProcedure",
        "name": "Wheel truing",
        "alternateName": ["centering"],
        "bodyLocation": ["wheel"],
        "howPerformed": ["The wheel turns in a stand while each spoke is set"],
    }


def test_examples_never_go_out(site, request):
    if "filled" not in request.node.callspec.id:
        assert [page for page, things in graphs(site).items() if "publisher" in things[0]] == []


def test_a_clinic_with_details_of_its_own_publishes_every_page(filled):
    publishers = {page: things[0]["publisher"] for page, things in graphs(filled.site).items()}
    about = publishers.pop("pages/about/index.html")

    assert about["email"] == "bench@spokes.org"
    assert {json.dumps(publisher, sort_keys=True) for publisher in publishers.values()} == {
        json.dumps(
            {
                "@type": "MedicalClinic",
                "name": "Bench & Sons <Spokes>",
                "telephone": "+1 202 555 2368",
                "url": f"{PUBLIC}/",
            },
            sort_keys=True,
        )
    }


def test_the_full_table_names_files_that_its_page_links_to(published):
    page = "compare/index.html"
    (thing, _) = graph(published.site, page)
    files = {file["contentUrl"] for file in thing["mainEntity"]["distribution"]}
    linked = {published.site.target(page, address) for _, address in published.site.links(page)}

    assert len(files) == 3
    assert {published.site.target(page, address) for address in files} <= linked


def test_nobody_is_said_to_have_reviewed_what_nobody_has(published):
    keys = {key for things in graphs(published.site).values() for key, _ in texts(things)}

    assert not keys & {"lastReviewed", "reviewedBy", "honorificSuffix"}
