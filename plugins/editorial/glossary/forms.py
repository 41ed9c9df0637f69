"""The forms in which terms stand in texts, and the pattern that finds them in HTML."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.editorial.glossary.term import Term
    from plugins.editorial.shelf import Shelf

_GAP = r"(?:\s|&nbsp;)+"  # the cleaner writes a space that does not break as its name
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


def finder(forms: tuple[Form, ...]) -> re.Pattern[str]:
    """Return the pattern of at least one form; the number of its group is the form's, counted from 1."""
    return re.compile(f"{_START}(?:{'|'.join(f'({form.pattern})' for form in forms)})")


def abbreviations(glossary: Shelf[Term]) -> frozenset[str]:
    """Return the abbreviations that the glossary explains."""
    return frozenset(form.words for form in forms_of(glossary) if form.abbreviation)
