"""Where English words can be divided: pyphen's patterns, each taken apart when a word first needs it.

Pyphen itself takes all of them apart to begin with, a tenth of the time of a build after one edit; most are
needed by no word of a site.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pyphen import LANGUAGES, HyphDict, Pyphen, hdcache

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH: Path = LANGUAGES["en_US"]
_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_POINT = re.compile(r"(\d?)(\D?)")
_Pattern = tuple[int, tuple[int, ...]]  # where its numbers begin, and the numbers


class _Patterns(dict[str, str]):
    """Patterns by the letters in them, as Liang wrote them (https://tug.org/docs/liang/): ``.ad4der``."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(zip("\n".join(lines).translate(_DIGITS).split("\n"), lines, strict=True))
        self.parsed = cache(_parsed)

    def get(self, letters: str) -> _Pattern | None:  # type: ignore[override]
        """Return the pattern of these letters, as pyphen has it."""
        line = super().get(letters)
        return self.parsed(line) if line else None


class English(HyphDict):
    """The patterns of English, which need no more than letters, numbers and the ends of words."""

    def __init__(self, path: Path = ENGLISH) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")[1:]
        self.patterns = _Patterns([line for line in lines if line and not line[0].isupper()])
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, self.patterns))


def division() -> Pyphen:
    """Return what divides words."""
    hdcache.setdefault(ENGLISH, English())
    return Pyphen(ENGLISH)


def _parsed(line: str) -> _Pattern | None:
    """Take a pattern apart; one without numbers says nothing."""
    numbers = [int(number or 0) for number, _ in _POINT.findall(line)]
    inside = [place for place, number in enumerate(numbers) if number]
    return (inside[0], tuple(numbers[inside[0] : inside[-1] + 1])) if inside else None
