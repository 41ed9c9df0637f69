"""The page of the sheet and the links to it, in whole builds."""

import shutil

import pytest

from tests.conftest import ROOT, SECOND
from tests.site.test_second_clinic import SIMPLE
from tests.site.website import words_of

PAGE = "appointment/index.html"
BASE = ROOT / "tests/desk/base/content"
TITLES = [
    "What matters to me",
    "Treatments I want to ask about",
    "My questions",
    "What my team should know",
    "When you are done",
]


def linking(site):
    """Return the pages that lead to the sheet below their text; the style guide shows how that looks."""
    return {
        page
        for page in site.pages
        if site.tree(page).css_first(".appointment-link") and not page.startswith("styleguide/")
    }


@pytest.fixture(scope="session")
def without(once):
    """Give a clinic that has no such file."""
    return once("without-sheet", BASE)


@pytest.fixture(scope="session")
def broken(once, tmp_path_factory):
    """Give the preview of a clinic whose file has a mistake."""
    content = shutil.copytree(BASE, tmp_path_factory.mktemp("broken-sheet") / "content")
    (content / "appointment.yaml").write_text("title: A sheet\n", encoding="utf-8")
    return once("broken-sheet", content)


def test_the_page_offers_what_the_file_says(second):
    tree = second.site.tree(PAGE)
    lists = {
        words_of(part.css_first("h2")): [words_of(node) for node in part.css("legend, .tick-list label")]
        for part in tree.css("[data-part]")
    }

    assert words_of(tree.css_first("h1")) == "A slip for the workshop"
    assert lists["What matters to me"] == ["Speed", "Silence"]
    assert lists["My questions"] == [
        "Before we start",
        "What if I ride on as it is?",
        "Is <oil> enough?",
        "Afterwards",
        "When may I ride again?",
    ]
    assert lists["What my team should know"] == ["Where it squeaks"]
    assert words_of(tree.css_first(".appointment__caution")) == "Do not take the chain off yourself."
    assert [words_of(head) for head in tree.css("main h2")] == TITLES


def test_the_page_offers_every_treatment_of_the_site_once_under_its_kind(ours):
    listed = ours.tree("procedures/index.html")
    kinds = {
        words_of(section.css_first("h2")): [words_of(head) for head in section.css(".entry-list h3")]
        for section in listed.css('section[aria-labelledby^="kind-"]')
    }
    offered = {
        words_of(group.css_first("legend")): [words_of(label) for label in group.css("label")]
        for group in ours.tree(PAGE).css("#treatments fieldset")
    }

    assert len(kinds) > 2
    assert offered == kinds


def test_nothing_on_the_page_has_a_name_that_could_get_into_an_address(ours):
    tree = ours.tree(PAGE)

    assert len(tree.css("form input, form textarea")) > 30
    assert tree.css("form [name], form [formaction], form[action], [type=submit], button:not([type])") == []
    assert {form.attributes["method"] for form in tree.css("form")} == {"dialog"}


def test_each_treatment_and_each_comparison_leads_to_the_page(ours):
    wanted = {page for page in ours.pages if page.startswith("procedures/") and ours.tree(page).css(".facts")}
    wanted |= {page for page in ours.pages if page.startswith("compare/") and page.count("/") == 2}
    wanted -= {page for page in wanted if ours.tree(page).css("[data-picker], .pagination")}

    assert len(wanted) > 20
    assert linking(ours) == wanted
    for page in wanted:
        address = ours.tree(page).css_first(".appointment-link a").attributes["href"]
        assert ours.target(page, address) == (PAGE, "")


def test_without_the_file_there_is_no_page_and_no_link(without):
    assert without.status == 0, without.said
    assert PAGE not in without.site.files
    assert linking(without.site) == set()


def test_a_preview_with_a_mistake_in_the_file_goes_without_the_page(broken):
    assert broken.status == 1
    assert 'content/appointment.yaml:1:1: "lead" is missing' in broken.said
    assert "procedures/index.html" in broken.site.files
    assert PAGE not in broken.site.files
    assert linking(broken.site) == set()


def test_the_page_stands_in_pelicans_own_theme_too(once, tmp_path_factory):
    settings = tmp_path_factory.mktemp("simple") / "settings.py"
    settings.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{SIMPLE}", encoding="utf-8")
    built = once("simple", SECOND, settings=str(settings))

    assert built.status == 0, built.said
    page = built.site.tree(PAGE)
    assert [words_of(node) for node in page.css("h3")] == ["Before we start", "Afterwards"]
    assert "Is <oil> enough?" in [words_of(node) for node in page.css("li")]
