"""Citations of one page, numbered in the order in which they are first met, and its list of sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from plugins.editorial.marks import CITE, DETAIL, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.editorial.body import Body
    from plugins.editorial.house import House
    from plugins.editorial.sources import Source


@dataclass(frozen=True, slots=True)
class Ref:
    """One use of a source on a page: its number there, and the two ids that link both ways."""

    number: int
    use_id: str
    source_id: str
    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list of a page, with the ids of all its uses."""

    number: int
    source_id: str
    source: Source
    uses: tuple[str, ...]


@dataclass
class Numbering:
    """Numbers the sources of one page while it is put together; `listed` gives the list at the end."""

    sources: Mapping[str, Source]
    uses: dict[str, dict[str, None]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def refs(self, keys: Iterable[str], anchor: str = "") -> tuple[Ref, ...]:
        """Return a use of each source; raises KeyError for one that the bibliography does not have.

        `anchor` is the id that the list leads back to; without it each use has an id of its own.
        """
        return tuple(self._ref(key, anchor) for key in dict.fromkeys(keys))

    def _ref(self, key: str, anchor: str) -> Ref:
        source = self.sources[key]
        uses = self.uses.setdefault(key, {})
        number = self.numbers.setdefault(key, len(self.uses))
        use = anchor or f"use-{number}-{len(uses) + 1}"
        uses.setdefault(use)
        return Ref(number, use, f"source-{number}", source.title, source.publisher, source.url)

    def listed(self) -> tuple[Listed, ...]:
        """Return the sources used so far, in the order of their numbers."""
        return tuple(
            Listed(number, f"source-{number}", self.sources[key], tuple(uses))
            for number, (key, uses) in enumerate(self.uses.items(), 1)
        )


def refs_html(refs: Iterable[Ref]) -> Markup:
    """Return the links from a text to the list of sources (DPUB-ARIA: doc-noteref)."""
    links = (
        f'<a id="{escape(ref.use_id)}" href="#{escape(ref.source_id)}" role="doc-noteref">'
        f"<span>Source </span>{ref.number}</a>"
        for ref in refs
    )
    return Markup(f'<sup class="refs">{" ".join(links)}</sup>')  # noqa: S704 - escaped above


def filled_text(body: Body, html: str, numbering: Numbering, house: House) -> str:
    """Return `html`, a part of `body`, with citations numbered and the clinic's details put in."""

    def cite(number: int) -> str:
        return str(refs_html(numbering.refs(citation.key for citation in body.citations[number])))

    def detail(number: int) -> str:
        return str(escape(house.detail(body.details[number].name)))

    return fill(fill(html, CITE, cite), DETAIL, detail)
