"""Procedures and comparisons as Pelican knows pages, so that links to their files work everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pelican.contents import Page

from plugins.procedures.addresses import file_of

if TYPE_CHECKING:
    from plugins.engine import Facet
    from plugins.procedures.assembly import Text
    from plugins.procedures.model import ComparisonPage, Procedure


@dataclass(frozen=True)
class Address:
    """What Pelican needs of a page to link to it."""

    url: str


class FactPage(Page):
    """A page whose text stands in a file of ours."""

    def text_of(self, view: Facet[Any]) -> None:
        """Take the text from a view, once something asks for it; the page follows from what the view does."""
        self._get_content = lambda: view.value.html
        self.__fingerprint__ = view.__fingerprint__


def give_text(content: Any, text: Facet[Text]) -> None:
    """Give an article or a page of Pelican a text that is put together when something asks for it.

    Pelican keeps what `get_content` gave once; this one asks each time, so that every reader is noted.
    """
    content.lazy_text = text
    content.get_content = lambda siteurl: content._update_content(text.value.html, siteurl)  # noqa: SLF001


def fact_page(item: Procedure | ComparisonPage, address: str, path: str, generator: Any) -> FactPage:
    """Return the page of `item` at `address`; `path` is its file."""
    metadata = {
        "title": item.title,
        "slug": item.slug,
        "summary": item.summary,
        "status": item.status,
        "byline": item.byline,
        "url": address,
        "save_as": file_of(address),
    }
    return FactPage("", metadata, generator.settings, path, generator.context)
