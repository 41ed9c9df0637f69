"""The forms in which terms stand in texts, and the pattern that finds them in HTML."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.glossary.term import Term
    from plugins.editorial.shelf import Shelf

_GAP = r"(?:\s|&nbsp;)+"  # the cleaner writes a space that does not break as its name
_RUN = re.compile(r"\w+")
_APOSTROPHE = re.compile("['’]")
# Not in the middle of a word, of an entity, of a mark (see marks.py), or behind the hyphen of a compound.
_START = "(?<![\\w&#\ue000-])"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a term; in an abbreviation capitals count."""

    words: str
    term: Term

    @property
    def abbreviation(self) -> bool:
        """Whether the form stands for words, or is all capitals."""
        own = self.words == self.term.name.words
        return self.words.isupper() or (own and bool(self.term.stands_for))

    @property
    def pattern(self) -> str:
        """The form in HTML, with an s or without.

        A word in a compound (``joint-free``) is another word; an abbreviation there (``CT-guided``) is not.
        """
        words = _GAP.join(_word(word) for word in self.words.split())
        return rf"{words}s?(?!\w)" if self.abbreviation else rf"(?i:{words}s?)(?![\w-])"


def _word(word: str) -> str:
    return _APOSTROPHE.sub("['’]", re.escape(html.escape(word, quote=False)))


def forms_of(glossary: Shelf[Term]) -> tuple[Form, ...]:
    """Return all forms of all terms, the longest first."""
    forms = (Form(name.words, term) for term in glossary.records.values() for name in (term.name, *term.also))
    return tuple(sorted(forms, key=lambda form: (-len(form.words), form.words)))


class Finder:
    """Finds forms in HTML; made once for many texts.

    Of the forms that begin at one place the longest counts, and the search goes on behind it.
    A dictionary of first words makes it about 20 times as fast as one pattern of all forms.
    """

    def __init__(self, forms: tuple[Form, ...]) -> None:
        """Take the forms, the longest first."""
        self._forms = forms
        self._starting: dict[str, list[int]] = {}
        for number, form in enumerate(forms):
            for start in _starts(form):
                self._starting.setdefault(start, []).append(number)
        self._pattern = cache(lambda number: re.compile(f"{_START}{forms[number].pattern}"))  # if it is met

    def find(self, html: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Form]]:
        """Yield each form that stands between `start` and `end`, in order."""
        if self._starting.keys().isdisjoint(map(str.casefold, _RUN.findall(html, start, end))):
            return
        for word in _RUN.finditer(html, start, end):
            for number in self._starting.get(word[0].casefold(), ()):
                if word.start() >= start and (found := self._pattern(number).match(html, word.start(), end)):
                    yield found, self._forms[number]
                    start = found.end()
                    break


def _starts(form: Form) -> tuple[str, ...]:
    """Return what the run of letters with which a form begins may be: it may end in the plural's s."""
    run = _RUN.match(html.escape(form.words, quote=False))
    first = run[0].casefold() if run else ""
    return first, f"{first}s"


def finder(glossary: Shelf[Term]) -> Finder:
    """Return what finds the terms of a glossary in texts; make it once."""
    return Finder(forms_of(glossary))


def abbreviations(glossary: Shelf[Term]) -> frozenset[str]:
    """Return the abbreviations that the glossary explains."""
    return frozenset(form.words for form in forms_of(glossary) if form.abbreviation)
