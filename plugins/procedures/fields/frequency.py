"""How many people of a hundred (or a thousand, ...): absolute frequencies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.procedures.fields.quantity import QuantityType
from plugins.procedures.model import Qualifier, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.frontmatter import Node

_OF = re.compile(r"(?:in|of|out of) (\d{1,3}(?:,\d{3})+|\d+)")
_DENOMINATORS = (100, 1_000, 10_000, 100_000)
_HUNDRED, _THOUSAND = _DENOMINATORS[:2]
_OF_THE_REST = {
    Qualifier.EXACTLY: Qualifier.EXACTLY,
    Qualifier.ABOUT: Qualifier.ABOUT,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
    Qualifier.MORE_THAN: Qualifier.LESS_THAN,
    Qualifier.LESS_THAN: Qualifier.MORE_THAN,
}


@dataclass(frozen=True)
class Frequency(QuantityType):
    """N in 100, or in a larger power of ten where N in 100 would be less than 1.

    `frames` are the words for those who are counted and for the others: both sides are told, since one
    alone sways (Akl et al., Cochrane 2011, CD006777).
    """

    frames: tuple[str, ...] = ("did", "did not")

    takes: ClassVar[frozenset[str]] = frozenset({"frames"})
    picture: ClassVar[str] = "icon-array"
    example: ClassVar[str] = 'a frequency such as "12 in 100" or "2 in 1,000" (never "1 in X")'

    def parse(self, node: Node) -> Quantity:
        """Read a frequency of at most all."""
        value = super().parse(node)
        if value.high > denominator(value):
            raise refuse(node.place, f'"{shorten(self.show(value))}" is more than all', expected=self.example)
        return value

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read the denominator: 100, 1,000, 10,000 or 100,000, so that readers can compare."""
        match = _OF.fullmatch(unit)
        found = int(match[1].replace(",", "")) if match else 0
        if found not in _DENOMINATORS:
            message = f'"{shorten(unit)}" is not a denominator' if unit else "of how many is not said"
            raise refuse(node.place, message, expected=self.example)
        return f"in {found:,}"

    def scale(self, value: Quantity) -> Fraction:
        """Return one of the denominator as a share of all."""
        return Fraction(1, int(denominator(value)))

    def say(self, value: Quantity) -> str:
        """Return both sides: ``12 in 100 have it, 88 do not``."""
        have, have_not = self.frames
        others = rest(value)
        return f"{self.show(value)} {have}, {self.show(replace(others, unit=''))} {have_not}"


def denominator(value: Quantity) -> Decimal:
    """Return of how many a frequency counts."""
    return Decimal(value.unit.removeprefix("in ").replace(",", ""))


def rest(value: Quantity) -> Quantity:
    """Return how many are not counted: ``at least 88 in 100`` for ``up to 12 in 100``."""
    of = denominator(value)
    return Quantity(of - value.high, of - value.low, _OF_THE_REST[value.qualifier], value.unit)


def common_denominator(values: Iterable[Quantity]) -> int:
    """Return 100, or 1,000 where any of the values is below 1 in 100 but not 0: one for a whole row."""
    shares = [(value.low or value.high) / denominator(value) for value in values]
    return _THOUSAND if any(0 < share < Decimal(1) / _HUNDRED for share in shares) else _HUNDRED


def on_denominator(value: Quantity, of: int) -> Quantity:
    """Return `value` counted in `of`; less than one of them is "less than 1", never a part of a person."""
    factor = of / denominator(value)
    low, high = value.low * factor, value.high * factor
    if 0 < high < 1 and value.qualifier not in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return Quantity(Decimal(1), Decimal(1), Qualifier.LESS_THAN, f"in {of:,}")
    return Quantity(low, high, value.qualifier, f"in {of:,}")
