"""Output folders whose replacement would cost somebody their files are refused."""

import ctypes
import os
import sys

import pytest

PLACES = {
    "content": "content is the content folder itself",
    "content/site": "content/site is inside the content folder",
    "theme": "theme is the theme folder itself",
    "theme/site": "theme/site is inside the theme folder",
    ".": ". is the project folder itself",
    "..": "holds the project folder",
    "/": "/ holds the project folder",
    "~": "home is the home folder itself",
    "pelicanconf.py": "pelicanconf.py is a file, not a folder",
}


@pytest.mark.parametrize(("output", "said"), PLACES.items(), ids=PLACES)
def test_dangerous_places_are_refused(site, output, said, monkeypatch, tmp_path):
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    before = site.pages("")

    done = site.build(output=output)

    assert done.returncode == 1
    assert said in done.stderr
    assert site.pages("") == before


def test_a_folder_with_somebodys_files_is_refused(site):
    site.write("output/letter.txt", "Dear …")

    done = site.build()

    assert done.returncode == 1
    assert "output holds files that no build has made" in done.stderr
    assert site.pages() == {"letter.txt": "Dear …".encode()}


@pytest.mark.parametrize("name", [None, ".git/config"])
def test_an_empty_folder_is_taken_and_one_with_only_a_repository_too(site, name):
    site.output.mkdir()
    site.setting('OUTPUT_RETENTION = [".git"]')
    if name:
        site.write(f"output/{name}", "kept")

    assert site.build().returncode == 0

    assert "index.html" in site.pages()
    assert name is None or site.pages()[name] == b"kept"


def _without_the_powers_of_root():
    """Let permissions count for root too (drop CAP_DAC_OVERRIDE from what a command may have)."""
    if os.geteuid() == 0 and sys.platform == "linux":
        ctypes.CDLL(None).prctl(24, 1)


@pytest.mark.parametrize("name", ["", "output"], ids=["beside the output", "the output"])
def test_a_folder_that_cannot_be_written_to_is_told_in_words(built, name):
    before = built.pages()
    (built.folder / name).chmod(0o555)

    done = built.build(preexec_fn=_without_the_powers_of_root)
    (built.folder / name).chmod(0o755)

    assert done.returncode == 1
    assert done.stderr == (
        f"A build must be able to write in {built.folder / name} and is not allowed to; "
        "change that, or choose another folder as output. output holds the last complete site.\n"
    )
    assert built.pages() == before


def test_a_right_that_is_lost_during_a_build_leaves_the_last_site(built):
    before = built.pages()
    built.article("one", "A text that changed.")
    built.plugin('import os\ndef act(sender): os.chmod(".", 0o555)')

    done = built.build(preexec_fn=_without_the_powers_of_root)
    built.folder.chmod(0o755)

    assert done.returncode == 1
    assert "Permission denied.\noutput holds the last complete site." in done.stderr
    assert built.pages() == before
    built.plugin("def act(sender): pass")
    assert built.build().returncode == 0
    assert b"A text that changed." in built.pages()["one.html"]
    assert built.beside() == {".output.lock"}
