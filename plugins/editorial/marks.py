"""Marks: what a text leaves open while it is read, to be filled in when its page is put together.

A citation's number depends on the whole page, a table on other files, a telephone number on ``site.yaml``.
So the author's ``[@key]``, ``{{ clinic.phone }}`` and blocks become marks, two private characters around a
letter and a number, which pass through Markdown, typography and the HTML cleaner as plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.citations import ATTEMPT, KEY, Citation, parse_citation
from plugins.editorial.code import FENCED, FLAGS, OPEN_FENCE, SPAN
from plugins.frontmatter import Place, Problem, Refusal
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.yaml_nodes import offset_place

if TYPE_CHECKING:
    from collections.abc import Callable

CITE, DETAIL, BLOCK = "C", "D", "B"
_MARK = re.compile("\ue000([CDB])(\\d+)\ue001")
_BLOCK_MARK = re.compile("<p>\ue000B(\\d+)\ue001</p>")
_DETAIL = re.compile(r"\{\{ *([a-z][a-z0-9_.]*) *\}\}")
_FOUND = re.compile(
    rf"""
    (?=[`~@{{\[])  # with one of which all begin: quicker than to try them all at each letter
    (?: {FENCED}
    | {SPAN}
    | {OPEN_FENCE}
    | (?P<cite> {ATTEMPT.pattern.replace(" ", "[ ]")} )
    | (?P<detail> \{{\{{ [^}}\n]* \}}?\}}? )
    | (?<![\w.+/-]) @(?P<loose>{KEY})
    )
    """,
    FLAGS,
)


def mark(kind: str, number: int) -> str:
    """Return the mark for the `number`-th thing of its kind."""
    return f"\ue000{kind}{number}\ue001"


def fill(html: str, kind: str, fill_in: Callable[[int], str]) -> str:
    """Return `html` with each mark of one kind replaced by what `fill_in` gives for its number."""
    if kind == BLOCK:
        return _BLOCK_MARK.sub(lambda found: fill_in(int(found[1])), html)
    return _MARK.sub(lambda found: fill_in(int(found[2])) if found[1] == kind else found[0], html)


def numbers(html: str, kind: str) -> list[int]:
    """Return the numbers of the marks of one kind, in the order in which `fill` will ask for them."""
    if kind == BLOCK:
        return [int(number) for number in _BLOCK_MARK.findall(html)]
    return [int(number) for found, number in _MARK.findall(html) if found == kind]


@dataclass(frozen=True, slots=True)
class Use:
    """The name of a detail, and where a text uses it."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks, what they stand for, and what is wrong with it."""

    text: str
    citations: tuple[tuple[Citation, ...], ...]
    details: tuple[Use, ...]
    loose: tuple[Citation, ...]
    problems: tuple[Problem, ...]


class _Marking:
    def __init__(self, source: str, path: str, line: int) -> None:
        self.source, self.path, self.line = source, path, line
        self.citations: list[tuple[Citation, ...]] = []
        self.details: list[Use] = []
        self.loose: list[Citation] = []
        self.problems: list[Problem] = []

    def place(self, match: re.Match[str]) -> Place:
        return offset_place(self.source, match.start(), self.path, self.line)

    def replace(self, match: re.Match[str]) -> str:
        if match["cite"]:
            return self.cite(match)
        if match["detail"]:
            return self.detail(match)
        if match["open"]:
            expected = "the same signs alone in a line after it"
            self.problems.append(Problem(self.place(match), "code that is not closed", expected))
        if match["loose"]:
            self.loose.append(Citation(match["loose"], self.place(match)))
        return match[0]

    def cite(self, match: re.Match[str]) -> str:
        place = self.place(match)
        try:
            self.citations.append(parse_citation(match[0], place))
        except Refusal as refusal:
            self.problems += refusal.problems
            return match[0]
        return mark(CITE, len(self.citations) - 1)

    def detail(self, match: re.Match[str]) -> str:
        place = self.place(match)
        named = _DETAIL.fullmatch(match[0])
        if named is None:
            expected = "a key of site.yaml, like {{ clinic.phone }}"
            self.problems.append(Problem(place, f'"{shorten(match[0])}" names no detail', expected))
            return match[0]
        self.details.append(Use(named[1], place))
        return mark(DETAIL, len(self.details) - 1)


def set_marks(source: str, path: str, line: int) -> Marked:
    """Put marks into the Markdown text `source`, which begins at `line` of the file `path`."""
    marking = _Marking(source, path, line)
    text = _FOUND.sub(marking.replace, source)
    return Marked(
        text, tuple(marking.citations), tuple(marking.details), tuple(marking.loose), tuple(marking.problems)
    )
