"""All that one content file says to its readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.editorial.words.header_prose import names_in, texts_in
from plugins.editorial.words.markdown_prose import blocks_of, defined_abbreviations, prose_of
from plugins.editorial.words.texts import Text, sentences_in
from plugins.frontmatter import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.frontmatter import Document


@dataclass(frozen=True)
class Writing:
    """The text of a page, the values of its front matter, and what needs no explanation there.

    `names` are other names, bodies and the like, as typed; `known` the terms that the glossary explains,
    without regard to capitals.
    """

    body: Text
    cells: tuple[Text, ...] = ()
    names: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    @cached_property
    def runs(self) -> frozenset[str]:
        """The runs of letters of all texts."""
        return frozenset().union(*(text.runs for text in self.texts))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All texts in the order of the file."""
        return (*self.cells, self.body)


def read_writing(document: Document, known: Iterable[str] = ()) -> Writing:
    """Return what `document` says; `known` are the terms that are explained elsewhere on the site."""
    names = (*names_in(document.header), *defined_abbreviations(document.text))
    terms = frozenset(term.casefold() for term in known)
    return Writing(body_text(document), tuple(texts_in(document.header)), names, terms)


def body_text(document: Document) -> Text:
    """Return the text below the front matter."""
    prose = prose_of(document.text)
    sentences = tuple(sentences_in(prose, blocks_of(prose)))
    return Text("", prose, Place(document.path, document.line, 1), sentences)
