"""How long builds take: this project, stock Pelican and Hugo build the same generated clinic, in turn.

Three sizes, five cases, several rounds; then our own content and what starting costs.  Without options all
of it is measured (hours: stock Pelican keeps nothing from build to build) and written to bench/RESULTS.md.
One size is printed, and written with --write:

python bench/builds.py --articles 100 --procedures 20 --rounds 1
"""

from __future__ import annotations

import argparse
import sys
import tempfile
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
from bench.machine import machine  # noqa: E402
from bench.results import write_section  # noqa: E402
from bench.rounds import CASES, play  # noqa: E402
from bench.startup import startup  # noqa: E402
from bench.summary import Summary  # noqa: E402
from bench.tables import figures, table  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.builders.builder import Builder
    from bench.rounds import Run

    Size = tuple[int, int, int]

RESULTS = ROOT / "bench/RESULTS.md"
SIZES = ((100, 20, 7), (1_000, 100, 5), (10_000, 500, 3))  # articles, procedures, rounds
ROUNDS = 3  # of one size that was asked for
ARTICLES_EACH = 10  # for each procedure, where only one of the two is given
MAKERS = (ours, stock, hugo)
WORDS = (
    "Wall and processor time with all child processes. "
    "Memory is the highest sum over the processes of a build, looked at every 50 ms, shared memory once."
)


def builders(folder: Path, articles: int, procedures: int) -> tuple[Path, list[Builder]]:
    """Return a generated clinic, and who shall build it."""
    content = folder / "content"
    corpus(content, articles, procedures)
    return content, [make(folder / make.__name__, content) for make in MAKERS]


def compared(size: Size, console: Console) -> tuple[Summary, str]:
    """Measure one size; return the figures, and how much each builder has written."""
    articles, procedures, rounds = size
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _progress(console) as progress:
        name = f"{articles:,}/{procedures:,}"
        task = progress.add_task(f"{name}: writing the clinic", total=rounds * len(CASES) * len(MAKERS))

        def tell(at: str) -> None:
            progress.update(task, description=f"{name}, {at}")

        content, players = builders(Path(folder), articles, procedures)
        runs = []
        for run in play(players, content, rounds, tell):
            runs.append(run)
            progress.advance(task)
            progress.console.print(_line(run), highlight=False)
        return Summary(articles, procedures, rounds, tuple(runs)), _written(players)


def _line(run: Run) -> str:
    cost = run.cost
    took = f"{cost.wall:.2f} s, processor {cost.cpu:.2f} s, {cost.memory / 1_000_000:.0f} MB"
    return f"round {run.number}, {run.case}, {run.builder}: {took}"


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
    rounds = "1 round" if summary.rounds == 1 else f"{summary.rounds} rounds"
    words = f"{rounds}; medians, and medians of the ratios within each round. {WORDS} {machine()}"
    parts = (words, told(bars(summary, smaller)), figures(summary), written)
    return "\n\n".join(part for part in parts if part)


def run(sizes: Sequence[Size], *, write: bool, console: Console) -> None:
    """Measure and tell; write each section as soon as it is there."""
    smaller = None
    for size in sizes:
        summary, written = compared(size, console)
        name = f"Builds of {summary.articles:,} articles and {summary.procedures:,} procedures"
        _tell(name, report(summary, written, smaller), write=write)
        smaller = summary
    if len(sizes) > 1:
        _tell("Our own content, and starting", startup(console.print), write=write)


def _tell(name: str, text: str, *, write: bool) -> None:
    print(f"\n## {name}\n\n{text}")
    if write:
        write_section(RESULTS, name, text)


def sizes_of(given: argparse.Namespace) -> list[Size]:
    """Return what is asked for: one size, or all of them."""
    if not given.articles and not given.procedures:
        return [(articles, procedures, given.rounds or rounds) for articles, procedures, rounds in SIZES]
    articles = given.articles or given.procedures * ARTICLES_EACH
    procedures = given.procedures or max(1, articles // ARTICLES_EACH)
    return [(articles, procedures, given.rounds or ROUNDS)]


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"a whole number above 0 is expected, not {text!r}")
    return int(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=_number, help="one size only")
    parser.add_argument(
        "--procedures", type=_number, help="one size only; a tenth of the articles if left out"
    )
    parser.add_argument("--rounds", type=_number, help="another number of rounds")
    parser.add_argument("--write", action="store_true", help="write one size to bench/RESULTS.md, too")
    return parser.parse_args()


def main() -> int:
    """Run the command."""
    given = _options()
    sizes = sizes_of(given)
    try:
        run(sizes, write=given.write or len(sizes) > 1, console=Console(stderr=True))
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The sizes that were measured to the end are told above.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
