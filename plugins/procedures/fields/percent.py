"""Percentages of things that are not people (people are counted: see frequency)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.procedures.fields.quantity import QuantityType

if TYPE_CHECKING:
    from plugins.frontmatter import Node


@dataclass(frozen=True)
class Percent(QuantityType):
    """A share in percent; it may be more than 100."""

    example: ClassVar[str] = 'a percentage such as "20 to 30 percent" or "20%"'

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read "%" or "percent"."""
        if unit not in {"%", "percent"}:
            message = f'"{shorten(unit)}" is not a percent sign' if unit else "no percent sign"
            raise refuse(node.place, message, expected=self.example)
        return "percent"
