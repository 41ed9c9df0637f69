"""Whole sites, each built once for all tests, by the command that staff use."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from tests.site.website import PREVIEW, Website

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "content"
SECOND = ROOT / "tests/site/second_clinic/content"
PATIENCE = 120  # seconds until a test gives up on a build

# How long an example takes says nothing about a law, and much about the machine.  The examples are the same
# in each run, so that a run says something of the code alone; `--hypothesis-profile random` tries others.
settings.register_profile("random", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("random"), derandomize=True)
settings.load_profile("same")


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


class Runner:
    """A process that runs the project's commands without start-up (see runner.py)."""

    def __init__(self, place):
        self.place = place
        command = [sys.executable, str(ROOT / "tests/runner.py")]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def run(self, module, *arguments, folder=ROOT, **environment):
        """Run a command in a folder as `python -m module` does; return the finished process."""
        told = [module, arguments, str(folder), environment, str(self.place)]
        self.process.stdin.write(f"{json.dumps(told)}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.process.wait()
        out, err = ((self.place / name).read_text(encoding="utf-8") for name in ("out", "err"))
        return subprocess.CompletedProcess([module, *arguments], int(line), out, err)

    def build(self, arguments, environment):
        """Build a site; return the exit status and what was said."""
        done = self.run("pelican", *arguments, **environment)
        return done.returncode, done.stderr + done.stdout

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture(scope="session")
def runner(tmp_path_factory):
    """Give a process that runs the project's commands."""
    made = Runner(tmp_path_factory.mktemp("said"))
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
