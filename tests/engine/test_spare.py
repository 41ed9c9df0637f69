"""Putting a site together: exactly the files that are wanted, and nothing done to the last site."""

import contextlib
import os
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.pages.folders import stamps
from plugins.engine.pages.ledger import Entry, Ledger
from plugins.engine.pages.look import Look
from plugins.engine.pages.round import Round, Standing
from plugins.engine.places import Places
from plugins.engine.progress import Progress
from plugins.engine.spare import MANY, begun, put_together
from plugins.engine.store import Store

NAMES = st.sampled_from(["a", "b", "c", "a.br"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def _no_file_is_a_folder(paths):
    return not any(other.startswith(f"{path}/") for path in paths for other in paths)


TREES = st.dictionaries(PATHS, st.sampled_from(["", "one", "two"]), max_size=6).filter(_no_file_is_a_folder)


def plant(folder, tree):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def tree_in(folder):
    return {path: (folder / path).read_text() for path in stamps(folder)}


def folders_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def known(text, stamp):
    return Entry(sha256(text.encode()).hexdigest(), stamp, "inputs", ("a",))


def turn(places, last, wanted, kept):
    """Return the round of a run whose jobs have written what is wanted, but for what they have kept."""
    there = stamps(places.output)
    standing = Standing(Ledger({path: known(last[path], there[path]) for path in last}), there)
    staged = stamps(places.staging)
    entries = {p: standing.ledger.files[p] if p in kept else known(wanted[p], staged[p]) for p in wanted}
    return Round(standing, "", Store(), 1, Progress(), Look(), entries, kept)


@given(TREES, TREES, TREES, st.data())
@settings(max_examples=60)
def test_the_new_site_is_what_is_wanted_whatever_stood_there(tmp_path_factory, last, wanted, spare, data):
    places = Places.beside(tmp_path_factory.getbasetemp() / "put-together/site")
    places.output.parent.mkdir(exist_ok=True)
    same = sorted(path for path in wanted if last.get(path) == wanted[path])
    kept = data.draw(st.sets(st.sampled_from(same))) if same else set()
    plant(places.output, last)
    plant(places.spare, spare)
    (places.spare / "hollow/inside").mkdir(parents=True)
    plant(places.staging, {path: text for path, text in wanted.items() if path not in kept})
    before, inodes = stamps(places.output), {path: (places.output / path).stat().st_ino for path in last}

    found = put_together(places, turn(places, last, wanted, kept))

    assert tree_in(places.spare) == wanted
    assert folders_in(places.spare) == {str(one) for path in wanted for one in PurePath(path).parents[:-1]}
    assert {path: entry.stamp for path, entry in found.items()} == stamps(places.spare)
    assert (tree_in(places.output), stamps(places.output)) == (last, before)
    for path in same:
        assert stamps(places.spare)[path] == before[path]
        assert (places.spare / path).stat().st_ino == inodes[path] or spare.get(path) == wanted[path]


@pytest.fixture
def places(tmp_path):
    """Give the places of a site with a page and what lies beside it."""
    found = Places.beside(tmp_path / "site")
    plant(found.output, {"index.html": "page", "index.html.br": "small"})
    plant(found.staging, {})
    return found


def test_a_file_that_was_changed_after_its_job_is_known_as_it_is(places):
    plant(places.staging, {"index.html": "page"})
    run = turn(places, {}, {"index.html": "page"}, set())
    (places.staging / "index.html").write_text("page, made smaller")
    found = put_together(places, run)
    assert found["index.html"] == known("page, made smaller", stamps(places.spare)["index.html"])


def test_without_links_files_are_copied(places, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError("no links on this file system")

    monkeypatch.setattr(os, "link", refuse)
    put_together(places, turn(places, {"index.html": "page"}, {"index.html": "page"}, {"index.html"}))
    assert tree_in(places.spare) == {"index.html": "page"}


def test_a_missing_folder_is_filled_beside_the_reading(places, monkeypatch):
    """Here and now, as a process of tests may have other threads, beside which nothing is forked."""
    monkeypatch.setattr("plugins.engine.spare.aside", _at_once)
    many = {f"{number}/index.html": f"page {number}" for number in range(MANY)}
    plant(places.output, many)
    run = replace(turn(places, many, many, set(many)), workers=2)
    with begun(places, run):
        pass

    assert stamps(places.spare) == stamps(places.output)
    assert (places.spare / "0/index.html").samefile(places.output / "0/index.html")
    (places.spare / "0/index.html").unlink()
    with begun(places, run):  # one that is there is left as it is
        pass
    assert not (places.spare / "0/index.html").exists()
    put_together(places, run)
    assert tree_in(places.spare) == many


@contextlib.contextmanager
def _at_once(act):
    act()
    yield
