"""Whole sites, each built once for all tests, by the command that staff use."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.site.website import PREVIEW, Website

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "content"
SECOND = ROOT / "tests/site/second_clinic/content"
PATIENCE = 120  # seconds until a test gives up on a build


class Built(NamedTuple):
    """A build that has ended: its exit status, what it printed, and the site."""

    status: int
    said: str
    site: Website


def run(content, output, *options, settings="pelicanconf.py", siteurl=""):
    """Build a site as the Makefile does and return the finished process."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", settings, "-o", str(output), *options]
    environment = {**os.environ, "CONTENT": str(content), "SITEURL": siteurl, "COLUMNS": "300"}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )


class Builder:
    """A process that builds sites without start-up (see builder.py)."""

    def __init__(self):
        command = [sys.executable, str(ROOT / "tests/builder.py")]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def build(self, arguments, environment, report):
        """Build once; return the exit status and what was said, which goes into the file `report`."""
        self.process.stdin.write(f"{json.dumps([arguments, environment, str(report)])}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.process.wait()
        return int(line), report.read_text(encoding="utf-8")

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture(scope="session")
def builder():
    """Give a process that builds sites."""
    made = Builder()
    yield made
    made.end()


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Give a function that builds a site in this run of the tests once, whichever worker needs it first."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    shared.mkdir(exist_ok=True)

    def build(name, content, *options, **more):
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "status").exists():
                folder.mkdir(exist_ok=True)
                done = run(content, folder / "output", *options, **more)
                (folder / "said").write_text(done.stderr + done.stdout, encoding="utf-8")
                (folder / "status").write_text(str(done.returncode), encoding="utf-8")
        said = (folder / "said").read_text(encoding="utf-8")
        site = Website(folder / "output", more.get("siteurl") or PREVIEW)
        return Built(int((folder / "status").read_text(encoding="utf-8")), said, site)

    return build


@pytest.fixture(scope="session")
def preview(once):
    """Give our own content as `make html` builds it."""
    return once("preview", OURS)


@pytest.fixture(scope="session")
def ours(preview):
    """Give the website of our own content."""
    assert preview.status == 0, preview.said
    return preview.site
