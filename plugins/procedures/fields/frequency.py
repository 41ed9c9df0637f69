"""How many people of a hundred (or a thousand, ...): absolute frequencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.procedures.fields.quantity import QuantityType

if TYPE_CHECKING:
    from plugins.frontmatter import Node
    from plugins.procedures.model import Quantity

_OF = re.compile(r"(?:in|of|out of) (\d{1,3}(?:,\d{3})+|\d+)")
_DENOMINATORS = (100, 1_000, 10_000, 100_000)


@dataclass(frozen=True)
class Frequency(QuantityType):
    """N in 100, or in a larger power of ten where N in 100 would be less than 1."""

    picture: ClassVar[str] = "icon-array"
    example: ClassVar[str] = 'a frequency such as "12 in 100" or "2 in 1,000" (never "1 in X")'

    def parse(self, node: Node) -> Quantity:
        """Read a frequency of at most all."""
        value = super().parse(node)
        if value.high > self._denominator(value):
            raise refuse(node.place, f'"{shorten(self.show(value))}" is more than all', expected=self.example)
        return value

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read the denominator: 100, 1,000, 10,000 or 100,000, so that readers can compare."""
        match = _OF.fullmatch(unit)
        denominator = int(match[1].replace(",", "")) if match else 0
        if denominator not in _DENOMINATORS:
            message = f'"{shorten(unit)}" is not a denominator' if unit else "of how many is not said"
            raise refuse(node.place, message, expected=self.example)
        return f"in {denominator:,}"

    def scale(self, value: Quantity) -> Fraction:
        """Return one of the denominator as a share of all."""
        return Fraction(1, int(self._denominator(value)))

    def _denominator(self, value: Quantity) -> Decimal:
        return Decimal(value.unit.removeprefix("in ").replace(",", ""))
