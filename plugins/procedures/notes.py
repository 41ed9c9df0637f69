"""The notes of a page: what stands behind each line of each table, numbered, one for each line.

A note holds the sources, whom the line is about, how sure it is, what limits it, where sources differ and
when it was last changed.  On a screen it opens from the line; on paper it stands below the table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.editorial.dates import long_date
from plugins.procedures.words import limits

if TYPE_CHECKING:
    from plugins.editorial import Numbering
    from plugins.editorial.citations import Citation
    from plugins.editorial.numbering import Ref
    from plugins.procedures.comparison import Row, Statement

NOT_GRADED = ("Certainty", "Not graded by the source")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: `id` is its own, `anchor` that of the sign that opens it, `of` names row and column."""

    number: int
    of: str
    refs: tuple[Ref, ...]
    details: tuple[tuple[str, str], ...]
    conflict: str
    conflict_refs: tuple[Ref, ...]

    @property
    def id(self) -> str:
        """The id of the note."""
        return f"note-{self.number}"

    @property
    def anchor(self) -> str:
        """The id of the sign in the table that opens it."""
        return anchor(self.number)


def anchor(number: int) -> str:
    """Return the id of the sign that opens a note; the list of sources leads back to it."""
    return f"cell-{number}"


@dataclass
class Notes:
    """Numbers the notes of one page while it is put together, and their sources with `numbering`."""

    numbering: Numbering
    made: list[Note] = field(default_factory=list)

    def add(self, statement: Statement, row: Row, of: str) -> Note | None:
        """Return the note to a line of `row`; None where there is nothing behind the line."""
        finding, details = statement.finding, behind(statement)
        if not (finding.sources or finding.conflict or details):
            return None
        number = len(self.made) + 1
        note = Note(
            number,
            of,
            self._refs(finding.sources, number),
            tuple(pair for pair in details if pair[0] not in row.shown),
            finding.conflict,
            self._refs(finding.conflict_sources, number),
        )
        self.made.append(note)
        return note

    def _refs(self, citations: tuple[Citation, ...], number: int) -> tuple[Ref, ...]:
        return self.numbering.refs((citation.key for citation in citations), anchor(number))

    def since(self, count: int) -> tuple[Note, ...]:
        """Return the notes made after the first `count`."""
        return tuple(self.made[count:])


def behind(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Return all that limits a line, as label and words; its sources and conflict stand apart."""
    finding = statement.finding
    found = list(limits(finding))
    if finding.compared_with and not finding.certainty:
        found.append(NOT_GRADED)  # how sure it is decides what a result is worth
    if statement.changed and (finding.sources or found):
        found.append(("Last changed", long_date(statement.changed)))
    return tuple(found)
