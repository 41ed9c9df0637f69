"""A small clinic that tests may change and build as often as they like."""

import shutil

from tests.conftest import ROOT, SECOND

SETTINGS = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from {{base}} import *
THEME = "theme"
CACHE_PATH = os.environ["CACHE"]
STYLEGUIDE = False
FEED_ALL_ATOM = "feeds/all.atom.xml"
DEFAULT_PAGINATION = {{pagination}}
PROCEDURES_PER_TABLE = 3
"""


class Clinic:
    """A clinic in a folder of its own, with copies of content and theme that may be changed."""

    def __init__(self, folder, runner, base="pelicanconf", address="https://wheels.example/shop"):
        self.folder, self.runner, self.base, self.address = folder, runner, base, address
        shutil.copytree(SECOND, folder / "content")
        shutil.copytree(ROOT / "theme", folder / "theme")
        self.configure(pagination=2)

    def configure(self, pagination):
        self.write("conf.py", SETTINGS.format(base=self.base, pagination=pagination))

    def write(self, name, text):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def files(self, folder):
        return sorted(
            path.relative_to(self.folder).as_posix() for path in (self.folder / folder).rglob("*.md")
        )

    def arguments(self, output):
        """Return what Pelican is told to build into `output`."""
        return [f"{self.folder}/content", "-s", f"{self.folder}/conf.py", "-o", f"{self.folder}/{output}"]

    def environment(self, cache, jobs="2"):
        told = {"CACHE": f"{self.folder}/{cache}", "JOBS": jobs, "SITEURL": self.address}
        return {**told, "CONFIRM": "1"}  # a small clinic loses a tenth of its pages with an article

    def build(self, output, cache, jobs="2"):
        """Build into `output`; return the exit status and what was said."""
        return self.runner.build(self.arguments(output), self.environment(cache, jobs))

    def site(self, output):
        base = self.folder / output
        return {
            p.relative_to(base).as_posix(): p.read_bytes() for p in sorted(base.rglob("*")) if p.is_file()
        }

    def clean(self):
        """Return the site as a build makes it that knows nothing, and how that ended."""
        for name in ("clean", "nothing"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        status, said = self.build("clean", "nothing", "1")
        return self.site("clean"), status, said
