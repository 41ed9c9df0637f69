"""All problems of an output as they are told: each fault once, the first of each kind, the others counted."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from plugins.engine.verify.problem import Problem, counted

MOST = 10
"""How many faults of one kind are told."""


@dataclass(frozen=True)
class Findings:
    """The problems that are told, and how many faults of each kind are not; false if there are none."""

    told: tuple[Problem, ...] = ()
    more: Mapping[str, int] | None = None
    total: int = 0
    """How many problems there are, on each page anew."""

    def __bool__(self) -> bool:
        return bool(self.total)

    def __str__(self) -> str:
        lines: list[str] = []
        for kind, problems in groupby(self.told, key=attrgetter("kind")):
            lines += map(str, problems)
            if more := (self.more or {}).get(kind):
                lines.append(f"... and {more:,} more of this kind: {kind}")
        lines.append(f"{counted(self.total, 'problem')} in the built pages")
        return "\n".join(lines)


def gathered(
    problems: Iterable[Problem], advise: Callable[[Problem], Problem], authored: Container[str] = ()
) -> Findings:
    """Sort problems into what is told and what is counted; advice takes long, so only the former gets it.

    A fault on many pages is told of one that an author wrote, if there is one: lists only repeat it.
    """
    ordered = sorted(set(problems))
    told: dict[str, list[Problem]] = {}
    more: dict[str, int] = {}
    for (kind, _), group in groupby(ordered, key=attrgetter("kind", "message")):
        same = list(group)
        first = next((problem for problem in same if problem.page in authored), same[0])
        shown = told.setdefault(kind, [])
        if len(shown) < MOST:
            shown.append(advise(replace(first, others=len(same) - 1)))
        else:
            more[kind] = more.get(kind, 0) + 1
    return Findings(tuple(problem for kind in told.values() for problem in kind), more, len(ordered))
