"""Values that are made when something reads them, and known by a fingerprint before."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from contextvars import ContextVar
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

FACETS = "FACETS"
"""In the shared context: facets by the names that they note when they are read, wherever they are found."""
MOST_KEPT = 32  # values at once, in each process: some pages share theirs with the next ones
_reads: ContextVar[set[str] | None] = ContextVar("reads", default=None)
_kept: ContextVar[OrderedDict[Facet[Any], None] | None] = ContextVar("kept", default=None)


class Facet(Generic[T]):
    """A small part of what a site knows, offered to the templates of some pages.

    `make` gives the value; whatever it follows from must be in `fingerprint`: a page is not rendered again as
    long as the fingerprints of all that it reads are the same.  One that is not itself a value of a page, but
    is reached through another, needs a `name`, and its place among the `FACETS`.

    A fingerprint that is not known yet may be given as a function; it is asked when pages are to be written.
    """

    def __init__(self, fingerprint: str | Callable[[], str], make: Callable[[], T], name: str = "") -> None:
        self._known_by = fingerprint
        self._make = make
        self._name = name

    @cached_property
    def __fingerprint__(self) -> str:
        return self._known_by if isinstance(self._known_by, str) else self._known_by()

    @property
    def value(self) -> T:
        """The value, made when first asked for."""
        return self._read(noted)

    @property
    def printed(self) -> T:
        """The value, for a page that prints it once and as it is.

        When it has become another, such a page can be corrected (see correcting.py).
        """
        return self._read(printed)

    def _read(self, how: Callable[[str], str]) -> T:
        """Return the value, and note how it is read; a page that prints it twice may do more with it."""
        reads = _reads.get()
        if self._name and reads is not None:
            again = how(self._name) in reads
            reads.add((noted if again else how)(self._name))
        if (kept := _kept.get()) is not None:
            self._keep(kept)
        return self._made

    def _keep(self, kept: OrderedDict[Facet[Any], None]) -> None:
        """Be the last of those that are kept, and let the first of too many forget its value."""
        kept[self] = None
        kept.move_to_end(self)
        if len(kept) > MOST_KEPT:
            kept.popitem(last=False)[0].__dict__.pop("_made", None)

    @cached_property
    def _made(self) -> T:
        return self._make()


@contextlib.contextmanager
def facets_noted(reads: set[str]) -> Iterator[None]:
    """Add to `reads` the facets with names that are read in the block."""
    token = _reads.set(reads)
    try:
        yield
    finally:
        _reads.reset(token)


@contextlib.contextmanager
def few_kept() -> Iterator[None]:
    """Keep in the block only the values that were read last: those of all pages would fill the memory."""
    token = _kept.set(OrderedDict())
    try:
        yield
    finally:
        _kept.reset(token)


def noted(name: str) -> str:
    """Return how a facet stands among the names that were read."""
    return f"\0facet {name}"


def printed(name: str) -> str:
    """Return how a facet stands among the names that were read, where it was printed as it is."""
    return f"\0printed {name}"


def facet_named(read: str) -> str:
    """Return the name of the facet that was read, or printed; "" where it was something else."""
    return next((read.removeprefix(how("")) for how in (noted, printed) if read.startswith(how(""))), "")
