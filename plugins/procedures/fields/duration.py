"""Lengths of time."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.procedures.fields.quantity import QuantityType

if TYPE_CHECKING:
    from plugins.frontmatter import Node
    from plugins.procedures.model import Quantity

# In minutes.  A month is a twelfth of a Julian year (365.25 days), so that 12 months are 1 year.
_MINUTES = {
    "minutes": Fraction(1),
    "hours": Fraction(60),
    "days": Fraction(1440),
    "weeks": Fraction(10080),
    "months": Fraction(43830),
    "years": Fraction(525960),
}
_SPELLINGS = {
    **{unit: unit for unit in _MINUTES},
    **{unit[:-1]: unit for unit in _MINUTES},
    "min": "minutes",
    "mins": "minutes",
    "h": "hours",
    "hr": "hours",
    "hrs": "hours",
    "d": "days",
    "wk": "weeks",
    "wks": "weeks",
    "mo": "months",
    "yr": "years",
    "yrs": "years",
}


@dataclass(frozen=True)
class Duration(QuantityType):
    """A length of time in one unit."""

    example: ClassVar[str] = 'a duration such as "6 to 12 months" (min, h, days, weeks, months, years)'

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read a unit of time in any usual spelling."""
        found = _SPELLINGS.get(unit.rstrip(".").lower())
        if found is None:
            what = f'unknown unit "{shorten(unit)}"' if unit else "no unit of time"
            raise refuse(node.place, what, expected=self.example, suggestion=nearest(unit, _SPELLINGS))
        return found

    def show_unit(self, value: Quantity) -> str:
        """Return "minute" after 1 and "minutes" after all else."""
        return value.unit[:-1] if value.low == value.high == 1 else value.unit

    def scale(self, value: Quantity) -> Fraction:
        """Return the unit in minutes."""
        return _MINUTES[value.unit]
