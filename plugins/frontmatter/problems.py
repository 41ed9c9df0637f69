"""What is wrong, where, what is expected: a value; and its one wording."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(enum.IntEnum):
    """How much a problem matters (product terms: errors end a publish, notices never fail)."""

    NOTICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file; line and column count from 1, and 0 stands for the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the content or the settings."""

    place: Place
    message: str
    expected: str = ""
    suggestion: str = ""
    field: str = ""
    severity: Severity = Severity.ERROR

    def inside(self, field: str) -> Problem:
        """Return the same problem, said of a part of `field`."""
        if not self.field:
            return replace(self, field=field)
        joint = "" if self.field.startswith("[") else "."
        return replace(self, field=f"{field}{joint}{self.field}")

    def __str__(self) -> str:
        label = "" if self.severity is Severity.ERROR else f"{self.severity.name.lower()}: "
        field = f"{self.field}: " if self.field else ""
        advice = [f"expected {self.expected}"] if self.expected else []
        if self.suggestion:
            advice.append(f'did you mean "{self.suggestion}"?')
        lines = [
            f"{self.place}: {label}{field}{self.message}",
            *(["    " + "; ".join(advice)] if advice else []),
        ]
        return "\n".join(lines)


class Refusal(Exception):  # noqa: N818 - a refusal is an answer of a reader, not a fault of the program
    """Raised where a value is known to be wrong; carries all problems found so far."""

    def __init__(self, *problems: Problem) -> None:
        """Take at least one problem."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def nearest(word: str, choices: Iterable[str], *, likeness: float = 0.6) -> str:
    """Return the choice that `word` was probably meant to be, or ``""``; equal words have a likeness of 1."""
    by_folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[close[0]] if close else ""


def refuse(place: Place, message: str, *, expected: str = "", suggestion: str = "") -> Refusal:
    """Return the refusal of one value at `place`, ready to be raised."""
    return Refusal(Problem(place, message, expected, suggestion))


def count(number: int, noun: str) -> str:
    """Return a count in words: ``1 problem``, ``2 problems``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return each distinct problem once, sorted by file, line and column."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.message))


def report(problems: Iterable[Problem], outcome: str) -> str:
    """Return all problems in file order, then a line with their count and `outcome`."""
    ordered = in_file_order(problems)
    kinds = [(Severity.ERROR, "problem"), (Severity.WARNING, "warning"), (Severity.NOTICE, "notice")]
    counts = [count(n, noun) for kind, noun in kinds if (n := sum(p.severity is kind for p in ordered))]
    files = count(len({p.place.path for p in ordered}), "file")
    total = f"{', '.join(counts)} in {files}; {outcome}" if counts else outcome
    return "\n".join([*map(str, ordered), total])
