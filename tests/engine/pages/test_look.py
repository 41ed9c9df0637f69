"""A look at what a site is made of: whether it is the same, and if not, which files alone were edited."""

import shutil
from hashlib import sha256

import pytest

from plugins.engine.pages.look import look


@pytest.fixture
def seen(tmp_path):
    """Give a function that looks at a site in a folder, in an environment."""
    for name in ("content/a.md", "content/deep/b.md", "theme/page.html", "more.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)

    def see(folder=tmp_path, environment="here"):
        places = {"PATH": folder / "content", "THEME": folder / "theme", "INPUTS": [folder / "more.txt"]}
        return look({**places, "THEME_TEMPLATES_OVERRIDES": []}, environment)

    return see


def test_edited_files_are_told_with_what_they_were(tmp_path, seen):
    before = seen()
    assert seen().edited_since(before) == {}
    edited = [tmp_path / "content/deep/b.md", tmp_path / "more.txt"]
    digests = {path: sha256(path.read_bytes()).hexdigest() for path in edited}
    for path in edited:
        path.write_text("other")

    assert seen().edited_since(before) == digests
    assert seen().digest != before.digest


@pytest.mark.parametrize("change", ["add", "remove", "rename"])
def test_files_that_come_or_go_are_more_than_an_edit(tmp_path, seen, change):
    before = seen()
    if change == "add":
        (tmp_path / "content/c.md").write_text("")
    elif change == "remove":
        (tmp_path / "content/a.md").unlink()
    else:
        (tmp_path / "content/a.md").rename(tmp_path / "content/z.md")

    assert seen().edited_since(before) is None
    assert seen().digest != before.digest


def test_another_environment_and_another_day_are_more_than_an_edit(seen, monkeypatch):
    before = seen()
    assert seen(environment="there").edited_since(before) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert seen().edited_since(before) is None


def test_where_it_lies_makes_no_other_site(tmp_path, seen):
    shutil.copytree(tmp_path, tmp_path.parent / "elsewhere")

    assert seen(tmp_path.parent / "elsewhere").digest == seen().digest
