"""The notes of a page: what stands behind each line of each table, numbered, one for each line.

A note holds the sources, whom the line is about, how sure it is, what limits it, where sources differ and
when it was last changed.  On a screen it opens from the line; on paper it stands below the table.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from plugins.editorial.dates import long_date
from plugins.procedures.words import limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.editorial import Numbering
    from plugins.editorial.citations import Citation
    from plugins.editorial.numbering import Ref
    from plugins.procedures.comparison import Row, Statement
    from plugins.procedures.model import Procedure

NOT_GRADED = ("Certainty", "Not graded by the source")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: `id` is its own, `anchor` that of the sign that opens it, `of` names row and column."""

    number: int
    name: str
    of: str
    refs: tuple[Ref, ...]
    details: tuple[tuple[str, str], ...]
    conflict: str
    conflict_refs: tuple[Ref, ...]

    link: ClassVar[str] = ""  # it stands on its own page

    @property
    def id(self) -> str:
        """The id of the note."""
        return f"note-{self.name}"

    @property
    def anchor(self) -> str:
        """The id of the sign in the table that opens it."""
        return anchor(self.name)


@dataclass(frozen=True, slots=True)
class FarNote:
    """A note that stands on the page of its procedure; `link` leads to its sign there."""

    number: int
    link: str


def anchor(name: str) -> str:
    """Return the id of the sign that opens a note; the list of sources leads back to it."""
    return f"cell-{name}"


@dataclass
class Names:
    """Calls the notes of a procedure by their row and their number in it, wherever they are printed."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def next(self, row: Row, procedure: Procedure) -> str:
        """Return the name of the next note: ``procedure_time-1``."""
        self.counts[procedure.slug, row.id] += 1
        return f"{row.id}-{self.counts[procedure.slug, row.id]}"


@dataclass
class Notes:
    """Numbers the notes of one page while it is put together, and their sources with `numbering`.

    Where a page has one procedure, notes are called `by_row`, so that other pages can link to them.
    """

    numbering: Numbering
    by_row: bool = False
    made: list[Note] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    def add(self, statement: Statement, row: Row, procedure: Procedure, of: str) -> Note | None:
        """Return the note to a line of a cell; None where there is nothing behind the line."""
        if not has_note(statement):
            return None
        finding, number = statement.finding, len(self.made) + 1
        name = self.names.next(row, procedure) if self.by_row else str(number)
        note = Note(
            number,
            name,
            of,
            self._refs(finding.sources, name),
            tuple(pair for pair in behind(statement) if pair[0] not in row.shown),
            finding.conflict,
            self._refs(finding.conflict_sources, name),
        )
        self.made.append(note)
        return note

    def _refs(self, citations: tuple[Citation, ...], name: str) -> tuple[Ref, ...]:
        return self.numbering.refs((citation.key for citation in citations), anchor(name))

    def since(self, count: int) -> tuple[Note, ...]:
        """Return the notes made after the first `count`."""
        return tuple(self.made[count:])


@dataclass
class FarNotes:
    """Links the lines of a table to the notes on the pages of its procedures; `link` leads to such a page.

    A text that compares a few treatments would carry more notes and sources than words.
    """

    link: Callable[[Procedure], str]
    count: int = 0
    names: Names = field(default_factory=Names)

    def add(self, statement: Statement, row: Row, procedure: Procedure, of: str) -> FarNote | None:  # noqa: ARG002
        """Return the link to the note of a line; None where there is nothing behind the line."""
        if not (statement.sums_up or has_note(statement)):
            return None
        self.count += 1
        place = row.id if statement.sums_up else anchor(self.names.next(row, procedure))
        return FarNote(self.count, f"{self.link(procedure)}#{place}")

    def since(self, count: int) -> tuple[Note, ...]:  # noqa: ARG002
        """Return the notes that stand on this page: none."""
        return ()


def has_note(statement: Statement) -> bool:
    """Whether there is anything behind a line."""
    finding = statement.finding
    return bool(finding.sources or finding.conflict or behind(statement))


def behind(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Return all that limits a line, as label and words; its sources and conflict stand apart."""
    finding = statement.finding
    found = list(limits(finding))
    if finding.compared_with and not finding.certainty:
        found.append(NOT_GRADED)  # how sure it is decides what a result is worth
    if statement.changed and (finding.sources or found):
        found.append(("Last changed", long_date(statement.changed)))
    return tuple(found)
