"""The text of a page: HTML with marks, and what the marks stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.blocks import Call, find_calls
from plugins.editorial.code import without_code
from plugins.editorial.html_rules import html_problems
from plugins.editorial.limits import READING_SECONDS, TooSlowError, time_limit
from plugins.editorial.markdown_html import clean
from plugins.editorial.marks import BLOCK, CITE, Use, numbers, set_marks
from plugins.editorial.misplaced import misplaced_citations
from plugins.frontmatter import Document, Place, Problem, Refusal
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.yaml_nodes import offset_place

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from plugins.editorial.citations import Citation
    from plugins.editorial.markdown_html import Converter

# Inside tags only, as nh3 writes them: code may show such words as text.
_TAG = r'<(a|img)(?: [a-z]+="[^"]*")*? '
_LINK = re.compile(rf'{_TAG}(?:href|src)="(\{{(?:filename|static|attach)\}}[^"]*|/[^"]*|images/[^"]*)"')
_ROOTED = re.compile(rf'(?P<tag>{_TAG}href=")/(?!/)')
# All ways to name a picture become one: {static}/images/...
_STATIC = re.compile(rf'(?P<tag>{_TAG}(?:href|src)=")(?:\{{attach\}}|/?(?=images/)(?P<rooted>))')
_IN_IMAGES = re.compile(r"^/?(?=images/)")
# Authors cite before the stop; in print the raised number stands behind it.
_CITED_STOP = re.compile(rf"((?:\ue000{CITE}\d+\ue001)+)([.,;:?!]+)")
_OPENING = frozenset("(<\"'=")  # what stands before an address in Markdown
_CLOSING = frozenset((*")>\"'", ""))  # and behind it, white space and the end of the text apart
_SPACE = "&nbsp;"  # one that does not break, as the cleaner writes it


@dataclass(frozen=True, slots=True)
class Target:
    """An address on this site that a text links to, or that it shows: that of a picture."""

    address: str
    place: Place
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A text as safe HTML with marks (see marks.py) and all that it refers to."""

    html: str = ""
    citations: tuple[tuple[Citation, ...], ...] = ()
    details: tuple[Use, ...] = ()
    calls: tuple[Call, ...] = ()
    loose: tuple[Citation, ...] = ()
    links: tuple[Target, ...] = ()


def read_body(document: Document, converter: Converter, block_names: tuple[str, ...] = ()) -> Body:
    """Read the text of `document`.  Raises Refusal with all that is wrong with it."""
    try:
        with time_limit():
            return _read_body(document, converter, block_names)
    except (TooSlowError, RecursionError):
        message = f"takes more than {READING_SECONDS} seconds to read, or is nested too deeply"
        start = Place(document.path, document.line, 1)
        raise Refusal(Problem(start, message, "plainer Markdown")) from None


def _read_body(document: Document, converter: Converter, block_names: tuple[str, ...]) -> Body:
    marked = set_marks(document.text, document.path, document.line)
    calls, problems = find_calls(document.text, document.path, document.line, block_names)
    problems += marked.problems
    html = converter.html(marked.text)
    problems += html_problems(html, document.text, document.path, document.line)
    problems += misplaced_citations(html, marked.citations)
    problems = problems or list(_unseen(html, calls, document))
    if problems:
        raise Refusal(*problems)
    html = clean(html)
    links = tuple(_links(html, document))
    html = _STATIC.sub(_static, html)
    html = _CITED_STOP.sub(r"\2\1", _closed_up(html))
    html = _ROOTED.sub(r"\g<tag>{filename}/", html)  # so that Pelican puts the site's own path before it
    return Body(html, marked.citations, marked.details, tuple(calls), marked.loose, links)


def _closed_up(html: str) -> str:
    """Return `html` without the spaces before citations."""
    *before, last = html.split(f"\ue000{CITE}")
    return f"\ue000{CITE}".join([*map(_without_space, before), last])


def _without_space(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isspace() or text.endswith(_SPACE, 0, end)):
        end -= 1 if text[end - 1].isspace() else len(_SPACE)
    return text[:end]


def _unseen(html: str, calls: list[Call], document: Document) -> Iterator[Problem]:
    """Yield the blocks that Markdown took for something else, and those that it alone saw."""
    seen = numbers(html, BLOCK)
    if len(seen) > len(calls):
        place = Place(document.path, document.line, 1)
        yield Problem(place, "a block inside a list, a quotation or HTML", "an empty line above and below it")
    for number, call in enumerate(calls):
        if number not in seen:
            expected = f"an empty line above and below it, and /// {call.name} at the start of its line"
            yield Problem(call.place, f'the block "{call.name}" is not seen by Markdown', expected)


def _links(html: str, document: Document) -> Iterator[Target]:
    found = dict.fromkeys(_LINK.findall(html))
    text = without_code(document.text) if found else ""
    for tag, address in found:
        for offset in list(_written(address.replace("&amp;", "&"), text)) or [0]:
            place = offset_place(text, offset, document.path, document.line)
            yield Target(_IN_IMAGES.sub("{static}/", address), place, shown=tag == "img")


def _written(address: str, text: str) -> Iterator[int]:
    """Yield where an address stands in Markdown: behind a sign that opens one, and with nothing more to it.

    A pattern for each address would take longer to make than to look for.
    """
    at = text.find(address)
    while at >= 0:
        end = at + len(address)
        before, behind = text[max(0, at - 2) : at], text[end : end + 1]
        opened = before[-1:] in _OPENING or (before[:1] == ":" and before[1:].isspace())
        stands = opened and (behind in _CLOSING or behind.isspace())
        if stands:
            yield at
        at = text.find(address, end if stands else at + 1)


def _static(found: re.Match[str]) -> str:
    """Return the beginning of a link to a file; Pelican's {attach} would move that to the page."""
    return f"{found['tag']}{{static}}" + ("" if found["rooted"] is None else "/")


def loose_citations(body: Body, known: Container[str]) -> Iterator[Problem]:
    """Yield ``@key`` outside brackets where `known` has the key: a citation that would print as text."""
    for citation in body.loose:
        if citation.key.rstrip(".") in known:
            message = f'"@{shorten(citation.key)}" stands outside brackets'
            yield Problem(citation.place, message, f"[@{citation.key.rstrip('.')}]")
