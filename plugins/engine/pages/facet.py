"""Values that are made when something reads them, and known by a fingerprint before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Facet(Generic[T]):
    """A small part of what a site knows, offered to the templates of some pages.

    `make` gives the value; whatever it follows from must be in `fingerprint`: a page is not rendered again as
    long as the fingerprints of all that it reads are the same.
    """

    def __init__(self, fingerprint: str, make: Callable[[], T]) -> None:
        self.__fingerprint__ = fingerprint
        self._make = make

    @cached_property
    def value(self) -> T:
        """The value, made when first asked for."""
        return self._make()
