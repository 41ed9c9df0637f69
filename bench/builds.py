"""How long builds take: this project, stock Pelican and Hugo build the same generated clinic, in turn.

Three sizes, five cases, several rounds; then our own content and what starting costs.  Without options all
of it is measured (hours: stock Pelican keeps nothing from build to build) and written to bench/RESULTS.md.
One size is printed, and written with --write:

python bench/builds.py --articles 100 --procedures 20 --rounds 1
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rich.console import Console  # noqa: E402
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: E402

from bench.bars import bars, told  # noqa: E402
from bench.builders.builder import BuildError  # noqa: E402
from bench.builders.hugo import hugo  # noqa: E402
from bench.builders.ours import ours  # noqa: E402
from bench.builders.stock import stock  # noqa: E402
from bench.corpus import corpus  # noqa: E402
from bench.results import write_section  # noqa: E402
from bench.rounds import CASES, play  # noqa: E402
from bench.startup import startup  # noqa: E402
from bench.summary import Summary  # noqa: E402
from bench.tables import figures, table  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.builders.builder import Builder

RESULTS = ROOT / "bench/RESULTS.md"
SIZES = ((100, 20, 7), (1_000, 100, 5), (10_000, 500, 3))  # articles, procedures, rounds
PACKAGES = ("pelican", "Markdown", "typogrify", "Jinja2", "hugo")


def builders(folder: Path, articles: int, procedures: int) -> tuple[Path, list[Builder]]:
    """Return a generated clinic, and who shall build it."""
    content = folder / "content"
    corpus(content, articles, procedures)
    return content, [make(folder / make.__name__, content) for make in (ours, stock, hugo)]


def compared(articles: int, procedures: int, rounds: int, console: Console) -> tuple[Summary, str]:
    """Measure one size; return the figures, and how much each builder has written."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _progress(console) as progress:
        name = f"{articles:,}/{procedures:,}"
        task = progress.add_task(f"{name}: writing the clinic", total=rounds * len(CASES) * 3)
        content, players = builders(Path(folder), articles, procedures)
        runs = []
        for run in play(
            players, content, rounds, lambda at: progress.update(task, description=f"{name}, {at}")
        ):
            runs.append(run)
            progress.advance(task)
        return Summary(articles, procedures, rounds, tuple(runs)), _written(players)


def _progress(console: Console) -> Progress:
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    return Progress(*columns, console=console)


def _written(players: Sequence[Builder]) -> str:
    rows = []
    for player in players:
        files = [path for path in player.output.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        size = sum(path.stat().st_size for path in files) / 1_000_000
        rows.append([player.name, f"{pages:,}", f"{len(files):,}", f"{size:,.1f}"])
    return table(["written by", "pages", "files", "MB"], rows)


def report(summary: Summary, written: str, smaller: Summary | None) -> str:
    """Return the section on one size."""
    parts = [
        f"{summary.rounds} rounds; medians, and medians of the ratios within each round. {_machine()}",
        told(bars(summary, smaller)),
        figures(summary),
        written,
    ]
    return "\n\n".join(part for part in parts if part)


def _machine() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {versions}."


def run(sizes: Sequence[tuple[int, int, int]], *, write: bool, console: Console) -> None:
    """Measure and tell; write each section as soon as it is there."""
    smaller = None
    for articles, procedures, rounds in sizes:
        summary, written = compared(articles, procedures, rounds, console)
        name = f"Builds of {articles:,} articles and {procedures:,} procedures"
        _tell(name, report(summary, written, smaller), write=write)
        smaller = summary
    if len(sizes) > 1:
        _tell("Our own content, and starting", startup(), write=write)


def _tell(name: str, text: str, *, write: bool) -> None:
    print(f"\n## {name}\n\n{text}")
    if write:
        write_section(RESULTS, name, text)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, help="one size only")
    parser.add_argument("--procedures", type=int, help="with --articles (a tenth of them if left out)")
    parser.add_argument("--rounds", type=int, help="another number of rounds")
    parser.add_argument("--write", action="store_true", help="write one size to bench/RESULTS.md, too")
    given = parser.parse_args()
    one = (
        [(given.articles, given.procedures or given.articles // 10, given.rounds or 3)]
        if given.articles
        else None
    )
    sizes = one or [(*size, given.rounds or rounds) for *size, rounds in SIZES]
    try:
        run(sizes, write=given.write or not one, console=Console(stderr=True))
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was measured to the end is written.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
