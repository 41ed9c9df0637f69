"""A digest of code changes with all that results follow from, and with nothing else."""

import sys

import pytest

from plugins.engine.versions import code_digest


@pytest.fixture
def room(tmp_path):
    """Make a package with a file and a list of words."""
    room = tmp_path / "room"
    (room / "words").mkdir(parents=True)
    (room / "code.py").write_text("one = 1\n")
    (room / "words/list.yaml").write_text("- one\n")
    return room


@pytest.mark.parametrize(
    "change",
    [
        lambda room: (room / "code.py").write_text("one = 2\n"),
        lambda room: (room / "words/list.yaml").write_text(""),
        lambda room: (room / "more.py").touch(),
        lambda room: (room / "words/list.yaml").unlink(),
        lambda room: (room / "code.py").rename(room / "words/code.py"),
    ],
)
def test_it_changes_with_each_file(room, change):
    before = code_digest([room])
    change(room)
    assert code_digest([room]) != before


def test_it_changes_with_python_and_with_each_library(room, tmp_path, monkeypatch):
    libraries = tmp_path / "site-packages"
    (libraries / "markdown-3.11.dist-info").mkdir(parents=True)
    found = {code_digest([room])}
    monkeypatch.setattr(sys, "path", [str(libraries)])
    found.add(code_digest([room]))
    (libraries / "markdown-3.11.dist-info").rename(libraries / "markdown-3.12.dist-info")
    found.add(code_digest([room]))
    monkeypatch.setattr(sys, "version", "4.0")
    found.add(code_digest([room]))
    assert len(found) == 4


def test_it_does_not_change_with_where_the_code_is_or_what_python_and_systems_put_there(room, tmp_path):
    before = code_digest([room])
    (room / "__pycache__").mkdir()
    (room / "__pycache__/code.pyc").touch()
    (room / ".DS_Store").touch()
    room.rename(tmp_path / "other")
    assert code_digest([tmp_path / "other"]) == before
