"""Procedures and comparisons as Pelican knows pages, so that links to their files work everywhere."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pelican.contents import Page

from plugins.procedures.addresses import file_of

if TYPE_CHECKING:
    from plugins.engine import Facet
    from plugins.procedures.assembly import About
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


def give_text(content: Any, html: Facet[str], about: Facet[About], in_feeds: Facet[str]) -> None:
    """Give an article or a page of Pelican a text, and what is told of it, once something asks for them.

    Pelican keeps what `get_content` gave once; this one asks each time, so that every reader is noted.
    A page that prints the HTML once and does not change it takes `content.to_print()`.
    """

    def with_links(html: str, siteurl: str) -> str:
        found: str = content._update_content(html, siteurl)  # noqa: SLF001
        return found

    content.about = about
    content.get_content = lambda siteurl: with_links(html.value, siteurl)
    content.to_print = lambda: with_links(html.printed, content.get_siteurl())
    content.to_print_in_feeds = lambda siteurl: with_links(in_feeds.printed, siteurl)


def for_feed(content: Any) -> Any:
    """Return an article as a feed prints it."""
    found = copy(content)
    found.get_content = content.to_print_in_feeds
    return found


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
