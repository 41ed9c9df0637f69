"""What one printed page holds, of A4 and of US letter, as ``components/appointment.css`` sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HALF = 55  # characters in a line of a half of the page
THIRD = 32  # and of a third, where treatments stand
MOST_LINES = 36  # of all that is not a treatment
MOST_TREATMENT_LINES = 24


def lines_of(entries: Iterable[str], width: int) -> int:
    """Return how many lines of at most `width` characters the entries take."""
    return sum(-(-len(entry) // width) for entry in entries)
