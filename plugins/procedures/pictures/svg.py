"""What all pictures share: the element around them, and numbers as short as they can be written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup


def digits(number: Decimal | Fraction | int) -> str:
    """Return a number as path data has it: ``.5``, ``12``, ``7.6``; fractions to a tenth."""
    if isinstance(number, Fraction):
        number = Decimal(round(number * 10)) / 10
    text = f"{Decimal(number).normalize():f}"
    return text.removeprefix("0") if text.startswith("0.") else text


def path(name: str, data: str) -> Markup:
    """Return a path of the class `name`; nothing where there is nothing to draw."""
    return Markup('<path class="{}" d="{}"/>').format(name, data) if data else Markup()


def picture(name: str, width: int, height: int, sentence: str, parts: Iterable[Markup]) -> Markup:
    """Return a picture of the class `name` that is called `sentence`.

    `width` and `height` are in CSS pixels where no style sheet is at hand, as in a feed.
    """
    head = Markup(
        '<svg class="{0}" width="{1}" height="{2}" viewBox="0 0 {1} {2}" role="img" aria-label="{3}">'
    )
    return head.format(name, width, height, sentence) + Markup().join(parts) + Markup("</svg>")
