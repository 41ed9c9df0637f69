"""What Pelican's own objects follow from."""

import copy

import pytest
from pelican.contents import Article, Static
from pelican.paginator import Paginator
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Author, Tag

from plugins.engine.pages.fingerprint import Fingerprints
from plugins.engine.pages.pelican_values import rules

SETTINGS = {**copy.deepcopy(DEFAULT_CONFIG), "PATH": "/site"}


class Run:
    """The texts of one run."""

    def __init__(self, **texts):
        self.context = {**SETTINGS, "generated_content": {}, "static_content": {}, "localsiteurl": ""}
        for name, text in texts.items():
            self.add(name, text)
        self.context["static_content"]["a.txt"] = Static("", {}, SETTINGS, "/site/a.txt", self.context)

    def add(self, name, text, **more):
        metadata = {"title": name, "tags": [Tag("red", SETTINGS)], **more}
        found = Article(text, metadata, SETTINGS, f"/site/{name}.md", self.context)
        self.context["generated_content"][f"{name}.md"] = found
        return found

    def of(self, value):
        return Fingerprints(rules(self.context)).of(value)

    def __getitem__(self, name):
        return self.context["generated_content"][f"{name}.md"]


def test_an_article_is_as_it_was_however_often_it_was_printed():
    one, other = Run(a="text"), Run(a="text")
    before = one.of(one["a"])
    assert one["a"].url + one["a"].summary + one["a"].tags[0].slug
    assert one["a"].tags[0].as_dict()
    assert one.of(one["a"]) == before == other.of(other["a"])


@pytest.mark.parametrize("name", ["title", "status", "slug", "date_format", "something_of_a_plugin"])
def test_an_article_follows_from_all_that_it_knows(name):
    one, other = Run(a="text"), Run(a="text")
    setattr(other["a"], name, "another")
    assert one.of(one["a"]) != other.of(other["a"])


def test_an_article_follows_from_what_a_plugin_puts_in_the_place_of_its_text():
    one, other = Run(a="text"), Run(a="text")
    for run, words in (one, "these"), (other, "those"):
        run["a"]._get_content = lambda words=words: words  # noqa: SLF001 (as plugins do)
    assert one.of(one["a"]) != other.of(other["a"])


@pytest.mark.parametrize(("text", "hangs"), [("[b]({filename}b.md)", True), ("plain", False)])
def test_only_a_text_with_links_follows_from_the_addresses_of_others(text, hangs):
    one, other = Run(a=text, b="b"), Run(a=text, b="b")
    other["b"].slug = "moved"
    assert (one.of(one["a"]) != other.of(other["a"])) is hangs


def test_a_text_with_links_follows_from_where_files_lie():
    one, other = Run(a="{attach}a.txt"), Run(a="{attach}a.txt")
    other.context["static_content"]["a.txt"].attach_to(other["a"])
    other.context["static_content"]["a.txt"].override_url = "elsewhere/a.txt"
    assert one.of(one["a"]) != other.of(other["a"])


def in_a_list(run):
    run["a"].related = [run["b"]]


def on_its_author(run):
    run["a"].author = Author("A", SETTINGS)
    run["a"].author.best = run["b"]


@pytest.mark.parametrize("know", [in_a_list, on_its_author])
def test_a_text_that_knows_another_follows_from_all(know):
    """From there a template could go anywhere."""
    one, other = Run(a="a", b="b", c="c"), Run(a="a", b="b", c="changed")
    know(one)
    know(other)
    assert one.of(one["a"]) != other.of(other["a"])


def test_texts_that_know_each_other_have_a_fingerprint():
    run = Run(a="a", b="b")
    run["a"].translations, run["b"].translations = [run["b"]], [run["a"]]
    assert run.of(run["a"]) != run.of(run["b"])


def test_a_tag_follows_from_what_plugins_give_to_it():
    tags = [Tag("red", SETTINGS) for _ in range(4)]
    tags[1].about, tags[2].about, tags[3].about = "a colour", "no colour", "a colour"
    found = [Run().of(tag) for tag in tags]
    assert len(set(found)) == 3
    assert found[1] == found[3]


def test_a_page_of_a_list_follows_from_its_part_and_from_how_many_there_are():
    settings = {**SETTINGS, "DEFAULT_PAGINATION": 2}

    def page(*items):
        return Run().of(Paginator("index.html", "", list(items), settings, 2).page(1))

    assert page(1, 2, 3) == page(1, 2, 4)
    assert len({page(1, 2, 3), page(1, 3, 3), page(1, 2), page(1, 2, 3, 4, 5)}) == 4
