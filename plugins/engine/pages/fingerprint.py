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
_NONE = ""  # the fingerprint of what has none, and of what holds itself
_SHORT = 40  # characters: what is not longer than a digest stays as it is
_PLAIN = frozenset({
    bool, int, float, complex, type(None), type(...), datetime.time, datetime.timedelta,
    decimal.Decimal, pathlib.PurePosixPath, pathlib.PosixPath, zoneinfo.ZoneInfo, range,
})  # fmt: skip


class OpaqueError(TypeError):
    """A value has no fingerprint."""


def digest(parts: Iterable[str]) -> str:
    """Return 32 hex digits for texts in their order; no two lists of texts run together."""
    text = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


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
            self._known[id(value)] = (value, _NONE)  # stays so where looking into it raises
            known = self._known[id(value)] = (value, self._looked_into(value))
        if known[1] == _NONE:
            raise OpaqueError(f"{kind.__module__}.{kind.__qualname__}")
        return known[1]

    def _looked_into(self, value: Any) -> str:
        own = getattr(value, OWN, None)
        return own if isinstance(own, str) else digest([type(value).__qualname__, *self._parts(value)])

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


def _function(value: types.FunctionType, of: Of) -> Iterable[str]:
    """Return the name of a function, and the values that it took along when it was made."""
    cells = [cell.cell_contents for cell in value.__closure__ or ()]
    return [*_code(value, of), of(value.__defaults__), of(value.__kwdefaults__), *map(of, cells)]


def _builtin(value: types.BuiltinFunctionType, of: Of) -> Iterable[str]:
    """Return the name of a function of Python's own, and what it belongs to: ``[1, 2].count``."""
    owner = value.__self__
    return [*_code(value, of), "" if isinstance(owner, types.ModuleType) else of(owner)]


_RULES: dict[type, Rule] = {
    bytes: lambda value, _of: [hashlib.sha256(value).hexdigest()],
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
    types.FunctionType: _function,
    types.BuiltinFunctionType: _builtin,
    types.MethodType: lambda value, of: [*_code(value, of), of(value.__self__)],
    types.ModuleType: _code,
    type: _code,
}
