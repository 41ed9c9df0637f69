"""Prose out of front matter: the values that readers see, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.editorial.citations import SOURCE_KEYS
from plugins.editorial.words.markdown_prose import prose_of
from plugins.editorial.words.texts import CITED, Text, sentences_in
from plugins.frontmatter import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is read by the program, or stands for something else.
NO_PROSE = (
    *SOURCE_KEYS,
    *("slug", "status", "date", "modified", "comments", "year"),
    *("written_by", "reviewed_by", "reviewed_on"),
    *("compare_with", "procedures", "fields", "where"),
)
# Names are as they are; they may explain an abbreviation.
NAMES = ("also_called", "body", "category", "tags")
_NOT_READ = frozenset((*NO_PROSE, *NAMES))
_SIGN = re.compile(r"[|>][+-]?\d?[+-]?[^\n]*\n|[\"']")


def texts_in(node: Node, name: str = "", *, sourced: bool = False) -> Iterator[Text]:
    """Yield the prose of a header, in the order of the file."""
    if isinstance(node, Scalar):
        if node.text:
            yield _text(node, name, sourced=sourced)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            at = f"{name}[{number}]" if isinstance(item, Mapping) else name
            yield from texts_in(item, at, sourced=sourced)
    else:
        beside = any(node.get(key) for key in SOURCE_KEYS)
        for key, value in ((entry.key.text, entry.value) for entry in node):
            if key not in _NOT_READ:
                yield from texts_in(value, f"{name}.{key}".lstrip("."), sourced=beside)


def names_in(node: Node, *, inside: bool = False) -> Iterator[str]:
    """Yield the names in a header: other names of a treatment, bodies, categories, tags."""
    if isinstance(node, Scalar):
        if inside:
            yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from names_in(item, inside=inside)
    else:
        for entry in node:
            yield from names_in(entry.value, inside=inside or entry.key.text in NAMES)


def _text(node: Scalar, name: str, *, sourced: bool) -> Text:
    """Return a value as it stands in the file; as it is meant where its form there is another."""
    exact = bool(node.source) and (node.plain or "\\" not in node.source)
    prose = prose_of(_unquoted(node) if exact else node.text)
    sentences = tuple(sentences_in(prose, [(0, len(prose))]))
    return Text(name, prose, node.place, sentences, sourced or CITED in prose, exact)


def _unquoted(node: Scalar) -> str:
    sign = None if node.plain else _SIGN.match(node.source)
    if not sign:
        return node.source
    inner = node.source[sign.end() :]
    if sign[0] in "\"'":
        inner = inner[:-1] + " "
    return re.sub(r"[^\n]", " ", sign[0]) + inner.replace("''", "' ")
