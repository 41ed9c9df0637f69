"""How values become JSON and come back: the forms that others are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.desk.kept.postponed import ReadLater
from plugins.frontmatter import Place

Turn = Callable[[Any, str], Any]  # takes a value, and the path of the file that it is from


@dataclass(frozen=True)
class Form:
    """How the values of a type are written as JSON, and read."""

    write: Turn
    read: Turn


def _as_it_is(value: Any, _: str) -> Any:
    return value


PLAIN = Form(_as_it_is, _as_it_is)  # which need not be called


def _write_place(place: Place, path: str) -> list[Any]:
    return [place.line, place.column] if place.path == path else [place.line, place.column, place.path]


def _read_place(values: list[Any], path: str) -> Place:
    line, column, *other = values
    return Place(other[0] if other else path, line, column)


# Most of all there is are places, in the file itself: line and column tell them.
PLACE = Form(_write_place, _read_place)


def as_text(from_text: Callable[[str], Any]) -> Form:
    """Return the form of values that are written as `str` gives them."""
    return Form(lambda value, _: str(value), lambda text, _: from_text(text))


def row(forms: Sequence[Form]) -> tuple[Turn, Turn]:
    """Return what turns a list, each item in its own form; the list is changed."""
    return _each([form.write for form in forms]), _each([form.read for form in forms])


def _each(turns: Sequence[Turn]) -> Turn:
    turned = [(number, turn) for number, turn in enumerate(turns) if turn is not _as_it_is]

    def turn_each(values: list[Any], path: str) -> list[Any]:
        for number, turn in turned:
            values[number] = turn(values[number], path)
        return values

    return turn_each


def items(form: Form, into: Callable[[Any], Any], order: Callable[[Any], Any] = list) -> Form:
    """Return the form of a collection whose items have one form."""
    if form is PLAIN:
        return Form(lambda values, _: order(values), lambda values, _: into(values))
    write, read = form.write, form.read
    return Form(
        lambda values, path: [write(value, path) for value in order(values)],
        lambda values, path: into([read(value, path) for value in values] if values else ()),
    )


def by_key(form: Form) -> Form:
    """Return the form of a dictionary whose keys are texts; its values are read when they are asked for."""
    return Form(
        lambda values, path: {key: form.write(value, path) for key, value in values.items()},
        lambda values, path: ReadLater(values, lambda value: form.read(value, path)) if values else {},
    )


def optional(form: Form) -> Form:
    """Return the form of a value that may be missing."""
    if form is PLAIN:
        return PLAIN
    return Form(
        lambda value, path: None if value is None else form.write(value, path),
        lambda value, path: None if value is None else form.read(value, path),
    )


def one_of(kinds: Sequence[tuple[type, Form]]) -> Form:
    """Return the form of a value that has one of several types: the number of its type, and the value."""

    def write(value: Any, path: str) -> list[Any]:
        number, form = next((n, form) for n, (kind, form) in enumerate(kinds) if isinstance(value, kind))
        return [number, form.write(value, path)]

    def read(pair: list[Any], path: str) -> Any:
        number, value = pair
        return kinds[number][1].read(value, path)

    return Form(write, read)
