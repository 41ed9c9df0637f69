"""Front matter as nodes that know where they stand; values stay as they were typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.frontmatter.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as text.  `plain` is false where the author put it in quotes.

    `source` is the value as it stands in the file, with its quotes, escapes and new lines.
    """

    place: Place
    text: str
    plain: bool = True
    source: str = field(default="", compare=False, repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was written (``key:``)."""
        return self.plain and not self.text

    def place_of(self, part: str) -> Place:
        """Return the last place of `part` of the text in the file.

        That of the whole value where the file has `part` in another form (escapes, a new line inside).
        """
        before, found, _ = self.source.rpartition(part)
        if not found:
            return self.place
        *earlier, last = before.split("\n")
        column = self.place.column + len(last) if not earlier else 1 + len(last)
        return replace(self.place, line=self.place.line + len(earlier), column=column)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; keys are distinct."""

    place: Place
    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def typed(node: Node) -> list[Any]:
    """Return what was typed, wherever it stands: equal for nodes that say the same in the same words."""
    if isinstance(node, Scalar):
        return [node.text, node.plain]
    if isinstance(node, Mapping):
        return [[entry.key.text, typed(entry.value)] for entry in node]
    return [typed(item) for item in node.items]


def describe(node: Node) -> str:
    """Return what an author would call `node`: a text, a list, keys with values."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "keys with values"
    return f'"{shorten(node.text)}"' if node.text else "nothing"


def shorten(text: str, limit: int = 60) -> str:
    """Return `text` on one line, cut to about `limit` characters for a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
