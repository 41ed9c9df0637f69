"""Frozen dataclasses and dictionaries, parts of which are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
_REST = "_postponed"


def postponed(kind: type[T], known: Mapping[str, Any], rest: Callable[[], Mapping[str, Any]]) -> T:
    """Return a `kind` with the fields `known`, and those that `rest` gives; it is like any other `kind`.

    A field with a default must be among the known ones.
    """
    item: T = object.__new__(_postponing(kind))  # type: ignore[arg-type]
    for name, value in known.items():
        object.__setattr__(item, name, value)
    object.__setattr__(item, _REST, rest)
    return item


@cache
def _postponing(kind: type) -> type:
    """Return a subclass that says it is `kind`: dataclasses are equal, and copied, by their class."""
    names = frozenset(kind.__dataclass_fields__)  # type: ignore[attr-defined]

    def __getattr__(self: Any, name: str) -> Any:  # noqa: N807 - only asked where there is no value yet
        rest = self.__dict__.pop(_REST, None) if name in names else None
        if rest is None:
            raise AttributeError(f"{kind.__name__!r} object has no attribute {name!r}")
        for field, value in rest().items():
            object.__setattr__(self, field, value)
        return getattr(self, name)

    return type(kind.__name__, (kind,), {"__getattr__": __getattr__, "__class__": property(lambda _: kind)})


class ReadLater(Mapping[str, T]):
    """A dictionary whose values are still to be read, each when it is first asked for."""

    def __init__(self, raw: dict[str, Any], read: Callable[[Any], T]) -> None:
        """Take the values as they are kept, and what reads one."""
        self._raw, self._read = raw, read
        self._values: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._values:
            self._values[key] = self._read(self._raw[key])
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
