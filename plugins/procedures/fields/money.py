"""Amounts of money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.procedures.fields.quantity import QuantityType

if TYPE_CHECKING:
    from plugins.frontmatter import Node

_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True)
class Money(QuantityType):
    """An amount in the currency of the field's `unit` (ISO 4217)."""

    needs: ClassVar[frozenset[str]] = frozenset({"unit"})
    takes: ClassVar[frozenset[str]] = frozenset({"unit"})

    @property
    def expected(self) -> str:
        """An amount in the field's own currency."""
        return f'an amount such as "1,500 to 2,400 {self.unit}"'

    def parse_unit(self, unit: str, node: Node) -> str:
        """Read the field's currency; amounts in two currencies could not stand in one row."""
        if unit != self.unit:
            what = "currency" if _CODE.fullmatch(unit) else "unit"
            message = f'{what} "{shorten(unit)}"' if unit else "no currency"
            raise refuse(node.place, message, expected=self.expected, suggestion=self.unit)
        return unit
