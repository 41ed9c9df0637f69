"""What a value says, as a short text: equal for equal values, in whatever run they were made.

A value that says its own fingerprint (the attribute ``__fingerprint__``) is believed.  Of what has no
fingerprint (a lock, a database, an object of a class that nobody has described) `OpaqueError` tells:
a page that reads it is rendered in every run.
"""

from __future__ import annotations

import datetime
import decimal
import enum
import hashlib
import pathlib
import types
import zoneinfo
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Of = Callable[[Any], str]
    Rule = Callable[[Any, Of], Iterable[str]]

OWN = "__fingerprint__"
_SHORT = 40  # characters: what is not longer than a digest stays as it is
_PLAIN = frozenset({
    bool, int, float, complex, bytes, type(None), type(...), datetime.time, datetime.timedelta,
    decimal.Decimal, pathlib.PurePosixPath, pathlib.PosixPath, zoneinfo.ZoneInfo, range,
})  # fmt: skip


class OpaqueError(TypeError):
    """A value has no fingerprint."""


def digest(parts: Iterable[str]) -> str:
    """Return 32 hex digits for texts in their order; no two lists of texts run together."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


class Fingerprints:
    """The fingerprints of one run: each object is looked into once, and must not change meanwhile.

    `rules` describe classes that are not plain data: each gives the texts that an object of its class, or of
    one derived from it, follows from.
    """

    def __init__(self, rules: dict[type, Rule] | None = None) -> None:
        self._rules = {**_RULES, **(rules or {})}
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, value: Any) -> str:
        """Return the fingerprint of `value`.  Raises OpaqueError."""
        kind = type(value)
        if kind is str and len(value) < _SHORT:
            return f"str {value}"
        if kind in _PLAIN:
            return f"{kind.__name__} {value!r}"
        known = self._known.get(id(value))
        if known is None:
            self._known[id(value)] = (value, f"again {kind.__qualname__}")  # for what holds itself
            known = self._known[id(value)] = (value, self._looked_into(value))
        return known[1]

    def _looked_into(self, value: Any) -> str:
        own = getattr(value, OWN, None)
        if isinstance(own, str):
            return own
        try:
            return digest([type(value).__qualname__, *self._parts(value)])
        except OpaqueError:
            del self._known[id(value)]
            raise

    def _parts(self, value: Any) -> Iterable[str]:
        for kind in type(value).__mro__:
            if kind in self._rules:
                return self._rules[kind](value, self.of)
        if is_dataclass(value):
            return (self.of(getattr(value, one.name)) for one in fields(value))
        raise OpaqueError(f"{type(value).__module__}.{type(value).__qualname__}")


def _day(value: datetime.date, _of: Of) -> Iterable[str]:
    return [value.isoformat(), str(getattr(value, "tzinfo", None))]


def _mapping(value: Mapping[Any, Any], of: Of) -> Iterable[str]:
    return (of(part) for pair in value.items() for part in pair)


def _code(value: Any, _of: Of) -> Iterable[str]:
    """Return the name of code.  What it does is the business of whoever looks after the program's files."""
    return [str(getattr(value, "__module__", "")), getattr(value, "__qualname__", value.__name__)]


_RULES: dict[type, Rule] = {
    str: lambda value, _of: [str(value)],
    enum.Enum: lambda value, _of: [value.name],
    slice: lambda value, _of: [str(value)],
    datetime.date: _day,
    list: lambda value, of: map(of, value),
    tuple: lambda value, of: map(of, value),
    set: lambda value, of: sorted(map(of, value)),
    frozenset: lambda value, of: sorted(map(of, value)),
    dict: _mapping,
    types.MappingProxyType: _mapping,
    types.FunctionType: _code,
    types.BuiltinFunctionType: _code,
    types.MethodType: lambda value, of: [*_code(value, of), of(value.__self__)],
    types.ModuleType: _code,
    type: _code,
}
