"""What templates print: comparisons and facts with their sources numbered, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.procedures.model import Missing
from plugins.procedures.words import details, finding_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.editorial import Numbering
    from plugins.editorial.numbering import Ref
    from plugins.procedures.comparison import Cell, Comparison, Row, Statement
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Procedure


@dataclass(frozen=True, slots=True)
class LineView:
    """A statement of a cell: ``subject: text, after``, its sources, and what limits it."""

    subject: str
    text: str
    after: str
    missing: bool
    refs: tuple[Ref, ...]
    details: tuple[tuple[str, str], ...]
    conflict: str
    conflict_refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell.  `kind` is "value" or the reason why there is none ("no-data", "not-applicable", ...)."""

    kind: str
    numeric: bool
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of a procedure's column; `url` is relative to the root that the template gives."""

    title: str
    url: str
    approach: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with its cells, one for each procedure."""

    id: str
    label: str
    help: str
    differs: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A comparison ready to be printed."""

    id: str
    caption: str
    heads: tuple[HeadView, ...]
    groups: tuple[tuple[str, tuple[RowView, ...]], ...]
    rows: tuple[RowView, ...]
    differing: int


def line_view(statement: Statement, kind: FieldType[Any], numbering: Numbering) -> LineView:
    """Return a statement with its sources numbered."""
    finding = statement.finding
    return LineView(
        subject=statement.subject,
        text=finding_words(finding, kind),
        after=statement.after,
        missing=isinstance(finding.value, Missing),
        refs=numbering.refs(citation.key for citation in finding.sources),
        details=details(finding),
        conflict=finding.conflict,
        conflict_refs=numbering.refs(citation.key for citation in finding.conflict_sources),
    )


def cell_view(cell: Cell, kind: FieldType[Any], numbering: Numbering) -> CellView:
    """Return a cell with its sources numbered."""
    state = cell.missing.value.replace(" ", "-") if cell.missing else "value"
    lines = tuple(line_view(statement, kind, numbering) for statement in cell.statements)
    single = len(lines) == 1 and not lines[0].subject
    return CellView(
        state, single and kind.numeric and not cell.missing and not cell.statements[0].finding.says, lines
    )


def row_view(row: Row, numbering: Numbering) -> RowView:
    """Return a row with its sources numbered."""
    cells = tuple(cell_view(cell, row.type, numbering) for cell in row.cells)
    return RowView(row.id, row.label, row.help, row.differs, cells)


def table_view(
    comparison: Comparison,
    numbering: Numbering,
    address: Callable[[Procedure], str],
    name: str = "comparison",
) -> TableView:
    """Return a comparison with its sources numbered; `address` gives the link to a procedure.

    Sources are numbered in the order of the table: row by row.
    """
    groups = tuple(
        (group, tuple(row_view(row, numbering) for row in rows)) for group, rows in comparison.groups
    )
    rows = tuple(row for _, group in groups for row in group)
    heads = tuple(HeadView(p.title, address(p), p.approach) for p in comparison.procedures)
    return TableView(name, comparison.caption, heads, groups, rows, sum(row.differs for row in rows))
