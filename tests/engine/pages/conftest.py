"""A blog that a stranger might have."""

import os
import shutil

import pytest

from tests.conftest import ROOT

SETTINGS = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from plugins.engine import Pelican
PELICAN_CLASS = Pelican
INCREMENTAL = True
CACHE_CONTENT = False
SITENAME = "A blog"
PLUGINS = []
TIMEZONE = "UTC"
"""
TEXTS = {
    "one": "Title: One\nDate: 2026-01-01\nTags: red\n\nThe first text.\n",
    "two": "Title: Two\nDate: 2026-01-02\nTags: red, blue\n\nSee [the first]({filename}one.md).\n",
    "posts/three": "Title: Three\nDate: 2026-01-03\nTags: blue\n\n*Third*, a [file]({attach}files/a.txt).\n",
}


class Blog:
    """A blog in a folder of its own, with Pelican's theme `simple`."""

    def __init__(self, folder, runner):
        self.folder, self.runner = folder, runner
        self.settings = f"{SETTINGS}\nTHEME_TEMPLATES_OVERRIDES = [{str(folder / 'mine')!r}]\n"
        for name, text in TEXTS.items():
            self.write(f"content/{name}.md", text)
        self.write("content/posts/files/a.txt", "a file")
        self.write("content/pages/about.md", "Title: About\n\nAbout this blog.\n")
        self.write("content/images/a.txt", "a static file")
        self.write("mine/page.html", "<h1>{{ page.title }}</h1>{{ page.content }}")  # shows no other text

    def write(self, name, text):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, name, before, after):
        text = (self.folder / name).read_text(encoding="utf-8")
        assert before in text
        self.write(name, text.replace(before, after))

    def build(self, output="output", cache="cache", **environment):
        """Build; return the exit status and what was said."""
        place = self.folder
        self.write("conf.py", f"{self.settings}\nCACHE_PATH = {str(place / cache)!r}\n")
        arguments = [f"{place}/content", "-s", f"{place}/conf.py", "-o", f"{place}/{output}"]
        told = {"COLUMNS": "300", "PYTHONPATH": os.environ.get("PYTHONPATH", ""), **environment}
        return self.runner.build(arguments, told)

    def site(self, output="output"):
        base = self.folder / output
        return {p.relative_to(base).as_posix(): p.read_bytes() for p in base.rglob("*") if p.is_file()}

    def clean(self):
        """Return the site as a build makes it that knows nothing."""
        for name in ("clean", "nothing"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        status, said = self.build("clean", "nothing")
        assert status == 0, said
        return self.site("clean")

    def stamps(self):
        return {name: (self.folder / "output" / name).stat().st_mtime_ns for name in self.site()}


@pytest.fixture
def blog(tmp_path, runner):
    """Give a blog that has been built once."""
    made = Blog(tmp_path, runner)
    status, said = made.build()
    assert status == 0, said
    return made
