"""What Pelican gets to know of a post."""

import datetime

import pytest
from pelican.readers import Readers
from pelican.settings import DEFAULT_CONFIG

from plugins import editorial
from plugins.editorial import Body, read_article, read_page
from plugins.editorial.plugin import use_our_reader
from plugins.editorial.reader import HOUSE, POSTS, EditionReader
from plugins.frontmatter import Document

HEADER = "title: A <b>\nsummary: C\nwritten_by: ann\n"


@pytest.fixture
def settings(tmp_path, house):
    return {**DEFAULT_CONFIG, "PATH": str(tmp_path), HOUSE: house, POSTS: {}}


@pytest.fixture
def read(settings, document, tmp_path):
    """Give a function that puts a post into the edition and has Pelican's reader read it."""

    def put(path, make, header):
        source: Document = document("", header)
        settings[POSTS][path] = make(source, Body(html="<p>text</p>"))
        return EditionReader(settings).read(str(tmp_path / path))

    return put


def test_an_article_is_handed_over_with_names_that_we_know(read):
    html, metadata = read(
        "articles/a.md",
        read_article,
        HEADER + "date: 2026-01-02\nmodified: 2026-01-03\ncategory: D\ntags: [e, f]\nstatus: draft\n",
    )

    assert not html  # it follows once all addresses are known
    assert metadata.pop("authors")[0].name == "Ann"
    assert metadata.pop("category").name == "D"
    assert [tag.name for tag in metadata.pop("tags")] == ["e", "f"]
    assert metadata == {
        "title": "A <b>",
        "slug": "warm-hands",
        "summary": "C",
        "status": "draft",
        "date": datetime.datetime(2026, 1, 2),  # noqa: DTZ001 - Pelican adds the zone
        "modified": datetime.datetime(2026, 1, 3),  # noqa: DTZ001
    }


def test_an_article_that_was_not_changed_has_no_such_date(read):
    _, metadata = read("articles/a.md", read_article, HEADER + "date: 2026-01-02\ncategory: D\n")

    assert "modified" not in metadata


def test_a_page_has_no_date(read):
    _, metadata = read("pages/a.md", read_page, HEADER)

    assert set(metadata) == {"title", "slug", "summary", "status", "authors"}


def test_a_post_that_is_left_out_is_skipped(settings, tmp_path):
    html, metadata = EditionReader(settings).read(str(tmp_path / "articles/b.md"))

    assert (html, metadata["status"]) == ("", "skip")


def test_pelican_reads_markdown_with_our_reader_and_nothing_else():
    readers = Readers(dict(DEFAULT_CONFIG))
    static = readers.reader_classes["static"]

    use_our_reader(readers)

    assert readers.reader_classes == {"md": EditionReader, "static": static}


def test_register_connects_to_pelican():
    from pelican import signals

    editorial.register()

    assert use_our_reader in [receiver() for receiver in signals.readers_init.receivers.values()]
    signals.readers_init.disconnect(use_our_reader)
