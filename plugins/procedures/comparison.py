"""Procedures × fields → a `Comparison`: data for tables, files and pictures, without HTML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.fields.text import Text
from plugins.procedures.guidelines import in_order, summary
from plugins.procedures.model import Finding, Missing
from plugins.procedures.one_denominator import counted_in, denominator_of
from plugins.procedures.words import capital

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Position, Procedure, Risk, Value
    from plugins.procedures.schema import Field


@dataclass(frozen=True)
class Statement:
    """One line of a cell: a finding, and the words that stand before it (what a risk is, who says it).

    `typed` is the figure as its author typed it, where the row counts in something else and words are lost.
    `sums_up` marks words that stand for several statements of the row on the page of the procedure.
    """

    finding: Finding
    subject: str = ""
    after: str = ""
    typed: str = ""
    changed: datetime.date | None = None
    sums_up: bool = False


@dataclass(frozen=True)
class Cell:
    """What one procedure says in one row, perhaps with a summary above it; never empty."""

    statements: tuple[Statement, ...]
    summary: str = ""

    @property
    def missing(self) -> Missing | None:
        """Why there is no value, where that is all the cell says."""
        only = self.statements[0].finding.value if len(self.statements) == 1 else None
        return only if isinstance(only, Missing) and not self.statements[0].subject else None


@dataclass(frozen=True, eq=False)  # a row is itself: to compare or to hash all its cells would take long
class Row:
    """One field over all procedures of a comparison.

    `shown` are the labels of those limits of a finding that stand in the table itself (see words.limits).
    """

    id: str
    label: str
    group: str
    help: str
    type: FieldType[Any]
    cells: tuple[Cell, ...]
    picture: str = ""
    shown: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether any two cells say different things."""
        return any(not _same(self.cells[0], cell, self.type) for cell in self.cells[1:])


@dataclass(frozen=True)
class Comparison:
    """Procedures side by side: a column each, a row for each field; rows of one group stand together."""

    caption: str
    procedures: tuple[Procedure, ...]
    rows: tuple[Row, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The rows by group, in order."""
        names = dict.fromkeys(row.group for row in self.rows)
        return tuple((name, tuple(row for row in self.rows if row.group == name)) for name in names)


def _same(one: Cell, other: Cell, kind: FieldType[Any]) -> bool:
    if len(one.statements) != len(other.statements):
        return False
    return all(_says_same(a, b, kind) for a, b in zip(one.statements, other.statements, strict=True))


def _says_same(one: Statement, other: Statement, kind: FieldType[Any]) -> bool:
    """Whether two statements say the same of the same people; sources, certainty and notes may differ."""
    a, b = one.finding, other.finding
    return (
        (one.subject, one.after, a.says) == (other.subject, other.after, b.says)
        and (a.compared_with, a.population) == (b.compared_with, b.population)
        and _equal(a.value, b.value, kind)
        and _equal(a.versus, b.versus, kind)
        and _equal(a.when, b.when, Duration())
    )


def _equal(one: Value | Missing | None, other: Value | Missing | None, kind: FieldType[Any]) -> bool:
    if one is None or other is None or isinstance(one, Missing) or isinstance(other, Missing):
        return one is other
    return kind.same(one, other)


def field_row(field: Field, procedures: Iterable[Procedure]) -> Row:
    """Return the row of a field."""
    cells = tuple(_cell([Statement(finding) for finding in p.fact(field.id)], p) for p in procedures)
    row = Row(field.id, field.label, field.group, field.help, field.type, cells, field.picture)
    return _counted(row, field.type) if isinstance(field.type, Frequency) else row


def _counted(row: Row, kind: Frequency) -> Row:
    """Return a row of frequencies that all count in the same number of people.

    Who was counted, against whom and when always stands beside them.
    """
    of = denominator_of(statement.finding for cell in row.cells for statement in cell.statements)

    def counted(statement: Statement) -> Statement:
        finding, typed = counted_in(of, statement.finding, kind)
        return replace(statement, finding=finding, typed=typed)

    cells = tuple(replace(cell, statements=tuple(map(counted, cell.statements))) for cell in row.cells)
    return replace(row, cells=cells, shown=("Who", "Compared with", "When"))


def compare(
    caption: str, procedures: Sequence[Procedure], fields: Iterable[Field], wanted: Sequence[str] = ()
) -> Comparison:
    """Set `procedures` side by side.

    Rows are the `wanted` fields, or all that at least one of the procedures has, in the order of fields.yaml.
    Harms always stand beside benefits, and the positions of guidelines beside both, whatever was wanted.
    """
    chosen = [f for f in fields if (f.id in wanted if wanted else any(f.id in p.facts for p in procedures))]
    rows = [field_row(field, procedures) for field in chosen]
    return Comparison(caption, tuple(procedures), _by_group((*rows, *evidence_rows(procedures))))


def brief(comparison: Comparison) -> Comparison:
    """Return a comparison as a text has it: of guidelines how many say what, and no help to read a row.

    Each position stands on the pages of the procedures and in comparisons that have a page.
    """
    rows = (replace(row, help="", cells=tuple(map(_brief_cell, row.cells))) for row in comparison.rows)
    return replace(comparison, rows=tuple(rows))


def _brief_cell(cell: Cell) -> Cell:
    if not cell.summary:
        return cell
    finding = Finding(None, cell.statements[0].finding.place, says=cell.summary)
    return Cell((Statement(finding, sums_up=True),))


def _by_group(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Bring the rows of a group together, where its first stands."""
    order = list(dict.fromkeys(row.group for row in rows))
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def evidence_rows(procedures: Sequence[Procedure]) -> tuple[Row, ...]:
    """Return the rows that every comparison has where the data has any: risks, serious risks, guidelines."""
    rows = (
        _risk_row("risks", "Common and minor risks", procedures, serious=False),
        _risk_row("serious-risks", "Serious risks", procedures, serious=True),
        _guideline_row(procedures),
    )
    return tuple(row for row in rows if any(not cell.missing for cell in row.cells))


def _risk_row(name: str, label: str, procedures: Sequence[Procedure], *, serious: bool) -> Row:
    cells = tuple(
        _cell([_risk(risk) for risk in procedure.risks if risk.serious is serious], procedure)
        for procedure in procedures
    )
    help_text = "How many people had it, where a source gives a number. Not a full list."
    kind = Frequency(frames=("have it", "do not"))
    return _counted(Row(name, label, "Risks", help_text, kind, cells, "icon-array"), kind)


def _guideline_row(procedures: Sequence[Procedure]) -> Row:
    cells = tuple(
        _cell(
            [_position(p) for p in in_order(procedure.guidelines)], procedure, summary(procedure.guidelines)
        )
        for procedure in procedures
    )
    help_text = (
        "What bodies that write guidelines say, and for whom. Two that differ may mean different patients."
    )
    return Row("guidelines", "What guidelines say", "Guidelines", help_text, Text(), cells, shown=("Who",))


def _cell(statements: list[Statement], procedure: Procedure, summary: str = "") -> Cell:
    dated = [replace(one, changed=one.finding.changed or procedure.modified) for one in statements]
    return Cell(tuple(dated) or (Statement(Finding(Missing.NO_DATA, procedure.place)),), summary)


def _risk(risk: Risk) -> Statement:
    after = f"within {Duration().show(risk.within)}" if risk.within else ""
    return Statement(risk.how_often, risk.effect, after)


def _position(position: Position) -> Statement:
    """Return what a body says; a payer's rule must not read like a guideline, so its kind stands first."""
    kind = f"{capital(position.kind)}." if position.kind else ""
    finding = Finding(
        None,
        position.place,
        says=position.says,
        sources=position.sources,
        population=position.about,
        note=" ".join(part for part in (kind, position.summary, position.note) if part),
    )
    return Statement(finding, position.title, position.strength)
