"""Citations: ``[@key]`` and ``[@one; @other]``, in texts and at the end of facts."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plugins.frontmatter import Mapping, Node, Place, Refusal, Scalar, Sequence, refuse
from plugins.frontmatter.nodes import describe, shorten
from plugins.frontmatter.readers import text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from plugins.frontmatter import Problem

KEY = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
SOURCE_KEYS = ("source", "sources", "conflict_sources")
FORM = 'a citation like "[@key]" or "[@one; @other]"'
ATTEMPT = re.compile(r"\[\s*@[^\]\n]*\]?")
_VALID = re.compile(rf"\[@{KEY}(?:;[ ]*@{KEY})*\]")
_KEY = re.compile(rf"@({KEY})")


@dataclass(frozen=True, slots=True)
class Citation:
    """The key of a source, and where an author wrote it."""

    key: str
    place: Place = field(compare=False)


def parse_citation(attempt: str, place: Place) -> tuple[Citation, ...]:
    """Return the sources that one pair of brackets names.  Raises Refusal where the form is wrong."""
    if not _VALID.fullmatch(attempt):
        raise refuse(place, f'"{shorten(attempt)}" is not a citation', expected=FORM)
    found = [(match[1], match.start(1)) for match in _KEY.finditer(attempt)]
    keys = [key for key, _ in found]
    if repeated := next((key for key in keys if keys.count(key) > 1), None):
        raise refuse(place, f'"{repeated}" is cited twice in one place', expected="it once")
    return tuple(Citation(key, replace(place, column=place.column + offset)) for key, offset in found)


def split_citations(node: Node) -> tuple[Scalar, tuple[Citation, ...]]:
    """Split the short form of a fact, ``30 minutes [@key]``, into its value and its citations."""
    if not isinstance(node, Scalar):
        raise refuse(node.place, f"{describe(node)} where a value belongs", expected="a value, then [@key]")
    value = node
    groups: list[tuple[Citation, ...]] = []
    while attempt := _at_end(value.text):
        groups.append(parse_citation(attempt, value.place_of(attempt)))
        text, source = value.text.removesuffix(attempt).rstrip(), value.source.rpartition(attempt)[0]
        value = replace(value, text=text, source=source)
    _refuse_stray(value)
    return value, tuple(citation for group in reversed(groups) for citation in group)


def _at_end(value: str) -> str:
    """Return the brackets of a citation that ends `value`, or ``""``."""
    start = value.rfind("[") if value.endswith("]") else -1
    return value[start:] if start >= 0 and ATTEMPT.match(value, start) else ""


def uncited_text(node: Node) -> str:
    """Read a text in which a citation has no place, since a key beside it names the sources."""
    value = text(node)
    assert isinstance(node, Scalar)  # noqa: S101 - `text` reads nothing else
    _refuse_stray(node)
    return value


def _refuse_stray(node: Scalar) -> None:
    if stray := ATTEMPT.search(node.text):
        expected = "citations at the end of a short value, and keys under sources: in a long one"
        place = node.place_of(stray[0])
        raise refuse(place, f'"{shorten(stray[0])}" does not belong here', expected=expected)


def source_key(node: Node) -> Citation:
    """Read one key of ``sources:``."""
    value = text(node)
    if not re.fullmatch(KEY, value):
        raise refuse(
            node.place, f'"{shorten(value)}" is not the key of a source', expected="a key of sources.yaml"
        )
    return Citation(value, node.place)


def citations_in(node: Node, key: str = "") -> Iterator[Citation]:
    """Yield the well-formed citations in a header that is refused; `key` is what `node` stands under."""
    if isinstance(node, Mapping):
        for entry in node:
            yield from citations_in(entry.value, entry.key.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from citations_in(item, key)
    else:
        with suppress(Refusal):  # what is wrong with them is said by those who read them
            yield from (source_key(node),) if key in SOURCE_KEYS else split_citations(node)[1]


def distinct(citations: Collection[Citation]) -> tuple[str, ...]:
    """Return the keys in order of first use."""
    return tuple(dict.fromkeys(citation.key for citation in citations))


def unknown_source(citation: Citation, known: Collection[str], bibliography: str) -> Problem:
    """Return the problem of a citation whose key is not in the `bibliography`."""
    from plugins.frontmatter.problems import Problem, nearest

    message = f'source "{citation.key}" is not in {bibliography}'
    return Problem(citation.place, message, "a key of that file", nearest(citation.key, known))
