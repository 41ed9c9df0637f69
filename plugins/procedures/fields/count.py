"""Whole numbers of things, perhaps per something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.procedures.fields.quantity import QuantityType

if TYPE_CHECKING:
    from plugins.frontmatter import Node
    from plugins.procedures.model import Quantity


@dataclass(frozen=True)
class Count(QuantityType):
    """A number of the field's `unit`, for each of what the field's `per` names."""

    takes: ClassVar[frozenset[str]] = frozenset({"unit", "per"})

    @property
    def expected(self) -> str:
        """A count in the field's own words."""
        return f'a count such as "{f"up to 3 {self._words}".strip()}"'

    @property
    def _per(self) -> str:
        return f"per {self.per}" if self.per else ""

    @property
    def _singular(self) -> str:
        return self.unit.removesuffix("s")

    @property
    def _words(self) -> str:
        return f"{self.unit} {self._per}".strip()

    @property
    def _of_one(self) -> str:
        return f"{self._singular} {self._per}".strip()

    def parse(self, node: Node) -> Quantity:
        """Read whole numbers only."""
        value = super().parse(node)
        if value.low != value.low.to_integral_value() or value.high != value.high.to_integral_value():
            raise refuse(
                node.place, f'"{shorten(self.show(value))}" is not a whole number', expected=self.expected
            )
        return value

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read nothing, the unit, "per ...", or both."""
        if unit not in {"", self.unit, self._per, self._words, self._of_one, self._singular}:
            raise refuse(node.place, f'unknown unit "{shorten(unit)}"', expected=self.expected)
        return self._words

    def show_unit(self, value: Quantity) -> str:
        """Return the unit, without its plural s after 1."""
        return self._of_one if value.low == value.high == 1 else value.unit
