"""Putting a page together: citations numbered in the order of the page, tables in the place of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.glossary import explained
from plugins.editorial.marks import BLOCK, fill
from plugins.editorial.numbering import Numbering, filled_text
from plugins.procedures.addresses import of_procedure, source_link
from plugins.procedures.catalogue import called_pick
from plugins.procedures.comparison import evidence_rows, field_row
from plugins.procedures.views import row_view, table_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.editorial import Body, House
    from plugins.editorial.blocks import Call
    from plugins.editorial.numbering import Listed
    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import Procedure
    from plugins.procedures.views import RowView, TableView

    TablePrinter = Callable[[TableView], str]


@dataclass(frozen=True)
class Assembled:
    """The HTML of a page's text and the sources of the whole page."""

    html: str
    sources: tuple[Listed, ...]


@dataclass(frozen=True)
class ProcedureView:
    """What the page of a procedure prints, in this order."""

    procedure: Procedure
    facts: tuple[tuple[str, tuple[RowView, ...]], ...]
    html: str
    evidence: tuple[RowView, ...]
    sources: tuple[Listed, ...]


@dataclass(frozen=True)
class ComparisonView:
    """What a comparison page prints, in this order."""

    table: TableView
    html: str
    sources: tuple[Listed, ...]


@dataclass(frozen=True)
class Assembly:
    """Puts pages together from what the edition has; `print_table` is the theme's macro."""

    house: House
    catalogue: Catalogue
    print_table: TablePrinter

    def numbering(self) -> Numbering:
        """Return the numbering of a new page."""
        return Numbering(self.house.sources.records)

    def text(self, body: Body, numbering: Numbering | None = None) -> Assembled:
        """Return a text with its tables, citations and details filled in.

        Sources are numbered in reading order: each table takes its numbers where it stands.
        """
        numbering = numbering or self.numbering()
        tables = iter(range(len(body.calls)))
        html = explained(body.html, self.house.glossary)
        parts = fill(html, BLOCK, lambda number: f"\0{number}\0").split("\0")
        html = "".join(
            self._block(body.calls[int(part)], next(tables), numbering)
            if odd % 2
            else filled_text(body, part, numbering, self.house)
            for odd, part in enumerate(parts)
        )
        return Assembled(html, numbering.listed())

    def _block(self, call: Call, number: int, numbering: Numbering) -> str:
        comparison = self.catalogue.comparison(call.argument, called_pick(call))
        if not comparison.procedures:
            return ""
        return self.print_table(table_view(comparison, numbering, source_link, f"comparison-{number + 1}"))

    def procedure(self, procedure: Procedure) -> ProcedureView:
        """Return the page of a procedure: facts, then text, then risks and guidelines."""
        numbering = self.numbering()
        rows = [(field.group, field_row(field, (procedure,))) for field in self.catalogue.fields]
        groups = dict.fromkeys(group for group, _ in rows)
        facts = tuple(
            (name, tuple(row_view(row, numbering) for group, row in rows if group == name)) for name in groups
        )
        text = self.text(procedure.body, numbering)
        evidence = tuple(row_view(row, numbering) for row in evidence_rows((procedure,)))
        return ProcedureView(procedure, facts, text.html, evidence, numbering.listed())

    def comparison(self, comparison: Comparison, body: Body | None = None) -> ComparisonView:
        """Return a comparison page: the table, then the text if there is one."""
        numbering = self.numbering()
        table = table_view(comparison, numbering, of_procedure)
        html = self.text(body, numbering).html if body else ""
        return ComparisonView(table, html, numbering.listed())
