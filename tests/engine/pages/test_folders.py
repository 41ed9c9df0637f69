"""Stamps and digests of what stands in folders."""

import os

import pytest

from plugins.engine.pages.folders import contents, file_digest, folder_digest, stamps


@pytest.fixture
def folder(tmp_path):
    """Give a folder with a file, one in a folder of its own, and a folder outside."""
    for name in ("in/a", "in/b/c", "out/d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path / "in"


def write(path):
    path.write_text("changed")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: write(folder / "a"),
        lambda folder: write(folder / "b/c"),
        lambda folder: (folder / "a").rename(folder / "e"),
        lambda folder: (folder / "b").rename(folder / "f"),
        lambda folder: (folder / "a").unlink(),
        lambda folder: (folder / "e").symlink_to(folder / "a"),
        lambda folder: (folder / "e").symlink_to(folder.parent / "out"),
    ],
)
def test_each_change_gives_another_digest(folder, change):
    before = folder_digest(folder)
    change(folder)
    assert folder_digest(folder) != before


@pytest.mark.parametrize(
    "touch",
    [
        lambda folder: os.utime(folder / "a", (1, 1)),
        lambda folder: (folder / "empty").mkdir(),
        lambda folder: (folder / "nowhere").symlink_to("missing"),
        lambda folder: os.mkfifo(folder / "pipe"),  # which would wait for ever
        lambda folder: ((folder / "__pycache__").mkdir(), write(folder / "__pycache__/a.pyc")),
    ],
)
def test_what_says_nothing_does_not_count(folder, touch):
    before = folder_digest(folder)
    touch(folder)
    assert folder_digest(folder) == before


def test_links_count_as_what_they_lead_to_and_circles_end(folder):
    (folder / "link").symlink_to(folder.parent / "out")
    (folder.parent / "out/back").symlink_to(folder)
    (folder / "b/up").symlink_to("..")
    before = folder_digest(folder)
    write(folder.parent / "out/d")
    assert folder_digest(folder) != before


def test_a_file_that_is_gone_by_now_is_nothing(folder):
    assert not file_digest(folder / "missing")
    assert folder_digest(folder / "missing") == folder_digest(folder / "a/b")


def test_stamps_are_of_the_links_themselves_and_of_everything(folder):
    (folder / "link").symlink_to(folder.parent / "out")
    (folder / "__pycache__").mkdir()
    write(folder / "__pycache__/a.pyc")
    (folder / "empty/inside").mkdir(parents=True)
    files, hollow = contents(folder)
    assert files == stamps(folder)
    assert files.keys() == {"a", "b/c", "link", "__pycache__/a.pyc"}
    assert hollow == ["empty/inside/"]


def test_a_file_that_was_touched_has_another_stamp(folder):
    before = stamps(folder)["a"]
    os.utime(folder / "a", ns=(1, before[1] + 1))
    assert stamps(folder)["a"] != before
