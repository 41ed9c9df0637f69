"""What each page and file follows from, as a digest: only where that is another one it is made anew."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.engine import digest
from plugins.procedures.drawing import drawing
from plugins.procedures.model import Quantity
from plugins.procedures.query import usual_care

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison, Row
    from plugins.procedures.model import ComparisonPage, Procedure


@dataclass(frozen=True)
class Digests:
    """Digests of what pages print.

    `of_items` are those of procedures and comparisons by their path inside the folder; `shared` that of all
    that is no item: fields, sources, people, words, the clinic; `templates` that of what prints tables.
    """

    catalogue: Catalogue
    of_items: Mapping[str, str]
    shared: str
    templates: str

    @cached_property
    def everything(self) -> str:
        """All procedures and comparisons."""
        items: list[Procedure | ComparisonPage] = [*self.catalogue.in_order, *self.catalogue.comparisons]
        return digest([self.shared, self.templates, *map(self._item, items)])

    @cached_property
    def full(self) -> Comparison:
        """All procedures with all fields."""
        return self.catalogue.full("All treatments with all facts")

    @cached_property
    def _rows(self) -> str:
        """What the rows of the table of everything share: their axes, and what they count in."""
        return digest(part for row in self.full.rows for part in _common(row))

    @cached_property
    def without_a_procedure(self) -> str:
        """Care without a procedure, which every comparison is asked about."""
        return self.procedures(usual_care(self.catalogue.in_order))

    def procedures(self, found: Iterable[Procedure]) -> str:
        """Return the digest of some procedures side by side, on axes of their own."""
        return digest([self.shared, *map(self._item, found)])

    def on_common_axes(self, found: Iterable[Procedure]) -> str:
        """Return the digest of some procedures as the table of everything shows them."""
        return digest([self._rows, self.templates, self.procedures(found)])

    def page(self, item: Procedure | ComparisonPage, beside: Iterable[Procedure]) -> str:
        """Return the digest of the page of `item`, which names or shows the procedures `beside`."""
        return digest([self._item(item), self.on_common_axes(beside)])

    def _item(self, item: Procedure | ComparisonPage) -> str:
        return self.of_items[self.catalogue.inside(item)]


def _common(row: Row) -> Iterable[str]:
    """Yield what a cell of `row` takes from the others: an axis, what is counted in, whether any differ."""
    values = (statement.finding.value for cell in row.cells for statement in cell.statements)
    units = {value.unit for value in values if isinstance(value, Quantity)}
    return (row.id, row.label, drawing(row).scale, str(row.differs), *sorted(units))
