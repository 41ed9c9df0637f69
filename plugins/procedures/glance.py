"""The facts of a procedure at a glance: a few short ones that its page begins with, and its harms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.procedures.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.procedures.schema import Field
    from plugins.procedures.views import CellView, RowView


@dataclass(frozen=True, slots=True)
class Glance:
    """A fact in few words; `id` is that of its row further down, where its sources and limits stand."""

    id: str
    label: str
    words: str


def glances(
    fields: Iterable[Field], facts: Iterable[RowView], evidence: Iterable[RowView]
) -> tuple[Glance, ...]:
    """Return the facts marked ``glance``, and beside them all evidence; none where no field is marked so."""
    marked = {field.id for field in fields if field.glance}
    rows = [*_known(row for row in facts if row.id in marked), *_known(evidence)] if marked else []
    return tuple(Glance(row.id, row.label, _words(row.cells[0])) for row in rows)


def _known(rows: Iterable[RowView]) -> Iterator[RowView]:
    return (row for row in rows if row.cells[0].kind == "value")


def _words(cell: CellView) -> str:
    """Return a cell's summary, its line, or how many things it lists."""
    first, *more = cell.lines
    if cell.summary or first.subject:
        return cell.summary or f"{len(cell.lines)} listed"
    words = (
        f"{first.text}; sources differ"
        if isinstance(first.note, Note) and first.note.conflict
        else first.text
    )
    return f"{words}, and {len(more)} more" if more else words
