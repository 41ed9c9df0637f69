"""The small clinic with pictures of its own, and a cache for each test."""

import pytest

from plugins.media import Cache
from tests.conftest import ROOT
from tests.desk.spoiling import copy_base, swap
from tests.site.website import Website

OLD = "![A warm pack on a knee]({static}/images/pack.png)"


class Clinic:
    """The small clinic in a folder of its own, and ways to build and to read it."""

    def __init__(self, folder, runner):
        self.folder, self.runner = folder, runner
        self.content = copy_base(folder)
        self.cache = folder / ".cache" / "media"

    def show(self, *pictures, page="articles/warm-hands.md"):
        """Let a text show what is written in `pictures`, each in a paragraph."""
        swap(self.content, page, {OLD: "\n\n".join(pictures)})

    def save(self, name, data):
        (self.content / "images" / name).write_bytes(data)

    def build(self, conf="pelicanconf", output="output", siteurl="https://clinic.test"):
        """Build the site as the Makefile does; answer it with what was said."""
        command = ["pelican", "content", "-s", str(ROOT / f"{conf}.py"), "-o", output]
        done = self.runner.run(*command, folder=self.folder, SITEURL=siteurl)
        return done, Website(self.folder / output)

    def built(self, *arguments, **options):
        """Build a site that must have no problems."""
        done, site = self.build(*arguments, **options)
        assert done.returncode == 0, done.stderr
        return site


@pytest.fixture
def clinic(tmp_path, runner):
    return Clinic(tmp_path, runner)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")
