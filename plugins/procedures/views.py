"""What templates print: comparisons and facts with their notes and sources numbered, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.procedures.drawing import apart, drawing
from plugins.procedures.model import Missing
from plugins.procedures.words import finding_words, in_the_open, limits, typed_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.procedures.comparison import Cell, Comparison, Row, Statement
    from plugins.procedures.drawing import Drawing, PictureView
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding, Procedure
    from plugins.procedures.notes import FarNote, FarNotes, Note, Notes

    Draw = Callable[[Finding], Iterator[PictureView]]
    AnyNotes = Notes | FarNotes


_ALL = slice(None)


@dataclass(frozen=True, slots=True)
class LineView:
    """A statement of a cell: ``subject: text, after``, what limits it openly, and the note behind it.

    `apart` is true of a result without a comparison group, which must not be read with the others.
    """

    subject: str
    text: str
    after: str
    missing: bool
    context: str
    apart: bool
    pictures: tuple[PictureView, ...]
    note: Note | FarNote | None


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell.  `kind` is "value" or the reason why there is none ("no-data", "not-applicable", ...)."""

    kind: str
    numeric: bool
    summary: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of a procedure's column; `url` is relative to the root that the template gives."""

    slug: str
    title: str
    url: str
    approach: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with its cells, one for each procedure; `axis` says what its bars span, "0 to 12 months"."""

    id: str
    label: str
    help: str
    axis: str
    differs: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A comparison ready to be printed; `more` is where all facts of its procedures stand, if not here."""

    id: str
    caption: str
    heads: tuple[HeadView, ...]
    groups: tuple[tuple[str, tuple[RowView, ...]], ...]
    rows: tuple[RowView, ...]
    differing: int
    notes: tuple[Note, ...]
    more: str = ""

    @property
    def marks(self) -> bool:
        """Whether rows are marked as different: where all are, a mark on each would say nothing."""
        return 0 < self.differing < len(self.rows)


def line_view(statement: Statement, row: Row, notes: AnyNotes, procedure: Procedure, draw: Draw) -> LineView:
    """Return a statement of a procedure with its note and its pictures."""
    finding = statement.finding
    of = ", ".join(filter(None, (row.label, statement.subject, procedure.title)))
    return LineView(
        subject=statement.subject,
        text=finding_words(finding, row.type) + typed_words(statement),
        after=statement.after,
        missing=isinstance(finding.value, Missing),
        context=in_the_open(pair for pair in limits(finding) if pair[0] in row.shown),
        apart=apart(finding),
        pictures=tuple(draw(finding)),
        note=notes.add(statement, row, procedure, of),
    )


def cell_view(cell: Cell, row: Row, notes: AnyNotes, procedure: Procedure, draw: Draw) -> CellView:
    """Return the cell of a procedure with its notes numbered."""
    state = cell.missing.value.replace(" ", "-") if cell.missing else "value"
    lines = tuple(line_view(statement, row, notes, procedure, draw) for statement in cell.statements)
    return CellView(state, _is_figure(cell, row.type), cell.summary, lines)


def _is_figure(cell: Cell, kind: FieldType[Any]) -> bool:
    """Whether a cell is one number and nothing else, to be set as one."""
    (first, *more), value = cell.statements, cell.statements[0].finding.value
    if more or first.subject or value is None or isinstance(value, Missing):
        return False
    return kind.numeric and kind.say(value) == kind.show(value)


def row_view(
    row: Row, notes: AnyNotes, procedures: tuple[Procedure, ...], beside: Row | None = None
) -> RowView:
    """Return the row of some procedures with its notes numbered.

    `beside` is the same row with more procedures, whose axis the bars of this one take.
    """
    drawn = drawing(row, beside)
    cells = tuple(
        cell_view(cell, row, notes, procedure, drawn.draw)
        for cell, procedure in zip(row.cells, procedures, strict=True)
    )
    return _row(row, drawn, cells)


def _row(row: Row, drawn: Drawing, cells: tuple[CellView, ...]) -> RowView:
    return RowView(row.id, row.label, row.help, drawn.scale, row.differs, cells)


def table_view(
    comparison: Comparison,
    notes: AnyNotes,
    address: Callable[[Procedure], str],
    name: str = "comparison",
) -> TableView:
    """Return a comparison with its notes and sources numbered; `address` gives the link to a procedure.

    Both are numbered in the order of the table: row by row.
    """
    rows = tuple(row_view(row, notes, comparison.procedures) for row in comparison.rows)
    heads = _heads(comparison.procedures, address)
    return _table(comparison, heads, rows, name, notes.since(0))


def full_table_view(
    comparison: Comparison, notes: Notes, address: Callable[[Procedure], str], part: slice = _ALL
) -> TableView:
    """Return a comparison to be printed with its procedures as rows: numbered procedure by procedure.

    Of a large one a `part` of the procedures, on the axes of all.
    """
    drawings = [drawing(row) for row in comparison.rows]
    across = [
        [
            cell_view(row.cells[number], row, notes, procedure, drawn.draw)
            for row, drawn in zip(comparison.rows, drawings, strict=True)
        ]
        for number, procedure in list(enumerate(comparison.procedures))[part]
    ]
    rows = tuple(
        _row(row, drawn, cells)
        for row, drawn, cells in zip(comparison.rows, drawings, zip(*across, strict=True), strict=True)
    )
    heads = _heads(comparison.procedures[part], address)
    return _table(comparison, heads, rows, "comparison", notes.since(0))


def _heads(procedures: tuple[Procedure, ...], address: Callable[[Procedure], str]) -> tuple[HeadView, ...]:
    return tuple(HeadView(p.slug, p.title, address(p), p.approach) for p in procedures)


def _table(
    comparison: Comparison,
    heads: tuple[HeadView, ...],
    rows: tuple[RowView, ...],
    name: str,
    made: tuple[Note, ...],
) -> TableView:
    viewed = dict(zip((row.id for row in comparison.rows), rows, strict=True))
    groups = tuple((group, tuple(viewed[row.id] for row in of_it)) for group, of_it in comparison.groups)
    differing = sum(row.differs for row in rows)
    return TableView(name, comparison.caption, heads, groups, rows, differing, made)
