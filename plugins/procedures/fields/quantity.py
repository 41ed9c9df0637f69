"""Numbers, ranges and their qualifiers: what all types of figures share."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.frontmatter import Scalar, refuse
from plugins.frontmatter.nodes import describe, shorten
from plugins.procedures.fields.base import FieldType
from plugins.procedures.model import Qualifier, Quantity

if TYPE_CHECKING:
    from plugins.frontmatter import Node

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,6})?"
# Any dash that an editor may make of a hyphen stands for "to".  A comma after a number is no unit: 1,5 hours.
_FORM = re.compile(
    rf"(?:(?P<qualifier>(?i:{'|'.join(q.value for q in Qualifier if q.value)})) )?"
    rf"(?P<low>{NUMBER})(?:(?: to |[ ]?[\u2010-\u2014\u2212-][ ]?)(?P<high>{NUMBER}))?"
    r"(?P<unit>(?: |[^\s\d.,]).*)?"
)
_ORDER = list(Qualifier)
_OPEN_ABOVE = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
_OPEN_BELOW = {Qualifier.UP_TO, Qualifier.LESS_THAN}


def number_words(number: Decimal) -> str:
    """Return a number as readers see it: 1,500 and 7.6."""
    return f"{number.normalize():,f}"


@dataclass(frozen=True)
class QuantityType(FieldType[Quantity]):
    """A number or a range, perhaps with "about" or "up to", and a unit."""

    numeric: ClassVar[bool] = True
    picture: ClassVar[str] = "bar"
    example: ClassVar[str] = ""

    @abstractmethod
    def parse_unit(self, unit: str, node: Node) -> str:
        """Return the unit in its one spelling.  Raises Refusal."""

    def show_unit(self, value: Quantity) -> str:
        """Return the unit as it follows the number."""
        return value.unit

    def scale(self, value: Quantity) -> Fraction:
        """Return the size of the unit, so that quantities in different units compare."""
        del value
        return Fraction(1)

    def parse(self, node: Node) -> Quantity:
        """Read ``30 to 90 minutes``, ``30–90 min``, ``about 2 weeks``."""
        if not isinstance(node, Scalar) or not node.text:
            raise refuse(node.place, f"{describe(node)} where a quantity belongs", expected=self.expected)
        typed = " ".join(node.text.split())
        match = _FORM.fullmatch(typed)
        if match is None:
            raise refuse(node.place, f'"{shorten(typed)}" is not a quantity', expected=self.expected)
        low = _decimal(match["low"])
        high = _decimal(match["high"]) if match["high"] else low
        qualifier = Qualifier((match["qualifier"] or "").lower())
        if high < low:
            written = f"{match['low']} to {match['high']}"
            raise refuse(
                node.place,
                f'range runs backwards: "{written}"',
                expected=f"{match['high']} to {match['low']}",
            )
        if high != low and qualifier not in {Qualifier.EXACTLY, Qualifier.ABOUT}:
            raise refuse(
                node.place,
                f'"{qualifier.value}" before a range',
                expected="one number after it, or the range",
            )
        return Quantity(low, high, qualifier, self.parse_unit((match["unit"] or "").strip(), node))

    @property
    def expected(self) -> str:
        """What messages say is expected."""
        return self.example

    def show(self, value: Quantity) -> str:
        """Return the quantity in words, with "to" in ranges."""
        number = number_words(value.low)
        if value.high != value.low:
            number += f" to {number_words(value.high)}"
        return " ".join(part for part in (value.qualifier.value, number, self.show_unit(value)) if part)

    def bounds(self, value: Quantity) -> tuple[Fraction, Fraction | None]:
        """Return the smallest and the largest amount meant, on one scale; None where there is no largest."""
        size = self.scale(value)
        low = Fraction(0) if value.qualifier in _OPEN_BELOW else Fraction(value.low) * size
        high = None if value.qualifier in _OPEN_ABOVE else Fraction(value.high) * size
        return low, high

    def sort_key(self, value: Quantity) -> tuple[Any, ...]:
        """Order by the smallest amount, then the largest, then the qualifier."""
        low, high = self.bounds(value)
        return low, high is None, high or Fraction(0), _ORDER.index(value.qualifier)

    def same(self, one: Quantity, other: Quantity) -> bool:
        """Whether both mean the same amount: 60 minutes and 1 hour do."""
        return self.sort_key(one) == self.sort_key(other)

    def export(self, value: Quantity) -> dict[str, Any]:
        """Return the words with the numbers apart; an open end is null."""
        return {
            "text": self.show(value),
            "min": None if value.qualifier in _OPEN_BELOW else _json_number(value.low),
            "max": None if value.qualifier in _OPEN_ABOVE else _json_number(value.high),
            "qualifier": value.qualifier.value or None,
            "unit": value.unit,
        }

    def json_schema(self) -> dict[str, Any]:
        """Return the object that `export` gives."""
        number = {"type": ["number", "null"]}
        properties = {
            "text": {"type": "string"},
            "min": number,
            "max": number,
            "qualifier": {"enum": [None, *(q.value for q in Qualifier if q.value)]},
            "unit": {"type": "string"},
        }
        return {"type": "object", "properties": properties, "required": list(properties)}


def _decimal(typed: str) -> Decimal:
    return Decimal(typed.replace(",", ""))


def _json_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
