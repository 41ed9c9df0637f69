"""The common axis of a row: from nothing to a round number, so that lengths can be compared by eye.

It is never cut and never logarithmic: twice as long is drawn twice as long.  What would be too small to see
is drawn as small as can be seen (see range_bar).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING

from plugins.procedures.model import Qualifier, Quantity

if TYPE_CHECKING:
    from plugins.procedures.fields.quantity import QuantityType

WIDTH = 160  # of the picture
EDGE = 6  # from its sides to the ends of the axis: room for half a dot
_BELOW_TEN = range(1, 10)
_ROUND = (10, 12, 15, 20, 24, 30, 40, 50, 60, 80, 90)  # and ten, a hundred, ... times these
_ROOM = Fraction(5, 4)  # an open end is drawn this much longer at least, to have room for its arrow


@dataclass(frozen=True, slots=True)
class Axis:
    """From nothing to `end`, which is on the scale of the field's type (minutes for times).

    `words` say so to readers: "0 to 12 months".
    """

    end: Fraction
    words: str

    def at(self, amount: Fraction) -> Fraction:
        """Return how far from the left `amount` stands.  Raises ValueError beyond the axis."""
        if not 0 <= amount <= self.end:
            message = f"{amount} is not on the axis {self.words}"
            raise ValueError(message)
        return EDGE + amount / self.end * (WIDTH - 2 * EDGE)


def axis(values: Iterable[Quantity], kind: QuantityType) -> Axis | None:
    """Return the axis on which all `values` have room; None where none is more than nothing.

    It ends at a round number of the unit in which the largest value is typed.
    """
    reaches = [(_reach(value, kind), kind.scale(value), value) for value in values]
    if not reaches:
        return None
    top, size, largest = max(reaches, key=lambda reach: reach[:2])
    if not top:
        return None
    end = next(number for number in _round_numbers() if number * size >= top)
    last = Quantity(Decimal(end), Decimal(end), Qualifier.EXACTLY, largest.unit)
    return Axis(end * size, f"0 to {kind.show(last)}")


def _reach(value: Quantity, kind: QuantityType) -> Fraction:
    low, high = kind.bounds(value)
    return low * _ROOM if high is None else high


def _round_numbers() -> Iterator[int]:
    yield from _BELOW_TEN
    for power in count():
        yield from (number * 10**power for number in _ROUND)
