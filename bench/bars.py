"""What must be reached, and whether it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.rounds import ARTICLE, CLEAN, FACT, NOTHING
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.summary import Summary

OURS, STOCK, HUGO = "ours", "stock Pelican", "Hugo"
# By number of articles: the most that our wall time may be of another builder's.
RATIOS = {
    1_000: {
        (CLEAN, STOCK): 0.25,
        (CLEAN, HUGO): 2.0,
        (ARTICLE, HUGO): 0.5,
        (FACT, HUGO): 0.6,
        (NOTHING, HUGO): 0.3,
    },
    10_000: {
        (CLEAN, STOCK): 0.2,
        (CLEAN, HUGO): 2.0,
        (ARTICLE, HUGO): 0.33,
        (FACT, HUGO): 0.5,
        (NOTHING, HUGO): 0.1,
    },
}
MEMORY = {1_000: 250, 10_000: 800}  # MB
GROWTH = 1.15  # cost of an article at the largest size / at the one before


@dataclass(frozen=True)
class Bar:
    """A figure that may be `most`."""

    name: str
    found: float
    most: float
    unit: str = ""

    @property
    def met(self) -> bool:
        """Whether the figure is low enough."""
        return self.found <= self.most


def bars(summary: Summary, smaller: Summary | None = None) -> Iterator[Bar]:
    """Yield the bars for this size; `smaller` is the run that the cost of an article is compared with."""
    for (case, other), most in RATIOS.get(summary.articles, {}).items():
        yield Bar(f"{case}, {OURS} / {other}", summary.ratio(case, OURS, other, "wall"), most)
    if summary.articles in MEMORY:
        yield Bar("peak memory", summary.peak(OURS) / 1_000_000, MEMORY[summary.articles], " MB")
    if smaller and (smaller.articles, summary.articles) == tuple(RATIOS):
        growth = _each(summary) / _each(smaller)
        yield Bar(f"clean build for each article, against {smaller.articles:,}", growth, GROWTH)


def _each(summary: Summary) -> float:
    return summary.median(CLEAN, OURS, "wall") / summary.articles


def told(found: Iterable[Bar]) -> str:
    """Return bars as a table in Markdown."""
    rows = [[bar.name, f"≤ {bar.most:g}{bar.unit}", _figure(bar), verdict(met=bar.met)] for bar in found]
    return table(["must reach", "bar", "measured", ""], rows) if rows else ""


def verdict(*, met: bool) -> str:
    """Return the word for whether a bar is met."""
    return "met" if met else "**not met**"


def _figure(bar: Bar) -> str:
    return f"{bar.found:.0f}{bar.unit}" if bar.unit else f"{bar.found:.2f}"
