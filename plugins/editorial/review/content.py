"""What a reviewer reads, as plain data: facts by name, and the text by its headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.review.normal import normal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.editorial.review.sections import Section


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a fact, and the keys of its sources."""

    words: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What a page says under a label; `name` stays when the label gets another wording."""

    name: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All of a page that a signature stands for."""

    facts: tuple[Fact, ...]
    text: tuple[Section, ...]


def line(words: str, sources: Iterable[str] = ()) -> Line:
    """Return a statement without typography; the order of its sources does not count."""
    return Line(normal(words), tuple(sorted(set(sources))))


def facts(found: Iterable[tuple[str, str, Line]]) -> tuple[Fact, ...]:
    """Return statements, each with the name and the label of its fact, as facts with distinct names."""
    labels: dict[str, str] = {}
    lines: dict[str, list[Line]] = {}
    for written, label, statement in found:
        name = normal(written)
        labels.setdefault(name, normal(label))
        lines.setdefault(name, []).append(statement)
    return tuple(Fact(name, label, tuple(lines[name])) for name, label in labels.items())
