"""Runs → figures: medians over rounds, and ratios that are formed within each round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.rounds import Run


@dataclass(frozen=True)
class Summary:
    """All runs at one size; `measure` is the name of one of the attributes of a cost."""

    articles: int
    procedures: int
    rounds: int
    runs: tuple[Run, ...]

    @cached_property
    def _found(self) -> dict[tuple[str, str], list[Run]]:
        found = defaultdict(list)
        for run in self.runs:
            found[run.case, run.builder].append(run)
        return found

    @property
    def builders(self) -> list[str]:
        """Return the builders by name, in their order of play."""
        return list(dict.fromkeys(run.builder for run in self.runs))

    def _values(self, case: str, builder: str, measure: str) -> list[float]:
        return [getattr(run.cost, measure) for run in self._found[case, builder]]

    def median(self, case: str, builder: str, measure: str) -> float:
        """Return the median over all rounds."""
        return median(self._values(case, builder, measure))

    def ratio(self, case: str, builder: str, other: str, measure: str) -> float:
        """Return the median of the ratios of the rounds."""
        pairs = zip(self._values(case, builder, measure), self._values(case, other, measure), strict=True)
        return median(one / two for one, two in pairs)

    def peak(self, builder: str) -> float:
        """Return the most memory that a build took, in bytes: the median over rounds of the worst case."""
        return max(self.median(case, builder, "memory") for case, name in self._found if name == builder)
