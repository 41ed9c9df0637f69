"""The facts of an HTML page, from one walk over its elements."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.engine.verify.addresses import AstrayError, Site, Start
from plugins.engine.verify.facts import PageFacts
from plugins.engine.verify.found import Found
from plugins.engine.verify.styles import addresses_in

Attributes = Mapping[str, str | None]

_HELD_BACK = re.compile(rb"<(/?)(?:template|noscript)(?=[\s/>])", re.IGNORECASE)
"""What is in these is no part of the tree, and yet may be shown."""
_CODE = re.compile(r"[\x00-\x20]*(?:java|vb)script:", re.IGNORECASE)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|$)")
_REFRESH = re.compile(r"""url\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)
_RUNS = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|live|j)script.*|module|", re.IGNORECASE)
"""The types of a script that a browser runs; data, such as application/ld+json, has another."""
_SHARED_AS = re.compile(r"(?:og|twitter):(?:image|url|audio|video)(?::(?:url|secure_url|src))?")
_FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
_CONTACTED = {"preconnect", "dns-prefetch"}
_FRAMES = ("iframe", "frame", "object", "embed", "applet", "portal", "fencedframe")
_FOLLOWED = ("a", "area")
_DRAWN = ("use", "image")
_LISTS = {"srcset", "imagesrcset"}
_SENT_TO = {"action", "formaction"}
_FETCHED_FROM = {"src", "poster", "background", "xlink:href", *_LISTS}
_PLAIN = frozenset(
    "class content rel type role lang dir title alt width height d viewbox scope for value media sizes "
    "aria-label aria-labelledby aria-hidden aria-current aria-describedby tabindex loading popover "
    "popovertarget hidden datetime property charset data".split()
)
"""Attributes that lead nowhere and run nothing: the most frequent, so that each is asked for only once."""


@dataclass
class _Page:
    """What is gathered of a page."""

    found: Found
    ids: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    inline: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    noindex: bool = False
    canonical: str = ""


def facts_of_page(data: bytes, path: str, site: Site) -> PageFacts:
    """Return the facts of the page `path`."""
    tree = _tree(data)
    page = _Page(Found(_start(tree, Start.at(site, path))))
    for node in tree.css("*"):
        tag, attributes = node.tag or "", node.attributes
        if tag in _ELEMENTS:
            _ELEMENTS[tag](page, node, attributes)
        for name, value in attributes.items():
            if name == "id":
                page.ids.append(value or "")
            elif name == "href":
                if tag == "a":
                    page.hrefs.append(value or "")
            elif name not in _PLAIN:
                _attribute(page, tag, name, value or "")
    return _finished(page, path)


def _tree(data: bytes) -> LexborHTMLParser:
    lowered = data.lower()
    if b"<template" in lowered or b"<noscript" in lowered:
        data = _HELD_BACK.sub(rb"<\1div", data)
    return LexborHTMLParser(data.decode("utf-8", "replace"))


def _start(tree: LexborHTMLParser, start: Start) -> Start:
    base = tree.css_first("base[href]")
    return start if base is None else start.moved(base.attributes["href"] or "")


def _attribute(page: _Page, tag: str, name: str, value: str) -> None:
    """Take an attribute that may lead somewhere, or run or style something."""
    if name.startswith("on"):
        page.inline.add(f"{name} on <{tag}>")
    elif name == "style":
        page.inline.add(f"style on <{tag}>")
        page.found.load(addresses_in(value))
    elif name == "name" and tag == "a":
        page.names.append(value)
    elif name in _FETCHED_FROM or name in _SENT_TO:
        _address(page, tag, name, value)


def _address(page: _Page, tag: str, name: str, value: str) -> None:
    """Take an attribute that is followed, or from where something is fetched."""
    if _is_code(value):
        page.inline.add(f"{name} with a script on <{tag}>")
    elif name in _LISTS:
        page.found.load(_CANDIDATE.findall(value))
    elif tag in _FOLLOWED or name in _SENT_TO:
        page.found.link([value])
    elif value:
        page.found.load([value])


def _is_code(address: str) -> bool:
    """Tell whether an address runs something, with what browsers leave out before they look at its scheme."""
    return ":" in address and bool(_CODE.match(re.sub(r"[\t\n\r]", "", address)))


def _script(page: _Page, _: LexborNode, attributes: Attributes) -> None:
    source = attributes.get("src") or attributes.get("href") or attributes.get("xlink:href")
    runs = _RUNS.fullmatch((attributes.get("type") or "").strip())
    if address := attributes.get("href"):  # as SVG has it
        page.found.load([address])
    if runs and (not source or source.lstrip().lower().startswith("data:")):
        page.inline.add("<script>")


def _base(page: _Page, _: LexborNode, __: Attributes) -> None:
    page.inline.add("<base>")


def _style(page: _Page, node: LexborNode, _: Attributes) -> None:
    page.inline.add("<style>")
    page.found.load(addresses_in(node.text()))


def _frame(page: _Page, node: LexborNode, attributes: Attributes) -> None:
    page.frames.add(f"<{node.tag}>")
    if source := attributes.get("data"):
        _address(page, "object", "data", source)


def _other_href(page: _Page, node: LexborNode, attributes: Attributes) -> None:
    if address := attributes.get("href"):
        _address(page, node.tag or "", "href", address)


def _link(page: _Page, _: LexborNode, attributes: Attributes) -> None:
    address = attributes.get("href")
    relations = set((attributes.get("rel") or "").lower().split())
    if not address:
        return
    if relations & _FETCHED:
        page.found.load([address])
    elif relations & _CONTACTED:
        page.found.foreign.add(address)
    else:
        page.found.link([address])
    if "canonical" in relations:
        page.canonical = _canonical(page.found.start, address)


def _canonical(start: Start, address: str) -> str:
    try:
        return start.target(address) or address
    except AstrayError:
        return address


def _meta(page: _Page, _: LexborNode, attributes: Attributes) -> None:
    name = (attributes.get("name") or attributes.get("property") or "").lower()
    content = attributes.get("content") or ""
    if name in {"robots", "googlebot"}:
        page.noindex = page.noindex or bool({"noindex", "none"} & set(re.split(r"[\s,]+", content.lower())))
    elif _SHARED_AS.fullmatch(name):
        page.found.link([content])
    elif (attributes.get("http-equiv") or "").lower() == "refresh":
        page.found.link(_REFRESH.findall(content))


_ELEMENTS: Mapping[str, Callable[[_Page, LexborNode, Attributes], None]] = {
    "script": _script,
    "style": _style,
    "base": _base,
    "link": _link,
    "meta": _meta,
    "area": _other_href,
    **dict.fromkeys(_DRAWN, _other_href),
    **dict.fromkeys(_FRAMES, _frame),
}


def _finished(page: _Page, path: str) -> PageFacts:
    """Turn all that was gathered into facts."""
    names = {*page.ids, *page.names}
    hrefs = set(page.hrefs)
    if any(map(_is_code, hrefs)):
        page.inline.add("href with a script on <a>")
    page.found.link(hrefs - {f"#{name}" for name in names} if page.found.start.folders else hrefs)
    page.found.leave_out(lambda target: _is_part_of(target, path, names))
    return replace(
        page.found.facts(),
        ids=" ".join(sorted(names)),
        twice=_repeated(page.ids),
        inline=tuple(sorted(page.inline)),
        frames=tuple(sorted(page.frames)),
        noindex=page.noindex,
        canonical=page.canonical,
    )


def _repeated(ids: list[str]) -> tuple[str, ...]:
    if len(ids) == len(set(ids)):
        return ()
    return tuple(sorted(name for name, times in Counter(ids).items() if times > 1))


def _is_part_of(target: str, path: str, names: set[str]) -> bool:
    """Tell whether a link leads to a part of its own page that is there; "" and "top" stand for its top."""
    page, sign, fragment = target.partition("#")
    return page == path and bool(sign) and (fragment in names or fragment.lower() in {"", "top"})
