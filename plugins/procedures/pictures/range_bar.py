"""Bars of ranges: where a number or a range stands on the axis that its row has in common."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.procedures.model import Qualifier
from plugins.procedures.pictures.axis import EDGE, WIDTH
from plugins.procedures.pictures.svg import digits, path, picture

if TYPE_CHECKING:
    from plugins.procedures.fields.quantity import QuantityType
    from plugins.procedures.model import Quantity
    from plugins.procedures.pictures.axis import Axis

HEIGHT = 12
_MIDDLE = HEIGHT // 2
_SMALLEST = 3  # the shortest bar that can be seen
_TRACK = f"M{EDGE} {_MIDDLE - 3}v6M{WIDTH - EDGE} {_MIDDLE - 3}v6M{EDGE} {_MIDDLE}H{WIDTH - EDGE}"
_ARROW = f"M{WIDTH - 11} {_MIDDLE - 5}l10 5-10 5z"


def range_bar(value: Quantity, kind: QuantityType, axis: Axis, sentence: str) -> Markup:
    """Return the picture of `value` on `axis`, named by `sentence`.

    A number is a dot, a range a bar, "at least" a bar that ends in an arrow; "about" blurs the ends.
    Raises ValueError where the value is beyond the axis.
    """
    low, high = kind.bounds(value)
    parts = [path("bar__axis", _TRACK)]
    if high is None:
        parts += [path("bar__range", _line(axis.at(low), Fraction(WIDTH - 11))), path("bar__arrow", _ARROW)]
    else:
        name = "bar__dot" if low == high else "bar__range"
        line = _line(*_visible(axis.at(low), axis.at(high)))
        about = line if value.qualifier is Qualifier.ABOUT else ""
        parts += [path("bar__about", about), path(name, line)]
    return picture("bar", WIDTH, HEIGHT, sentence, parts)


def _visible(left: Fraction, right: Fraction) -> tuple[Fraction, Fraction]:
    """Return the ends of a bar, moved apart where it would be too short to be seen; a dot stays a dot."""
    lacking = max(Fraction(0), _SMALLEST - (right - left)) / 2 if left != right else Fraction(0)
    return left - lacking, right + lacking


def _line(left: Fraction, right: Fraction) -> str:
    return f"M{digits(left)} {_MIDDLE}H{digits(right)}"
