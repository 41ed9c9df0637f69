"""Prose out of Markdown: everything that is no prose becomes spaces, so that places stay where they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.editorial.citations import ATTEMPT
from plugins.editorial.code import FENCED, FLAGS, SPAN
from plugins.editorial.words.texts import CITED

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_PROSE = re.compile(
    rf"""
    (?: ^ | (?=[<`{{&\\*~_!\[\]]) )  # all below begins a line, or with one of these
    (?: {FENCED}
    | {SPAN}
    | ^///.*? ^///+[ ]*$                            # a block
    | <!--.*?-->
    | </?[a-zA-Z][^<>]*>                            # a tag, or an address in angle brackets
    | \{{\{{[^}}\n]*\}}\}}                          # a detail of the clinic
    | ^[ ]{{0,3}} (?: [*_-][ ]* ){{3,}}$            # a rule
    | ^[ ]{{0,3}} \*\[[^\]\n]+\]:[^\n]*$                # an abbreviation of the abbr extension
    | (?P<cite> {ATTEMPT.pattern} )
    | \[\^[^\]\n]+\]:?                              # a footnote and its sign
    | ^[ ]{{0,3}}\[[^\]\n]+\]:[^\n]*$                # the address of a link
    | \]\( [^()\s]* (?: \([^()\s]*\)[^()\s]* )* (?: \s+"[^"\n]*" )? \)
    | \]\[[^\]\n]*\]
    | &\#?\w+;
    | \\(?=[^\w\s])
    | (?P<sign> ^[ >]*[*+-][ ]+ )                   # of a list; the line above it may be a rule
    | [*~]+ | (?<!\w)_+ | _+(?!\w) | !?\[ | \]
    )
    """,
    FLAGS,
)
_DEFINED = re.compile(r"^ {0,3}\*\[([^\]\n]+)\]:", re.MULTILINE)
_HEADING = re.compile(r"[ >]*#{1,6} +")
_ITEM = re.compile(r"[ >]*(?:[*+-]|\d{1,9}[.)]|:) +")
_UNDERLINE = re.compile(r" *(?:=+|-+) *")


def prose_of(markdown: str) -> str:
    """Return `markdown` with spaces for all that is not prose; for a citation, a sign and spaces."""
    return _NOT_PROSE.sub(_blank, markdown)


def _blank(found: re.Match[str]) -> str:
    if found["sign"]:
        return found[0]
    blank = "\n".join(" " * len(line) for line in found[0].split("\n"))
    return CITED + blank[1:] if found["cite"] else blank


def defined_abbreviations(markdown: str) -> list[str]:
    """Return what lines like ``*[MRI]: magnetic resonance imaging`` explain."""
    return _DEFINED.findall(markdown)


def blocks_of(prose: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each paragraph, heading, item of a list and cell of a table.

    Each ends a sentence: readers stop there, whether or not there is a full stop.
    """
    start = end = offset = 0
    for line in prose.split("\n"):
        if line[:1].isalpha() and "|" not in line:  # a line like most, which no pattern below would match
            end = offset + len(line)
            offset = end + 1
            continue
        sign = _HEADING.match(line) or _ITEM.match(line)
        alone = "|" in line or not line.strip() or _UNDERLINE.fullmatch(line) or _HEADING.match(line)
        if sign or alone:
            yield start, end
            start = offset + (sign.end() if sign else 0)
        end = offset + len(line)
        if alone:
            yield from _cells(line[start - offset :], start)
            start = end
        offset = end + 1
    yield start, end


def _cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    for cell in line.split("|"):
        yield offset, offset + len(cell)
        offset += len(cell) + 1
