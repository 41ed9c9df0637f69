"""A build that would take many pages away is refused, until somebody says that it is meant."""

import pytest

from plugins.engine import shrink
from plugins.engine.places import Places
from plugins.engine.stop import Stop


@pytest.fixture
def shrunk(site):
    """Give a site that was built with 20 articles more than it has now."""
    site.setting("SHRINK_GUARD = 0.10")
    for number in range(20):
        site.article(f"more-{number:02}", "A text that will be lost.")
    assert site.build().returncode == 0
    for number in range(20):
        (site.folder / f"content/more-{number:02}.md").unlink()
    return site


def test_many_pages_do_not_go_by_mistake(shrunk):
    before = shrunk.pages()
    pages = [name for name in before if name.endswith(".html")]
    named = "".join(f"    more-{number:02}.html\n" for number in range(10))

    done = shrunk.build()

    assert done.returncode == 1
    assert done.stderr == (
        f"This build would take away 20 of the {len(pages)} pages in output, more than 10%:\n{named}"
        "    and 10 more\n"
        "If they are meant to go, give the same command again with CONFIRM=1. "
        "output holds the last complete site.\n"
    )
    assert shrunk.pages() == before
    assert shrunk.beside() == {".output.lock"}


def test_they_go_when_that_is_meant(shrunk, monkeypatch):
    monkeypatch.setenv("CONFIRM", "1")

    assert shrunk.build().returncode == 0

    assert "more-00.html" not in shrunk.pages()


def test_without_the_setting_pages_come_and_go(shrunk):
    shrunk.setting("")

    assert shrunk.build().returncode == 0


@pytest.mark.parametrize("value", ["'10%'", "10", "-0.1", "False"])
def test_a_setting_that_cannot_be_used_is_told_before_anything_is_rendered(site, value):
    site.setting(f"SHRINK_GUARD = {value}")
    site.plugin('def act(sender): raise SystemExit("rendered")', "get_generators")

    done = site.build()

    assert done.returncode == 1
    assert done.stderr == (
        f"SHRINK_GUARD is {value}; expected a part of 1, such as 0.10 for a tenth, or None. "
        "No site was written.\n"
    )


def _passes(folder, last, now, **settings):
    """Tell whether a site of the pages `now` may replace one of the pages `last`."""
    places = Places.beside(folder / "output")
    for base, names in ((places.output, last), (places.staging, now)):
        for name in names:
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).touch()
    try:
        shrink.check(places, {"SHRINK_GUARD": 0.10, **settings})
    except Stop:
        return False
    return True


@pytest.mark.parametrize(
    ("had", "gone", "passes"),
    [(0, 0, True), (1, 1, True), (5, 1, True), (5, 2, False), (20, 2, True), (20, 3, False), (21, 2, True)],
)
def test_a_tenth_may_go_and_one_page_always(tmp_path, had, gone, passes):
    names = [f"{number}/index.html" for number in range(had)]

    assert _passes(tmp_path, names, names[gone:]) is passes


def test_pages_with_new_addresses_count_as_gone(tmp_path):
    """Links to the old ones are broken, however many new ones there are."""
    assert not _passes(tmp_path, ["a.html", "b.html"], ["c.html", "d.html"])


def test_other_files_than_pages_come_and_go(tmp_path):
    assert _passes(tmp_path, ["a.html", "b.css", "c.css", "d.htmlx"], ["a.html"])


def test_pages_that_only_a_preview_has_do_not_count(tmp_path):
    last = ["a.html", "drafts/b.html", "drafts/c.html", "drafts/d.html"]

    assert _passes(tmp_path, last, ["a.html"], SHRINK_GUARD_IGNORES=["drafts/"])
    assert not _passes(tmp_path, last, ["a.html"])
