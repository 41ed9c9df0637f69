"""Frozen dataclasses as JSON and back, by their annotations: a dataclass is the list of its fields."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from plugins.desk.kept.forms import PLACE, PLAIN, Form, as_text, by_key, items, one_of, optional, row
from plugins.frontmatter import Place

_UNIONS = {typing.Union, types.UnionType}


class Codec:
    """Knows the forms of types; each is worked out once, from the annotations of its class.

    `names` are what annotations may name that their modules import for type checking alone; `variants` are
    the classes that stand behind an abstract one.
    """

    def __init__(self, names: Mapping[str, Any], variants: Mapping[Any, tuple[type, ...]]) -> None:
        """Know the types that JSON has, and those that are no dataclasses."""
        self._names = dict(names)
        self._variants = variants
        self._forms: dict[Any, Form] = {
            **dict.fromkeys((str, int, bool), PLAIN),
            Place: PLACE,
            Decimal: as_text(Decimal),
            datetime.date: as_text(datetime.date.fromisoformat),
        }

    def form(self, kind: Any) -> Form:
        """Return the form of the type `kind`.  Raises TypeError for one that has none."""
        if kind not in self._forms:
            self._forms[kind] = self._later(kind)
            self._forms[kind] = self._made(kind)
        return self._forms[kind]

    def part(self, kind: Any, names: tuple[str, ...]) -> Form:
        """Return the form of the fields `names` of a dataclass: written of it, and read by name."""
        types_of = self.types_of(kind)
        write, read = row([self.form(types_of[name]) for name in names])
        return Form(
            lambda value, path: write([getattr(value, name) for name in names], path),
            lambda values, path: dict(zip(names, read(values, path), strict=True)),
        )

    def types_of(self, kind: Any) -> dict[str, Any]:
        """Return the type of each field of a dataclass; it may be one of some type, like `Shelf[Source]`."""
        plain = typing.get_origin(kind) or kind
        hints = typing.get_type_hints(plain, localns=self._names)
        given = dict(zip(getattr(plain, "__parameters__", ()), typing.get_args(kind), strict=False))
        return {field.name: _specified(hints[field.name], given) for field in fields(plain)}

    def _later(self, kind: Any) -> Form:
        """Return the form of a type that holds itself: it is looked up when it is used."""
        return Form(
            lambda value, path: self.form(kind).write(value, path),
            lambda value, path: self.form(kind).read(value, path),
        )

    def _made(self, kind: Any) -> Form:
        origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
        if origin in self._variants:
            return self._one_of(self._variants[origin])
        if origin in _UNIONS:
            return self._union([arm for arm in args if arm is not types.NoneType], args)
        if origin in {tuple, frozenset, dict}:
            return self._collection(origin, args)
        if isinstance(origin, type) and issubclass(origin, Enum):
            return Form(lambda word, _: word.value, lambda value, _: origin(value))
        if is_dataclass(origin):
            return self._dataclass(kind, origin)
        raise TypeError(f"no form for {kind}")

    def _collection(self, origin: Any, args: tuple[Any, ...]) -> Form:
        if origin is dict:
            return by_key(self.form(args[1]))
        if origin is frozenset:
            return items(self.form(args[0]), frozenset, sorted)
        if args[-1] is ...:
            return items(self.form(args[0]), tuple)
        write, read = row([self.form(arg) for arg in args])
        return Form(
            lambda values, path: write(list(values), path), lambda values, path: tuple(read(values, path))
        )

    def _union(self, arms: list[Any], args: tuple[Any, ...]) -> Form:
        form = self.form(arms[0]) if len(arms) == 1 else self._one_of(arms)
        return optional(form) if types.NoneType in args else form

    def _one_of(self, kinds: typing.Iterable[Any]) -> Form:
        return one_of([(typing.get_origin(kind) or kind, self.form(kind)) for kind in kinds])

    def _dataclass(self, kind: Any, origin: Any) -> Form:
        types_of = self.types_of(kind)
        write, read = row([self.form(of) for of in types_of.values()])
        by_name = any(field.kw_only for field in fields(origin))
        return Form(
            lambda value, path: write([getattr(value, name) for name in types_of], path),
            (lambda values, path: origin(**dict(zip(types_of, read(values, path), strict=True))))
            if by_name
            else (lambda values, path: origin(*read(values, path))),
        )


def _specified(hint: Any, given: Mapping[Any, Any]) -> Any:
    """Return `hint` with the types that are `given` in the place of its variables."""
    if isinstance(hint, TypeVar):
        return given.get(hint, Any)
    unknown = getattr(hint, "__parameters__", ())
    return hint[tuple(given[variable] for variable in unknown)] if unknown else hint
