"""What an author's text may not hold once it is HTML: each finding with the place in the Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.markdown_html import ALLOWED, SCHEMES, allowed_attributes
from plugins.frontmatter import Place, Problem
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.frontmatter.yaml_nodes import offset_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode as Node

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_LINKING = {"href", "src", "cite"}
LOCAL = re.compile(r"\{(filename|static|attach|tag|category|author|index)\}|/|#")


def html_problems(html: str, source: str, path: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with `html`, made from the Markdown `source` that begins at `line` of `path`."""
    tree = LexborHTMLParser(html)
    roots = [root for root in (tree.head, tree.body) if root is not None]
    nodes = [node for root in roots for node in root.traverse(include_text=False) if node != root]
    level = 1
    for node in nodes:
        if found := _element_problem(node):
            needle, message, expected, suggestion = found
            yield Problem(_place(needle, source, path, line), message, expected, suggestion)
        elif node.tag in {"h2", "h3", "h4", "h5", "h6"}:
            if int(node.tag[1]) > level + 1:
                signs = "#" * int(node.tag[1])
                place = _place(f"{signs} {node.text()[:8]}", source, path, line)
                yield Problem(place, f"the heading skips a level ({signs})", f"{'#' * (level + 1)} here")
            level = int(node.tag[1])


def _element_problem(node: Node) -> tuple[str, str, str, str] | None:
    """Return what to look for in the source, the message, what is expected, and a suggestion."""
    tag = node.tag or ""
    if tag == "_comment":
        return None
    if tag == "h1":
        return (
            "# ",
            "a heading of the first level, which is the page's title",
            "## for the headings of a text",
            "",
        )
    if tag not in ALLOWED:
        message = f"HTML element <{shorten(tag)}> is not allowed"
        return f"<{tag}", message, "Markdown, or text", nearest(tag, ALLOWED)
    if tag == "img" and not (node.attributes.get("alt") or "").strip():
        expected = "![what it shows]({static}/images/...)"
        return "![", "an image without a text for those who do not see it", expected, ""
    return next(
        (found for pair in node.attributes.items() if (found := _attribute_problem(tag, *pair))), None
    )


def _attribute_problem(tag: str, name: str, value: str | None) -> tuple[str, str, str, str] | None:
    if name not in allowed_attributes(tag):
        return name, f'HTML attribute "{shorten(name)}" is not allowed on <{tag}>', "none", ""
    if name in _LINKING and (found := _address_problem(value or "")):
        return (value or "")[:30], *found, ""
    return None


def _address_problem(value: str) -> tuple[str, str] | None:
    scheme = _SCHEME.match(value)
    if scheme:
        if scheme[1].lower() in SCHEMES:
            return None
        return f'address "{shorten(value)}" has a scheme that is not allowed', "https:, mailto: or tel:"
    if not value:
        return "an empty address", "an address, or no link"
    if value.startswith("//") or not LOCAL.match(value):
        expected = "{filename}/articles/name.md, {static}/images/name.png, https://... or #heading"
        return f'address "{shorten(value)}" is relative to nothing', expected
    return None


def _place(needle: str, source: str, path: str, line: int) -> Place:
    """Return where `needle` first stands in the source; the start of the text where it is not to be found."""
    offset = source.lower().find(needle.lower())
    return offset_place(source, max(offset, 0), path, line)
