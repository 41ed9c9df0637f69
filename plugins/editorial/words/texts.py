"""A stretch of prose as it stands in a file, cut into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.frontmatter import Place

CITED = "\ue000"  # stands where a citation stood
_WORD = re.compile(r"[^\W_]+(?:[.,'’‑-][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_END = re.compile(
    rf"""
    [.!?…]+ ["'”’)\]]*
    (?: \s* {CITED} )*                      # a citation behind the stop belongs to what it follows
    (?= \s+ ["'“‘(\[]* [A-Z0-9À-Þ] )
    """,
    re.VERBOSE,
)
# A stop after these ends no sentence, although a capital or a figure follows.
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|vs|Drs?|Mrs?|Ms|Prof|St|Fig|et al|U\.S|[Aa]pprox)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as typed, from `start` of its text on, and its words."""

    text: str
    start: int
    words: tuple[str, ...]

    @property
    def cites(self) -> bool:
        """Whether it names a source."""
        return CITED in self.text

    def beginning(self, words: int = 6) -> str:
        """Return its first words, for a message."""
        return " ".join(self.words[:words]) + ("…" if len(self.words) > words else "")


@dataclass(frozen=True, slots=True)
class Text:
    """Prose: the text of a page (`name` is "") or one value of its front matter (its keys).

    `prose` has the length of what stands in the file, so that an offset in it has a place; where a value is
    written with escapes (not `exact`) all of it has the place of its start.  `sourced`: sources stand beside
    the value.
    """

    name: str
    prose: str
    place: Place
    sentences: tuple[Sentence, ...]
    sourced: bool = False
    exact: bool = True

    def place_at(self, offset: int) -> Place:
        """Return the place in the file of the character at `offset`."""
        if not self.exact:
            return self.place
        lines = self.prose.count("\n", 0, offset)
        if not lines:
            return replace(self.place, column=self.place.column + offset)
        column = offset - self.prose.rfind("\n", 0, offset)
        return replace(self.place, line=self.place.line + lines, column=column)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text; a numeral is one, and so are words joined by a hyphen."""
    return tuple(_WORD.findall(text))


def sentences_in(prose: str, spans: Iterable[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the sentences of parts of `prose`; the end of a part ends a sentence, stop or not."""
    for start, end in spans:
        yield from _sentences(prose, start, end)


def _sentences(prose: str, start: int, end: int) -> Iterator[Sentence]:
    for found in _END.finditer(prose, start, end):
        stop = found.start() + 1
        if not _SHORTENED.search(prose, start, stop):
            yield from _sentence(prose, start, found.end())
            start = found.end()
    yield from _sentence(prose, start, end)


def _sentence(prose: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield what has words: the number of a heading has none."""
    text = prose[start:end]
    if _LETTER.search(text):
        lead = len(text) - len(text.lstrip())
        yield Sentence(text.strip(), start + lead, words_of(text))
