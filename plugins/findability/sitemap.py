"""The sitemap (https://www.sitemaps.org/protocol.html), and robots.txt, which says where it lies."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from pelican.generators import Generator

from plugins.engine import Facet, digest
from plugins.findability.site import origin_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from plugins.engine.pages.writer import QueueingWriter

FILE = "sitemap.xml"
NOT_INDEXED = "NOT_INDEXED"  # in the context: addresses of pages that ask search engines to leave them out
_INDEX = "index.html"  # every page for readers is one; the page for wrong addresses is not


class SitemapGenerator(Generator):
    """Lists the pages of a public site. Comes after all generators that write pages."""

    def generate_output(self, writer: QueueingWriter) -> None:
        """Write both files, where the site has a public address."""
        if not (origin := origin_of(self.settings)):
            return

        def listed() -> list[str]:
            return addresses(writer.pages, self.context[NOT_INDEXED])

        # Not before all pages are known.
        text = Facet(lambda: digest([origin, *listed()]), lambda: sitemap(origin, listed()))
        writer.write_text(FILE, text)
        writer.write_text("robots.txt", Facet(origin, lambda: robots(origin)))


def addresses(pages: Iterable[str], without: Container[str]) -> list[str]:
    """Return the addresses of the files `pages` that search engines may show, in order."""
    found = (page.removesuffix(_INDEX) for page in pages if f"/{page}".endswith(f"/{_INDEX}"))
    return sorted(address for address in found if address not in without)


def sitemap(origin: str, found: Iterable[str]) -> str:
    """Return the sitemap for addresses below `origin`.

    Without `lastmod`: a page also changes with the facts, sources and people that it shows, and search
    engines stop believing dates that are not those of the page.
    """
    urls = "".join(f"<url><loc>{escape(f'{origin}/{quote(address)}')}</loc></url>\n" for address in found)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{space}">\n{urls}</urlset>\n'


def robots(origin: str) -> str:
    """Return a robots.txt (RFC 9309) that keeps nobody out.

    A page that is not to be found says so itself, and must be read for that.
    """
    return f"User-agent: *\nDisallow:\n\nSitemap: {origin}/{FILE}\n"
