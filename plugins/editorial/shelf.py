"""Reading YAML files that map a key to a record, one bad record not hiding the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from plugins.frontmatter import Mapping, Problem, Refusal, read_yaml, refuse
from plugins.frontmatter.nodes import describe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plugins.frontmatter import Entry, Place

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """Records by key; `broken` are keys whose record was refused; `problems` say why."""

    path: str
    records: dict[str, T] = field(default_factory=dict)
    broken: dict[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_shelf(path: Path, shown: str, read: Callable[[Entry], T]) -> Shelf[T]:
    """Read the records of the file `path` with `read`."""
    shelf: Shelf[T] = Shelf(shown)
    problems: list[Problem] = []
    try:
        node = read_yaml(path, shown)
        if not isinstance(node, Mapping):
            raise refuse(
                node.place, f"{describe(node)} where keys with values belong", expected="key: {...} entries"
            )
    except Refusal as refusal:
        return Shelf(shown, problems=refusal.problems)
    for entry in node:
        try:
            shelf.records[entry.key.text] = read(entry)
        except Refusal as refusal:
            shelf.broken[entry.key.text] = entry.key.place
            problems += [problem.inside(entry.key.text) for problem in refusal.problems]
    return Shelf(shown, shelf.records, shelf.broken, tuple(problems))
