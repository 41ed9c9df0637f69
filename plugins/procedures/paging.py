"""The pages of the table of everything: of a large catalogue one page has so many rows."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from plugins.procedures import addresses


@dataclass(frozen=True)
class Total:
    """How many pages there are, as Pelican's paginator says it."""

    num_pages: int


@dataclass(frozen=True)
class TablePart:
    """A page of the table of everything, with the names of Pelican's pages; its rows are a slice of all."""

    number: int
    paginator: Total
    rows: slice

    @property
    def url(self) -> str:
        """The address of the page."""
        return addresses.of_full(self.number)

    @property
    def previous(self) -> TablePart | None:
        """The page before."""
        return self._beside(-1) if self.number > 1 else None

    @property
    def next(self) -> TablePart | None:
        """The page after."""
        return self._beside(1) if self.number < self.paginator.num_pages else None

    def has_other_pages(self) -> bool:
        """Whether this is not all."""
        return self.paginator.num_pages > 1

    def _beside(self, step: int) -> TablePart:
        length = self.rows.stop - self.rows.start
        rows = slice(self.rows.start + step * length, self.rows.stop + step * length)
        return TablePart(self.number + step, self.paginator, rows)


def parts_of(total: int, length: int) -> tuple[TablePart, ...]:
    """Return the pages of `total` rows with at most `length` on each."""
    pages = Total(ceil(total / length))
    return tuple(
        TablePart(number, pages, slice((number - 1) * length, number * length))
        for number in range(1, pages.num_pages + 1)
    )
