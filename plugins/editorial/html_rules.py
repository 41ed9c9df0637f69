"""What an author's text may not hold once it is HTML: each finding with the place in the Markdown."""

from __future__ import annotations

import html as library
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.code import without_code
from plugins.editorial.markdown_html import ALLOWED, OWN_IDS, SCHEMES, allowed_attributes
from plugins.frontmatter import Place, Problem
from plugins.frontmatter.files import CONTROL
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.frontmatter.yaml_nodes import offset_place

if TYPE_CHECKING:
    from collections.abc import Iterator
_LIKENESS = 0.8  # of a misspelt element; a stranger to all of them gets no suggestion
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = re.compile(r"https?://[^\W_][\w.-]*(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_LINKING = {"href", "src"}
_LOCAL = re.compile(r"\{(filename|static|attach|tag|category|author|index)\}|images/|/|#")
_DECLARATION = re.compile(r"<[?!][^>]*")
_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]+;?")
_NO_CHARACTER = "\ufffd"  # what HTML makes of references such as &#0;

# How authors write what is found in the HTML; where a group `at` stands, that is the place.
_FIRST_LEVEL = r"(?m)^ {0,3}#(?!#)|^[^\n]+\n=+ *$|<h1\b"
_NO_WORDS = r"!\[\s*\]|<img\b(?![^<>]*\balt\s*=\s*[\"'][^\"'])"
_NO_ADDRESS = r"\]\(\s*\)|\b(?:href|src|cite)\s*=\s*(?:\"\s*\"|'\s*')"


def _heading(level: int) -> str:
    return rf"(?m)^[ >*+-]*(?P<at>#{{{level}}})(?!#)|<h{level}\b"


class _Element(NamedTuple):
    tag: str
    attributes: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding: how an author has written it, and the words for it."""

    pattern: str
    message: str
    expected: str
    suggestion: str = ""


@dataclass
class _Source:
    """The Markdown that the HTML was made from."""

    text: str
    path: str
    line: int
    found: dict[str, Iterator[re.Match[str]]] = field(default_factory=dict)

    def next(self, pattern: str) -> Place:
        """Return the place of the next match of `pattern`; the start of the text where there is none."""
        matches = self.found.setdefault(pattern, re.finditer(pattern, self.text, re.IGNORECASE))
        match = next(matches, None)
        group = "at" if match and match.re.groupindex and match["at"] else 0
        return offset_place(self.text, match.start(group) if match else 0, self.path, self.line)


def html_problems(html: str, source: str, path: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with `html`, made from the Markdown `source` that begins at `line` of `path`."""
    markdown = _Source(without_code(source), path, line)
    for found in _unseen_by_a_parser(html):
        yield Problem(markdown.next(found.pattern), found.message, found.expected)
    level = 1
    elements = list(_elements(html))
    ids = {element.attributes.get("id") for element in elements}
    for element in elements:
        if found_in := _element_problem(element) or _lost_fragment(element, ids):
            place = markdown.next(found_in.pattern)
            yield Problem(place, found_in.message, found_in.expected, found_in.suggestion)
        elif element.tag in _HEADINGS:
            deeper = int(element.tag[1])
            place = markdown.next(_heading(deeper))
            if deeper > level + 1:
                message = f"the heading skips a level ({'#' * deeper})"
                yield Problem(place, message, f"{'#' * (level + 1)} here")
            level = deeper


def _lost_fragment(element: _Element, ids: set[str | None]) -> _Found | None:
    """Return the problem of a link to a place that the text does not have."""
    address = (element.attributes.get("href") or "") if element.tag == "a" else ""
    if not address.startswith("#") or address[1:] in ids:
        return None
    known = [f"#{name}" for name in ids if name]
    message = f'no heading "{shorten(address)}" in this text'
    return _Found(
        rf"{re.escape(address)}(?![\w-])",
        message,
        "#text- and the words of a heading",
        nearest(address, known),
    )


def _elements(html: str) -> Iterator[_Element]:
    """Yield the elements of `html`; the parser names comments and declarations with a sign in front."""
    tree = LexborHTMLParser(html)
    for root in filter(None, (tree.head, tree.body)):
        for node in islice(root.traverse(include_text=False), 1, None):  # the first is the root itself
            tag = node.tag or ""
            if tag[:1].isalpha():
                yield _Element(tag, node.attributes)


def _unseen_by_a_parser(html: str) -> Iterator[_Found]:
    """Yield what an HTML parser drops or replaces without a word."""
    for declaration in _DECLARATION.findall(html):
        yield _Found(re.escape(declaration), f'"{shorten(declaration)}>" is not allowed', "Markdown, or text")
    for reference in _REFERENCE.findall(html):
        character = library.unescape(reference)
        if character == _NO_CHARACTER or CONTROL.match(character):
            message = f'"{reference}" stands for no character that can be shown'
            yield _Found(re.escape(reference), message, "the character itself")


def _element_problem(element: _Element) -> _Found | None:
    tag = element.tag
    if tag == "h1":
        message = "a heading of the first level, which is the page's title"
        return _Found(_FIRST_LEVEL, message, "## for the headings of a text")
    if tag not in ALLOWED:
        message = f"HTML element <{shorten(tag)}> is not allowed"
        suggestion = nearest(tag, ALLOWED, likeness=_LIKENESS)
        return _Found(rf"<{re.escape(tag)}(?![\w-])", message, "Markdown, or text", suggestion)
    if tag == "img" and (found := _image_problem(element)):
        return found
    pairs = element.attributes.items()
    return next((found for pair in pairs if (found := _attribute_problem(tag, *pair))), None)


def _image_problem(element: _Element) -> _Found | None:
    alt = (element.attributes.get("alt") or "").strip()
    address = (element.attributes.get("src") or "").strip()
    if not alt:
        message = "an image without a text for those who do not see it"
        return _Found(_NO_WORDS, message, "![what it shows]({static}/images/...)")
    if alt.casefold() in _names(address):
        message = f'"{shorten(alt)}" is the name of the image, not what it shows'
        expected = "words for those who do not see it, like ![A nurse warms a knee]({static}/images/...)"
        pattern = rf"(?:!\[|\balt\s*=\s*[\"'])\s*(?P<at>{re.escape(alt[:30])})"
        return _Found(pattern, message, expected)
    if _SCHEME.match(address):
        message = f'"{shorten(address)}" is an image of another site, which browsers will not load'
        return _Found(re.escape(address[:30]), message, "a copy in images/: {static}/images/name.png")
    return None


def _names(address: str) -> set[str]:
    """Return the name of a file, with and without what it ends in, for comparing."""
    name = unquote(address).rpartition("/")[2].casefold()
    return {name, name.rpartition(".")[0]}


def _attribute_problem(tag: str, name: str, value: str | None) -> _Found | None:
    if name not in allowed_attributes(tag):
        pattern = rf"<{tag}\b[^<>]*?[\s\"'/](?P<at>{re.escape(name)})(?![\w-])"
        return _Found(pattern, f'HTML attribute "{shorten(name)}" is not allowed on <{tag}>', "none")
    if name == "id" and not (value or "").startswith(OWN_IDS):
        message = f'id "{shorten(value or "")}" may be one of the page around the text'
        pattern = rf"<{tag}\b[^<>]*?\sid\s*=\s*[\"']?(?P<at>{re.escape(value or '')})"
        return _Found(pattern, message, 'one like id="text-risks"')
    if name not in _LINKING:
        return None
    if not (value or "").strip():
        return _Found(_NO_ADDRESS, "an empty address", "an address, or no link")
    return _address_problem(value or "")


def _address_problem(value: str) -> _Found | None:
    pattern = re.escape(value[:30])
    scheme = _SCHEME.match(value)
    if scheme and scheme[1].lower() not in SCHEMES:
        message = f'address "{shorten(value)}" has a scheme that is not allowed'
        return _Found(pattern, message, "https:, mailto: or tel:")
    if scheme and scheme[1].lower().startswith("http") and not _HOST.fullmatch(value):
        return _Found(pattern, f'"{shorten(value)}" is not a web address', "one like https://...")
    if not scheme and (value.startswith("//") or not _LOCAL.match(value)):
        expected = "{filename}/articles/name.md, {static}/images/name.png, https://... or #heading"
        return _Found(pattern, f'address "{shorten(value)}" is relative to nothing', expected)
    return None
