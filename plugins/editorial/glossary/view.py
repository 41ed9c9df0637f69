"""What the page of all terms prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unidecode import unidecode

from plugins.editorial.numbering import Numbering, refs_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from plugins.editorial.glossary.term import Term
    from plugins.editorial.numbering import Listed
    from plugins.editorial.shelf import Shelf
    from plugins.editorial.sources import Source


@dataclass(frozen=True, slots=True)
class Explained:
    """A term on its page: `also` are its other names, `refs` the links to its sources ("" without)."""

    anchor: str
    name: str
    says: str
    also: tuple[str, ...]
    refs: Markup | str


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All terms in the order of the alphabet, and the sources of the page."""

    terms: tuple[Explained, ...]
    sources: tuple[Listed, ...]


def glossary_view(glossary: Shelf[Term], sources: Mapping[str, Source]) -> GlossaryView:
    """Return the page; raises KeyError for a source that is not among `sources`."""
    numbering = Numbering(sources)
    terms = tuple(_explained(term, numbering) for term in in_order(glossary))
    return GlossaryView(terms, numbering.listed())


def in_order(glossary: Shelf[Term]) -> list[Term]:
    """Return the terms in the order of the alphabet; accents and capitals make no difference."""
    return sorted(glossary.records.values(), key=lambda term: unidecode(term.name.words).casefold())


def _explained(term: Term, numbering: Numbering) -> Explained:
    refs = numbering.refs(citation.key for citation in term.sources)
    return Explained(
        term.anchor, term.name.words, term.says, other_names(term), refs_html(refs) if refs else ""
    )


def other_names(term: Term) -> tuple[str, ...]:
    """Return what else the term is called, without its plural."""
    plural = f"{term.name.words}s".casefold()
    return tuple(name.words for name in term.also if name.words.casefold() != plural)
