"""Putting a page together: citations numbered in the order of the page, tables in the place of blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.editorial.glossary import explained, finder
from plugins.editorial.headings import headings
from plugins.editorial.marks import BLOCK, fill
from plugins.editorial.numbering import Numbering, filled_text
from plugins.editorial.reading_time import minutes
from plugins.procedures.addresses import of_picks, of_procedure, source_link
from plugins.procedures.catalogue import Catalogue, called_pick
from plugins.procedures.comparison import brief, evidence_rows, field_row
from plugins.procedures.glance import glances
from plugins.procedures.notes import FarNotes, Notes
from plugins.procedures.views import full_table_view, row_view, table_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.editorial import Body, House
    from plugins.editorial.blocks import Call
    from plugins.editorial.glossary.forms import Finder
    from plugins.editorial.headings import Heading
    from plugins.editorial.numbering import Listed
    from plugins.procedures.comparison import Comparison, Row
    from plugins.procedures.glance import Glance
    from plugins.procedures.model import Procedure
    from plugins.procedures.notes import Note
    from plugins.procedures.views import RowView, TableView

    TablePrinter = Callable[[TableView], str]


@dataclass(frozen=True)
class Assembled:
    """The HTML of a page's text and the sources of the whole page."""

    html: str
    sources: tuple[Listed, ...]


@dataclass(frozen=True)
class About:
    """What a page tells of its text: its sources, the time that it takes, what its list of contents says.

    `details` are the names of those details of the clinic that it asks for.
    """

    sources: tuple[Listed, ...]
    minutes: int
    headings: tuple[Heading, ...]
    details: frozenset[str]


@dataclass(frozen=True)
class Text:
    """The text of an article or a page."""

    html: str
    about: About


@dataclass(frozen=True)
class ProcedureView:
    """What the page of a procedure prints, in this order."""

    procedure: Procedure
    glance: tuple[Glance, ...]
    facts: tuple[tuple[str, tuple[RowView, ...]], ...]
    fact_notes: tuple[Note, ...]
    html: str
    evidence: tuple[RowView, ...]
    evidence_notes: tuple[Note, ...]
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

    @cached_property
    def _everyone(self) -> dict[str, Row]:
        """The row of each field over all procedures: the bars of one procedure stand on its axis."""
        return {field.id: field_row(field, self.catalogue.in_order) for field in self.catalogue.fields}

    @cached_property
    def _terms(self) -> Finder:
        """What finds the terms of the glossary in texts."""
        return finder(self.house.glossary)

    def notes(self, *, by_row: bool = False) -> Notes:
        """Return the numbering of notes and sources for a new page."""
        return Notes(Numbering(self.house.sources.records), by_row)

    def post(self, body: Body) -> Text:
        """Return the text of an article or a page."""
        assembled = self.text(body)
        details = frozenset(use.name for use in body.details)
        about = About(assembled.sources, minutes(body.html), headings(body.html), details)
        return Text(assembled.html, about)

    def text(self, body: Body, notes: Notes | None = None) -> Assembled:
        """Return a text with its tables, citations and details filled in.

        The notes and sources of its tables stand on the pages of their procedures.
        """
        numbering = (notes or self.notes()).numbering
        tables = iter(range(len(body.calls)))
        html = explained(body.html, self._terms)
        parts = fill(html, BLOCK, lambda number: f"\0{number}\0").split("\0")
        html = "".join(
            self._block(body.calls[int(part)], next(tables))
            if odd % 2
            else filled_text(body, part, numbering, self.house)
            for odd, part in enumerate(parts)
        )
        return Assembled(html, numbering.listed())

    def _block(self, call: Call, number: int) -> str:
        comparison = brief(self.catalogue.comparison(call.argument, called_pick(call)))
        if not comparison.procedures:
            return ""
        view = table_view(comparison, FarNotes(source_link), source_link, f"comparison-{number + 1}")
        return self.print_table(replace(view, more=of_picks(comparison.procedures)))

    def procedure(self, procedure: Procedure) -> ProcedureView:
        """Return the page of a procedure: facts, then text, then risks and guidelines."""
        notes = self.notes(by_row=True)
        alone = (procedure,)
        rows = [(field_row(field, alone), self._everyone[field.id]) for field in self.catalogue.fields]
        groups = dict.fromkeys(row.group for row, _ in rows)
        facts = tuple(
            (name, tuple(row_view(row, notes, alone, all_) for row, all_ in rows if row.group == name))
            for name in groups
        )
        fact_notes = notes.since(0)
        text = self.text(procedure.body, notes)
        before = len(notes.made)
        evidence = tuple(row_view(row, notes, alone) for row in evidence_rows(alone))
        sources = notes.numbering.listed()
        glance = glances(self.catalogue.fields, (row for _, rows in facts for row in rows), evidence)
        return ProcedureView(
            procedure, glance, facts, fact_notes, text.html, evidence, notes.since(before), sources
        )

    def full(self, comparison: Comparison, part: slice = slice(None)) -> ComparisonView:
        """Return the page of all procedures, or of a part of them, which are its rows."""
        notes = self.notes()
        table = full_table_view(comparison, notes, of_procedure, part)
        return ComparisonView(table, "", notes.numbering.listed())

    def comparison(self, comparison: Comparison, body: Body | None = None) -> ComparisonView:
        """Return a comparison page: the table, then the text if there is one."""
        notes = self.notes()
        table = table_view(comparison, notes, of_procedure)
        html = self.text(body, notes).html if body else ""
        return ComparisonView(table, html, notes.numbering.listed())


class WithoutTables(Assembly):
    """Puts texts together with a mark in the place of each table: what was called for, between two NULs."""

    def __init__(self, house: House) -> None:
        super().__init__(house, Catalogue((), {}, ()), lambda _table: "")

    def _block(self, call: Call, number: int) -> str:
        return f"\0{number} {call.typed}\0"
