"""After edits of texts alone, pages of the last site are corrected: to the bytes of a clean build."""

import pytest

from tests.site.clinic import Clinic

WITH_TABLE, WITH_PICTURE = "content/articles/which-visit-first.md", "content/articles/ride-home-repairs.md"
WITH_LINKS, PAGE, PROCEDURE = (
    "content/articles/linked.md",
    "content/pages/about.md",
    "content/procedures/chain-bath.md",
)
ADDRESS = "https://wheels.example"  # of which the page for wrong addresses is right
LINKED = """---
title: Where to look
date: 2026-04-02
category: Before the visit
summary: Two pages that say more.
---
See [about us]({filename}/pages/about.md) and [the chain](/procedures/chain-bath/) [@guild-rules].
"""
MORE = "\nMore is said here, of 5 < 6 & “quoted”.\n"


@pytest.fixture
def base():
    """Name the settings of a preview."""
    return "pelicanconf"


@pytest.fixture
def clinic(base, tmp_path, runner):
    """Give a clinic that has been built."""
    made = Clinic(tmp_path, runner, base, address=ADDRESS)
    made.write(WITH_LINKS, LINKED)
    edit(made, WITH_PICTURE, "\nThat was the wheel.\n")
    status, said = made.build("output", "cache")
    assert status == 0, said
    return made


def edit(clinic, name, text=MORE):
    clinic.write(name, clinic.text(name) + text)


def corrected(clinic):
    """Build; tell whether pages were only corrected."""
    status, said = clinic.build("output", "cache")
    assert status == 0, said
    return "corrected, all others kept" in said


def assert_as_clean(clinic):
    wanted, status, _ = clinic.clean()
    assert status == 0
    assert clinic.site("output") == wanted


@pytest.mark.parametrize("base", ["pelicanconf", "publishconf"])
@pytest.mark.parametrize(
    "edited",
    [[WITH_TABLE], [WITH_PICTURE], [WITH_TABLE, WITH_LINKS, PAGE]],
    ids=["table", "picture", "three texts"],
)
def test_texts_are_corrected(clinic, edited):
    for _ in range(2):
        for name in edited:
            edit(clinic, name)
        assert corrected(clinic)
    text = clinic.text(edited[0])
    clinic.write(edited[0], text.replace(MORE, ""))
    assert corrected(clinic)
    assert_as_clean(clinic)


MORE_MAY_BE_DIFFERENT = [
    (WITH_LINKS, "title: ", "title: Our "),
    (WITH_LINKS, "summary: Two", "summary: Both"),
    (WITH_LINKS, "See [about", "See [this too](/pages/about/) and [about"),
    (WITH_LINKS, "[@guild-rules]", "[@brake-notes]"),
    (WITH_LINKS, "See [this", "## A part\n\nSee [this"),
    (WITH_LINKS, "See [this", "You may utilize it. See [this"),
    (WITH_TABLE, "wheel-truing, tire-plug", "wheel-truing"),
    (WITH_PICTURE, "That was", "![Another]({static}/images/wheel.png)\n\nThat was"),
    (PROCEDURE, "25 to 30 minutes", "25 to 40 minutes"),
    (PROCEDURE, "\n---\n", "\n---\nMore is said here.\n\n"),
    ("content/site.yaml", "name: ", "name: Our "),
    ("theme/templates/article.html", "<article", '<article data-x="x"'),
    ("theme/static/css/page.css", "@layer", "/* new */ @layer"),
]


def test_where_more_may_be_different_all_is_read(clinic, subtests):
    """One edit after the other, each of the site that the last one has left."""
    for name, before, after in MORE_MAY_BE_DIFFERENT:
        with subtests.test(name=name, after=after):
            text = clinic.text(name)
            assert before in text
            clinic.write(name, text.replace(before, after, 1))

            assert not corrected(clinic)
    assert_as_clean(clinic)


def test_a_text_of_which_something_was_said_is_judged_again(clinic):
    edit(clinic, WITH_LINKS, "\nYou may utilize it.\n")
    assert not corrected(clinic)
    edit(clinic, WITH_LINKS)
    assert not corrected(clinic)
    edit(clinic, PAGE)
    status, said = clinic.build("output", "cache")

    assert status == 0
    assert "corrected, all others kept" in said
    assert "utilize" in said  # what holds is said again
    assert_as_clean(clinic)


def test_a_signed_text_is_judged_again(clinic):
    edit(clinic, "content/people.yaml", "dr-lee: {name: Kim Lee, credential: MD}\n")
    name = WITH_LINKS.removeprefix("content/").removesuffix(".md")
    signed = clinic.runner.run("plugins.desk", "sign", name, "--by", "dr-lee", folder=clinic.folder)
    assert signed.returncode == 0, signed.stderr
    assert not corrected(clinic)
    edit(clinic, WITH_LINKS)

    assert not corrected(clinic)
    assert_as_clean(clinic)


@pytest.mark.parametrize(
    "more", ["{{ article.to_print() }}", "{{ article.content|length }}"], ids=["twice", "looked into"]
)
def test_a_theme_that_does_more_with_texts_prints_them_anew(clinic, more):
    template, place = "theme/templates/article.html", "{{ review_label("
    clinic.write(template, clinic.text(template).replace(place, f"{more}{place}"))
    assert not corrected(clinic)
    edit(clinic, WITH_LINKS)

    assert not corrected(clinic)
    assert_as_clean(clinic)


def test_a_page_that_somebody_has_changed_is_made_anew(clinic):
    page = "output/blog/linked/index.html"
    clinic.write(page, clinic.text(page) + "<!-- mine -->")
    edit(clinic, WITH_LINKS)

    assert not corrected(clinic)
    assert_as_clean(clinic)


@pytest.mark.parametrize("base", ["publishconf"])
def test_a_text_that_no_page_shows_changes_none(clinic):
    clinic.write(WITH_LINKS, clinic.text(WITH_LINKS).replace("\nsummary:", "\nstatus: draft\nsummary:"))
    assert not corrected(clinic)
    edit(clinic, WITH_LINKS)

    assert corrected(clinic)
    assert_as_clean(clinic)
