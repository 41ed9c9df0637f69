"""What a file of the output says about itself and about others, as far as that can be checked."""

from dataclasses import dataclass
from posixpath import splitext

from plugins.engine.verify.addresses import Site

PAGE, STYLE, FEED, SITEMAP, ROBOTS = "page", "stylesheet", "feed", "sitemap", "robots.txt"

_KINDS = {".html": "html", ".htm": "html", ".css": "css", ".xml": "xml", ".atom": "xml", ".rss": "xml"}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of one file; of most files only `kind` and `links` or `loads` say anything.

    Files of this site are written as their path in the output, with `#` and a fragment where one is named.
    """

    kind: str = PAGE
    links: tuple[str, ...] = ()
    """Where its links lead: files of this site, each once, without parts of the page itself that exist."""
    loads: tuple[str, ...] = ()
    """What a browser fetches to show it: files of this site."""
    foreign: tuple[str, ...] = ()
    """What a browser fetches from elsewhere: addresses as written."""
    astray: tuple[str, ...] = ()
    """Addresses as written that lead nowhere, whatever files there are."""
    ids: str = ""
    """The names that a fragment can lead to, with a space between each."""
    twice: tuple[str, ...] = ()
    """The ids that more than one element has."""
    inline: tuple[str, ...] = ()
    """What a strict content security policy refuses: scripts, styles and handlers in the page, `<base>`."""
    frames: tuple[str, ...] = ()
    """The elements that show other documents."""
    noindex: bool = False
    canonical: str = ""
    """The file that the page says is to be indexed in its place; an address where it is none of this site."""
    fault: str = ""
    """Why the file cannot be read."""


def has_facts(path: str) -> bool:
    """Tell whether a file of this name is one that says something about others."""
    return _kind(path) != ""


def facts_of(data: bytes, path: str, site: Site) -> PageFacts:
    """Return the facts of the file `path` of a site."""
    if (kind := _kind(path)) == "html":
        from plugins.engine.verify.pages import facts_of_page

        return facts_of_page(data, path, site)
    text = data.decode("utf-8", "replace")
    match kind:
        case "css":
            from plugins.engine.verify.styles import facts_of_style

            return facts_of_style(text, path, site)
        case "robots":
            from plugins.engine.verify.listings import facts_of_robots

            return facts_of_robots(text, path, site)
    from plugins.engine.verify.listings import facts_of_listing

    return facts_of_listing(text, path, site)


def _kind(path: str) -> str:
    name = path.rpartition("/")[2].lower()
    return "robots" if name == "robots.txt" else _KINDS.get(splitext(name)[1], "")
