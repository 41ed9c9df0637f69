"""A stretch of prose as it stands in a file, cut into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.frontmatter import Place

CITED = "\ue000"  # stands where a citation stood
_WORD = re.compile(r"[^\W_]+(?:[.,'’‑-][^\W_]+)*")
_RUN = re.compile(r"\w+")
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
_LONGEST = len("approx.")  # no need to look further back for them


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


@dataclass(frozen=True)
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

    @cached_property
    def runs(self) -> frozenset[str]:
        """The runs of letters of the text; a word that is not among them need not be looked for."""
        return runs_of(self.prose)

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


def runs_of(text: str) -> frozenset[str]:
    """Return all runs of letters and digits, in small letters: the parts of words."""
    return frozenset(_RUN.findall(text.casefold()))


def is_short(text: str, words: int) -> bool:
    """Whether a text has fewer than so many words."""
    return len(list(islice(_WORD.finditer(text), words))) < words


def sentences_in(prose: str, spans: Iterable[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the sentences of parts of `prose`; the end of a part ends a sentence, stop or not."""
    for start, end in spans:
        for first, last in _parts(prose, start, end):
            if _LETTER.search(prose, first, last):  # the number of a heading has none
                text = prose[first:last]
                lead = len(text) - len(text.lstrip())
                yield Sentence(text.strip(), first + lead, words_of(text))


def _parts(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _END.finditer(prose, start, end):
        stop = found.start() + 1
        if not _SHORTENED.search(prose, max(start, stop - _LONGEST), stop):
            yield start, found.end()
            start = found.end()
    yield start, end
