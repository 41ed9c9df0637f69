"""Ways in: a page for each value of the fields marked ``browse``; and the addresses of all pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.frontmatter.problems import count
from plugins.procedures import addresses
from plugins.procedures.on_the_body import drawn_field
from plugins.procedures.pictures import Way, body_map_of_ways
from plugins.procedures.query import having, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.model import Procedure
    from plugins.procedures.schema import Field

DATA_FILES = ("procedures.json", "procedures.csv", "schema.json")


def browse_pages(catalogue: Catalogue) -> Iterator[tuple[Field, str, tuple[Procedure, ...]]]:
    """Yield, for each field marked so, each value in use and the procedures that have it."""
    for field, value in _values_in_use(catalogue):
        yield field, value, having(catalogue.in_order, field, value)


def _values_in_use(catalogue: Catalogue) -> Iterator[tuple[Field, str]]:
    for field in catalogue.fields:
        if field.browse:
            used = {value for procedure in catalogue.in_order for value in values_of(procedure, field)}
            order = field.type.choices or tuple(sorted(used))
            yield from ((field, value) for value in order if value in used)


@dataclass(frozen=True)
class WayIn:
    """A question with its answers: each with its address below the root, and how many procedures have it."""

    question: str
    answers: tuple[tuple[str, str, int], ...]
    on_body: bool = False

    def drawn(self, root: str, unit: str) -> Markup:
        """Return the answers as links on a body, where they are parts of one.

        `root` is what stands before every address, `unit` what is counted, one of them.
        """
        if not self.on_body:
            return Markup()
        ways = (Way(name, f"{root}/{address}", count(n, unit)) for name, address, n in self.answers)
        return body_map_of_ways(ways, self.question)


def ways_in(catalogue: Catalogue) -> Iterator[WayIn]:
    """Yield the way in of each field that has pages; one of them may be drawn on a body."""
    drawn = drawn_field(catalogue.fields)
    for field, pages in groupby(browse_pages(catalogue), key=lambda page: page[0]):
        answers = ((value, addresses.of_value(field, value), len(found)) for _, value, found in pages)
        yield WayIn(field.ask or field.label, tuple(answers), on_body=field is drawn)


def site_addresses(catalogue: Catalogue) -> Iterator[str]:
    """Yield the addresses of all our pages and files, and of the two that every blog has."""
    yield from ("", "archives/")
    yield from (addresses.DATA + name for name in DATA_FILES)
    yield addresses.LIST
    yield addresses.FULL
    yield from map(addresses.of_procedure, catalogue.in_order)
    yield from map(addresses.of_comparison, catalogue.comparisons)
    yield from (addresses.of_pair(*pair) for pair in catalogue.pairs)
    yield from (addresses.of_value(field, value) for field, value in _values_in_use(catalogue))
