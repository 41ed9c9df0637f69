"""Which changes ask for a build, which for a new process, and which for nothing."""

import pytest

from plugins.engine.serve.watched import Watched

WATCHED = Watched(
    content=("/site/content", "/site/theme"),
    code=("/site/plugins", "/site/plugins/desk"),
    files=("/site/pelicanconf.py",),
    ignored=("*.draft", "**/.*"),
)


@pytest.mark.parametrize(
    "name", ["content/one.md", "theme/a/b.css", "plugins/desk/gate.py", "plugins/a/words.yaml"]
)
def test_what_is_in_a_folder_is_a_source(name):
    assert WATCHED.is_source(f"/site/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "content/.one.md.swp",
        "content/one.md~",
        "content/4913",
        "content/#one.md#",
        "content/.git/index",
        "content/one.md.tmp",
        "content/sedA1b2C3",
        "content/one.draft",
        "plugins/__pycache__/gate.cpython-311.pyc",
        "output/index.html",
        "contents/one.md",
    ],
)
def test_what_editors_leave_behind_and_what_is_elsewhere_is_none(name):
    assert not WATCHED.is_source(f"/site/{name}")


def test_a_site_inside_a_hidden_folder_is_watched_as_well():
    hidden = Watched(content=("/home/.sites/content",), ignored=("**/.*",))

    assert hidden.is_source("/home/.sites/content/one.md")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("plugins/desk/gate.py", True),
        ("plugins/new.html", True),
        ("pelicanconf.py", True),
        ("publishconf.py", True),
        ("content/one.md", False),
        ("theme/made.py", False),
        ("Makefile", False),
    ],
)
def test_a_change_of_code_asks_for_a_new_process(name, code):
    assert WATCHED.is_code(f"/site/{name}") is code


def test_folders_inside_others_are_watched_once():
    assert WATCHED.roots == ["/site/content", "/site/plugins", "/site/theme"]
    assert WATCHED.around == {"/site"}
