"""What each kind of page says it is; whole sites are tried in tests/site/test_structured_data.py."""

import datetime
import json
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.editorial import Body
from plugins.editorial.posts import Article, Byline, Label
from plugins.findability import StructuredData
from tests.findability.samples import DOCTOR, PLACE, SIGNED, TEAM, site
from tests.procedures.samples import FIELDS, repair

PEOPLE = {"editorial-team": TEAM, "lee": DOCTOR}


def data(origin="https://clinic.org"):
    return StructuredData(site(origin), FIELDS, PEOPLE)


def told(block):
    """Give the things in a block by their types."""
    text = LexborHTMLParser(f"<body>{block}").css_first("script").text()
    return {thing["@type"]: thing for thing in json.loads(text)["@graph"]}


def article(status="published", modified=None, author="lee"):
    post = Article(
        path="content/articles/cold.md",
        slug="cold",
        title="Cold days",
        summary="What cold does.",
        status="published",
        byline=Byline((author, PLACE), None, None),
        body=Body(),
        place=PLACE,
        date=datetime.date(2026, 1, 2),
        modified=modified,
        category=Label("Weather", PLACE),
        tags=(Label("ice", PLACE), Label("wind", PLACE)),
        comments=True,
    )
    return SimpleNamespace(post=post, status=status, author=SimpleNamespace(url="authors/dana-lee/"))


def test_a_page_says_where_it_stands_and_who_publishes_it():
    block = data().block(data().treatment(repair()), "procedures/x/", [("All", "procedures/")], "X")

    page = told(block)["MedicalWebPage"]

    assert page["url"] == "https://clinic.org/procedures/x/"
    assert page["inLanguage"] == "en"
    assert page["isPartOf"] == {"@type": "WebSite", "name": "Warm Hands", "url": "https://clinic.org/"}
    assert page["publisher"]["name"] == "Green Hill"
    assert [item["name"] for item in told(block)["BreadcrumbList"]["itemListElement"]] == ["Home", "All", "X"]


def test_a_page_without_a_breadcrumb_has_none_in_its_data():
    assert told(data().block(data().start(), "", None, "Warm Hands")).keys() == {"WebSite"}


def test_the_start_page_is_the_site():
    start = told(data().block(data().start(), "", None, ""))["WebSite"]

    assert (start["name"], start["description"]) == ("Warm Hands", "Pain explained")
    assert start["publisher"]["telephone"] == "+1 202 555 2368"
    assert "isPartOf" not in start


def test_a_site_that_has_no_address_yet_gives_none():
    before = data("")
    things = [before.treatment(repair()), before.start(), before.full_table("All", "All of it.")]

    assert [block for thing in things if "http" in (block := before.block(thing, "x/", [], "X")[60:])] == []


def test_a_procedure_is_what_its_page_is_about():
    page = data().treatment(repair(also_called="[centering]"))

    assert (page["name"], page["description"]) == ("True a wheel", "It runs.")
    assert (page["about"]["@type"], page["about"]["alternateName"]) == ("MedicalProcedure", ["centering"])
    assert page["author"]["@type"] == "Organization"


def test_a_post_says_who_wrote_it_when_and_on_what():
    post = data().article(article(modified=datetime.date(2026, 3, 4)))

    assert post == {
        "@type": "BlogPosting",
        "headline": "Cold days",
        "description": "What cold does.",
        "datePublished": "2026-01-02",
        "dateModified": "2026-03-04",
        "articleSection": "Weather",
        "keywords": ["ice", "wind"],
        "author": {
            "@type": "Person",
            "name": "Dana Lee",
            "url": "https://clinic.org/authors/dana-lee/",
        },
    }


def test_a_post_of_tomorrow_does_not_name_lists_that_it_is_not_in():
    post = data().article(article(status="draft"))

    assert (post["articleSection"], post["keywords"], post["author"]["url"]) == (None, None, "")
    assert post["dateModified"] is None


def test_a_comparison_is_about_its_columns():
    heads = [SimpleNamespace(title="Heat", url="procedures/heat/")]

    page = data().comparison("Heat or cold", "Both.", None, heads)

    assert page["about"] == [
        {"@type": "MedicalProcedure", "name": "Heat", "url": "https://clinic.org/procedures/heat/"}
    ]
    assert page["author"] == {}


def test_the_full_table_is_a_data_set_to_be_taken_away():
    table = data().full_table("All", "All of it.")["mainEntity"]

    assert (table["@type"], table["name"], table["description"]) == ("Dataset", "All", "All of it.")
    assert {(file["contentUrl"], file["encodingFormat"]) for file in table["distribution"]} == {
        ("https://clinic.org/compare/table.csv", "text/csv"),
        ("https://clinic.org/data/procedures.json", "application/json"),
        ("https://clinic.org/data/procedures.csv", "text/csv"),
    }


def test_downloads_without_an_address_are_none():
    assert data("").full_table("All", "All of it.")["mainEntity"]["distribution"] == []


@pytest.mark.parametrize(("asked", "email"), [((), None), (("clinic.email",), "desk@greenhill.org")])
def test_the_clinics_email_goes_out_where_the_text_shows_it(asked, email):
    post = SimpleNamespace(title="Contact", summary="Reach us.")
    text = SimpleNamespace(value=SimpleNamespace(details=frozenset(asked)))
    page = SimpleNamespace(post=post, about=text)

    block = data().block(data().text(page), "pages/contact/", [], "Contact")

    assert told(block)["WebPage"]["publisher"].get("email") == email


def test_lists_are_told_in_their_order():
    lists = [
        data().treatments("All", [repair("b-it"), repair("a-it")]),
        data().labels("Topics", [SimpleNamespace(name="B it", url="procedures/b-it/")]),
        data().articles("Articles", [SimpleNamespace(title="B it", url="procedures/b-it/")]),
    ]

    assert [(page["@type"], page["name"]) for page in lists] == [
        ("CollectionPage", "All"),
        ("CollectionPage", "Topics"),
        ("CollectionPage", "Articles"),
    ]
    firsts = [page["mainEntity"]["itemListElement"][0] for page in lists]
    assert {(item["name"], item["url"]) for item in firsts} == {
        ("B it", "https://clinic.org/procedures/b-it/")
    }


def test_only_a_review_that_stands_is_told():
    page = data().treatment(repair())

    assert "lastReviewed" not in data().block(page, "x/", [], "X")
    assert told(data().block(page, "x/", [], "X", SIGNED))["MedicalWebPage"]["lastReviewed"] == "2026-02-26"
