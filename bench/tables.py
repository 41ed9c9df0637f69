"""Figures → Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.rounds import CASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.summary import Summary

MEASURES = {  # name in the table: attribute, divisor, decimals
    "wall, s": ("wall", 1, 2),
    "processor, s": ("cpu", 1, 2),
    "peak memory, MB": ("memory", 1_000_000, 0),
}


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """Return a table in Markdown whose first `words` columns hold words and the others figures."""
    rules = ["---"] * words + ["---:"] * (len(heads) - words)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))


def figures(summary: Summary) -> str:
    """Return a table for each measure: a row for each case, medians and ratios of the first builder."""
    return "\n\n".join(_measured(summary, name) for name in MEASURES)


def _measured(summary: Summary, name: str) -> str:
    measure, divisor, decimals = MEASURES[name]
    first, *others = summary.builders
    heads = [name, *summary.builders, *(f"{first} / {other}" for other in others)]
    rows = []
    for case in CASES:
        medians = (summary.median(case, builder, measure) / divisor for builder in summary.builders)
        ratios = (summary.ratio(case, first, other, measure) for other in others)
        rows.append([case, *(f"{one:.{decimals}f}" for one in medians), *(f"{one:.2f}" for one in ratios)])
    return table(heads, rows)
