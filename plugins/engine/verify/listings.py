"""The facts of files for programs: feeds, sitemaps and robots.txt."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.engine.verify.addresses import Site, Start
from plugins.engine.verify.facts import FEED, ROBOTS, SITEMAP, PageFacts
from plugins.engine.verify.found import Found

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_STYLE_LINE = re.compile(r"""<\?xml-stylesheet\s[^>]*?\bhref=["']([^"']*)""")
_MARKUP = {"content", "summary", "description", "encoded"}
_IN_MARKUP = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def facts_of_robots(text: str, path: str, site: Site) -> PageFacts:
    """Return the sitemaps that a robots.txt names."""
    found = Found(Start.at(site, path))
    found.link(_SITEMAP_LINE.findall(text))
    return found.facts(ROBOTS)


def facts_of_listing(text: str, path: str, site: Site) -> PageFacts:
    """Return where a feed or a sitemap leads; other XML has no facts but that it can be read."""
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(text)  # noqa: S314 (what the build itself has just written)
    except ET.ParseError as error:
        return PageFacts(FEED, fault=str(error))
    found = Found(Start.at(site, path))
    found.load(_STYLE_LINE.findall(text))
    if _name(root) in {"urlset", "sitemapindex"}:
        found.link(_listed(root))
        return found.facts(SITEMAP)
    if _name(root) in {"feed", "rss", "RDF"}:
        for element in root.iter():
            found.link(_entry_links(element))
    return found.facts(FEED)


def _listed(root: "Element") -> Iterator[str]:
    """Yield the addresses of a sitemap, those of pages in other languages and of pictures included."""
    for element in root.iter():
        if _name(element) == "loc":
            yield (element.text or "").strip()
        elif _name(element) == "link":
            yield element.get("href", "")


def _entry_links(element: "Element") -> Iterator[str]:
    """Yield where an element of a feed leads; an id is a name, not a link."""
    name, text = _name(element), (element.text or "").strip()
    yield from filter(None, map(element.get, ("href", "src", "url")))
    if name == "link" and text:
        yield text
    elif name in _MARKUP:
        yield from ("".join(groups) for groups in _in_markup(text))


def _in_markup(html: str) -> list[tuple[str, ...]]:
    from html import unescape

    return [tuple(map(unescape, groups)) for groups in _IN_MARKUP.findall(html)]


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]
