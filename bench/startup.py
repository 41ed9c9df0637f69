"""A small site: what a build of our own content takes, and how much of that is starting.

What it is held against is Pelican being imported and reading the same texts, as it does without us: with
its own reader and typogrify, and stopped before anything is written.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.bars import Bar, told
from bench.builders.builder import ENVIRONMENT, HERE, checked
from bench.builders.ours import clone
from bench.builders.stock import stock
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.builders.builder import Builder

ROUNDS = 5
MOST = 2  # times what starting and reading take
LISTED = 15
IMPORT = "import pelican"
READ = """
import os
from pelican import main, signals
signals.all_generators_finalized.connect(lambda _: os._exit(0), weak=False)
main(["content", "-s", "pelicanconf.py", "-o", "output"])
"""
IMPORTED = re.compile(r"^import time: +(\d+) \| +\d+ \| +(\S+)$", re.MULTILINE)


def startup(tell: Callable[[str], None]) -> str:
    """Measure, and return the section for the results."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        project = clone(folder / "ours", HERE.parent / "content")
        reader = stock(folder / "stock", HERE.parent / "content")
        rounds = []
        for number in range(1, ROUNDS + 1):
            tell(f"our own content, round {number} of {ROUNDS}")
            project.clean()
            rounds.append([project.build().wall, _seconds(reader, READ), _seconds(reader, IMPORT)])
        imports = _imports(project)
    return "\n\n".join([*_compared(rounds), _listed(imports)])


def _seconds(builder: Builder, program: str) -> float:
    return checked(builder, (sys.executable, "-c", program)).wall


def _compared(rounds: list[list[float]]) -> tuple[str, str]:
    html, read, alone = (median(column) for column in zip(*rounds, strict=True))
    ratio = median(html / read for html, read, _ in rounds)
    rows = [
        ["`make html`, nothing cached", f"{html:.2f}"],
        ["stock Pelican: imported, the same texts read, nothing written", f"{read:.2f}"],
        ['`python -c "import pelican"`', f"{alone:.2f}"],
    ]
    bar = Bar("`make html` of our own content / Pelican imported and reading", ratio, MOST)
    return told([bar]), table([f"median of {ROUNDS} rounds", "wall, s"], rows)


def _imports(project: Builder) -> Counter[str]:
    """Return the microseconds that each package takes in a build to be imported, without what it imports."""
    python, *arguments = project.command
    command = (python, "-X", "importtime", *arguments)
    done = subprocess.run(
        command, cwd=project.folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=True
    )
    found: Counter[str] = Counter()
    for microseconds, module in IMPORTED.findall(done.stderr):
        found[_package(module)] += int(microseconds)
    return found


def _package(module: str) -> str:
    """Return the package that a module belongs to; of ours, the room."""
    return ".".join(module.split(".")[: 2 if module.startswith("plugins.") else 1])


def _listed(imports: Counter[str]) -> str:
    rows = [[f"`{name}`", f"{microseconds / 1000:.0f}"] for name, microseconds in imports.most_common(LISTED)]
    total = f"all {len(imports)} packages"
    return table(
        ["imported in a build", "ms, without what it imports"],
        [*rows, [total, f"{imports.total() / 1000:.0f}"]],
    )
