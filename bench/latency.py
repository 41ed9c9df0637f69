"""How soon a save is seen: from writing a file to the first frame of the browser that shows it.

The preview (`make serve`) of a generated clinic, an article of it open in Chromium, 20 saves of the article's
text and 20 of a style sheet, which must not reload the page.  The results go into bench/RESULTS.md.

python bench/latency.py --articles 1000 --procedures 100
"""

from __future__ import annotations

import argparse
import contextlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.bars import verdict  # noqa: E402
from bench.builders.builder import ENVIRONMENT, Builder  # noqa: E402
from bench.builders.ours import clone  # noqa: E402
from bench.corpus import corpus  # noqa: E402
from bench.machine import machine  # noqa: E402
from bench.results import write_section  # noqa: E402
from bench.tables import table  # noqa: E402
from tests.browser.conftest import OPTIONS, find_browser  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Page

SAVES = 20
BAR = 150  # milliseconds
PATIENCE = 600  # seconds until the first build must be there, and for each save
LOOK = 5  # milliseconds between two looks at what the page has told
ADDRESS = re.compile(r"http://localhost:\d+/")
MARK = re.compile(r"\n*(?:Mark \d+ of the bench\.|\.text \{ --mark: \d+ \})\n\Z")
TEXT, STYLE = "text of an article", "style sheet"


class NoPreviewError(RuntimeError):
    """The preview does not do what is expected of it."""


@dataclass
class Seen:
    """What the page has told: when it showed which mark, in seconds of the clock."""

    times: dict[tuple[str, int], float] = field(default_factory=dict)

    def tell(self, kind: str, number: int, milliseconds: float) -> None:
        """Take a report of the page."""
        self.times.setdefault((kind, number), milliseconds / 1000)

    def wait(self, page: Page, kind: str, number: int) -> float:
        """Return when the page showed a mark."""
        end = time.monotonic() + PATIENCE
        while (kind, number) not in self.times:
            if time.monotonic() > end:
                raise NoPreviewError(f"the page does not show what was saved ({kind}, save {number})")
            page.wait_for_timeout(LOOK)
        return self.times[kind, number]


@contextlib.contextmanager
def previewing(project: Builder, content: Path) -> Iterator[str]:
    """Run the preview of a project, and give its address when it is ready."""
    command = [
        sys.executable,
        "-m",
        "plugins.engine.serve",
        str(content),
        "-s",
        "pelicanconf.py",
        "-o",
        "output",
    ]
    with (
        project.log.open("wb") as said,
        subprocess.Popen(
            [*command, "--port", str(_free_port())],
            cwd=project.folder,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
        ) as server,
    ):
        try:
            yield _ready(server)
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _ready(server: subprocess.Popen[str]) -> str:
    """Wait for the line with the address; read on, so that the server never waits for its reader."""
    lines: Queue[str] = Queue()
    threading.Thread(target=_pass_on, args=(server.stdout, lines), daemon=True).start()
    with contextlib.suppress(Empty):
        while line := lines.get(timeout=PATIENCE):
            if found := ADDRESS.search(line):
                return found[0]
    raise NoPreviewError("no address came from it")


def _pass_on(said: Iterable[str], lines: Queue[str]) -> None:
    for line in said:
        lines.put(line)
    lines.put("")


def saved(path: Path, mark: str) -> float:
    """Put a mark at the end of a file, in place of the last one; return when its writing began."""
    text = MARK.sub("\n", path.read_text(encoding="utf-8")) + f"\n{mark}\n"
    begin = time.time()
    path.write_text(text, encoding="utf-8")
    return begin


def measured(project: Builder, content: Path, article: Path) -> tuple[dict[str, list[float]], int]:
    """Return the milliseconds from each save to its frame, and how often a new style reloaded the page."""
    with previewing(project, content) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=OPTIONS)
        page = browser.new_page()
        seen = Seen()
        page.expose_function("benchSees", seen.tell)
        page.add_init_script(path=ROOT / "bench/watch.js")
        page.goto(f"{address}blog/{article.stem}/")
        sheet = project.folder / "theme/static/css/article.css"
        text = _saves(article, "Mark {} of the bench.", lambda number: seen.wait(page, "text", number))
        page.wait_for_load_state()
        loads = []
        page.on("load", lambda _: loads.append(page))
        style = _saves(sheet, ".text {{ --mark: {} }}", lambda number: seen.wait(page, "style", number))
        browser.close()
    return {TEXT: text, STYLE: style}, len(loads)


def _saves(path: Path, mark: str, wait: Callable[[int], float]) -> list[float]:
    times = []
    for number in range(1, SAVES + 1):
        begin = saved(path, mark.format(number))
        times.append((wait(number) - begin) * 1000)
    return times


def report(times: dict[str, list[float]], reloads: int) -> str:
    """Return the results as Markdown."""
    rows = [
        [name, f"{median(found):.0f}", f"{max(found):.0f}", verdict(met=median(found) < BAR)]
        for name, found in times.items()
    ]
    told = f"Style sheets reloaded the page {reloads} times; it must be 0."
    return f"{table(['saved', 'median, ms', 'longest, ms', f'under {BAR} ms'], rows)}\n\n{told}"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--procedures", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        corpus(folder / "content", given.articles, given.procedures)
        project = clone(folder / "ours", folder / "content")
        article = sorted((folder / "content/articles").glob("*.md"))[given.articles // 2]
        try:
            times, reloads = measured(project, folder / "content", article)
        except NoPreviewError as problem:
            words = project.log.read_text(encoding="utf-8").splitlines()[-20:]
            print(
                f"The preview was not measured: {problem}. Its last words:", *words, sep="\n", file=sys.stderr
            )
            return 1
    size = f"{given.articles:,} articles and {given.procedures:,} procedures, {SAVES} saves of each kind"
    print(report(times, reloads))
    write_section(
        ROOT / "bench/RESULTS.md", "Save to reload", f"{size}. {machine()}\n\n{report(times, reloads)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
