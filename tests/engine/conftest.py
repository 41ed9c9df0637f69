"""A site of two articles in a folder of its own, and builds of it in processes of their own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds until a test gives up on something that should happen at once

SETTINGS = """
from plugins.engine import Pelican
PELICAN_CLASS = Pelican
SITENAME = "Two articles"
AUTHOR = "Somebody"
TIMEZONE = "UTC"
THEME = "theme"
PLUGINS = ["site_plugin"]
CACHE_CONTENT = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

PLUGIN = """
from pelican import signals

{body}

def register():
    signals.{signal}.connect(act)
"""


@dataclass
class Site:
    """A project folder and the ways to build it."""

    folder: Path
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def output(self):
        return self.folder / "output"

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def setting(self, line):
        self.write("pelicanconf.py", f"{SETTINGS}\n{line}\n")

    def article(self, name, text):
        self.write(f"content/{name}.md", f"Title: {name}\nDate: 2026-01-01\n\n{text}\n")

    def plugin(self, body, signal="finalized"):
        """Let `act`, defined in `body`, run at a signal."""
        self.write("site_plugin.py", PLUGIN.format(body=body, signal=signal))

    def start(self, *options, output="output", **popen):
        command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", output, *options]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "300", "PYTHONDONTWRITEBYTECODE": "1"}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        process = subprocess.Popen(command, cwd=self.folder, env=environment, **pipes | popen)
        self.running.append(process)
        return process

    def build(self, *options, **popen):
        """Build the site and answer the finished process, with what it printed."""
        process = self.start(*options, **popen)
        out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def pages(self, folder="output"):
        """Answer what readers would get: every file with its bytes."""
        base = self.folder / folder
        return {str(p.relative_to(base)): p.read_bytes() for p in sorted(base.rglob("*")) if p.is_file()}

    def beside(self):
        """Answer what a build left beside the output."""
        return {path.name for path in self.folder.glob(".output.*")}


@pytest.fixture(autouse=True)
def listening_to_ctrl_c() -> Iterator[None]:
    """Undo what a shell does to commands in the background: they and all they start would ignore Ctrl-C."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def new_site(folder):
    """Write a site that builds."""
    made = Site(folder)
    made.write("pelicanconf.py", SETTINGS)
    made.write("theme/templates/readme", "pages come from Pelican's own simple theme")
    made.write("theme/static/style.css", "")
    made.plugin("def act(sender): pass")
    made.article("one", "The first text.")
    made.article("two", "The second text.")
    return made


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give a site that builds, and end whatever of it still runs after the test."""
    made = new_site(tmp_path / "project")
    yield made
    for process in made.running:
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stderr):
            pipe.close()


@pytest.fixture
def built(site: Site) -> Site:
    """Give a site that has been built once."""
    done = site.build()
    assert done.returncode == 0, done.stderr
    return site


def wait_until(condition):
    """Wait for a condition and return its value."""
    deadline = time.monotonic() + PATIENCE
    while not (value := condition()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
    return value


@pytest.fixture
def until() -> Callable[[Callable[[], object]], object]:
    """Give a function that waits for a condition and answers its value."""
    return wait_until


def _tool(name: str) -> str:
    """Find a program of the system; without it there is nothing to test with."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"there is no {name} here")
    return path


@pytest.fixture
def mounted() -> Iterator[Callable[..., None]]:
    """Give a function that mounts something for the time of a test, and skips the test where it may not."""
    places: list[Path] = []

    def mount(folder, *options):
        folder.mkdir(parents=True, exist_ok=True)
        command = [_tool("mount"), *options, folder]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            pytest.skip(f"this mount is not allowed or not known here: {done.stderr}")
        if folder not in places:  # or it was only mounted anew, with other options
            places.append(folder)

    yield mount
    for folder in reversed(places):
        subprocess.run([_tool("umount"), "--lazy", folder], check=True)


@pytest.fixture
def disk(site: Site, mounted: Callable[..., None]) -> Path:
    """Give a small file system of its own, to which the site's output is a link."""
    folder = site.folder.parent / "disk"
    mounted(folder, "-t", "tmpfs", "-o", "size=512k", "tmpfs")
    site.output.symlink_to(folder / "web")
    return folder


@pytest.fixture
def image(site: Site, mounted: Callable[..., None]) -> Path:
    """Give the file behind a file system as disks have it, to which the site's output is a link."""
    file = site.folder.parent / "disk.image"
    with file.open("wb") as opened:
        opened.truncate(16 * 1024 * 1024)
    subprocess.run([_tool("mkfs.ext4"), "-q", "-F", file], check=True)
    mounted(site.folder.parent / "disk", "-o", "loop", file)
    site.output.symlink_to(site.folder.parent / "disk/web")
    return file
