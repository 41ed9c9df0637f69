"""The text of a page: HTML with marks, and what the marks stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.blocks import Call, find_calls
from plugins.editorial.html_rules import html_problems
from plugins.editorial.limits import READING_SECONDS, TooSlowError, time_limit
from plugins.editorial.markdown_html import clean
from plugins.editorial.marks import BLOCK, Use, mark, set_marks
from plugins.frontmatter import Document, Place, Problem, Refusal
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.yaml_nodes import offset_place

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from plugins.editorial.citations import Citation
    from plugins.editorial.markdown_html import Converter

_LINK = re.compile(r'(?:href|src)="(\{(?:filename|static|attach)\}[^"]*|/[^"]*)"')
_ROOTED = re.compile(r'href="/(?!/)')


@dataclass(frozen=True, slots=True)
class Target:
    """An address on this site that a text links to, as written."""

    address: str
    place: Place


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
    marked = set_marks(document.text, document.path, document.line)
    calls, problems = find_calls(document.text, document.path, document.line, block_names)
    problems += marked.problems
    start = Place(document.path, document.line, 1)
    try:
        with time_limit():
            html = converter.html(marked.text)
    except (TooSlowError, RecursionError):
        message = f"takes more than {READING_SECONDS} seconds to read, or is nested too deeply"
        raise Refusal(*problems, Problem(start, message, "plainer Markdown")) from None
    problems += html_problems(html, document.text, document.path, document.line)
    problems += _unseen(html, calls)
    if problems:
        raise Refusal(*problems)
    html = clean(html)
    links = tuple(_links(html, document))
    html = _ROOTED.sub('href="{filename}/', html)  # so that Pelican puts the site's own path before it
    return Body(html, marked.citations, marked.details, tuple(calls), marked.loose, links)


def _unseen(html: str, calls: list[Call]) -> Iterator[Problem]:
    """Yield the blocks that Markdown took for something else, being indented or inside a list."""
    for number, call in enumerate(calls):
        if mark(BLOCK, number) not in html:
            expected = f"an empty line above and below it, and /// {call.name} at the start of its line"
            yield Problem(call.place, f'the block "{call.name}" is not seen by Markdown', expected)


def _links(html: str, document: Document) -> Iterator[Target]:
    for address in dict.fromkeys(_LINK.findall(html)):
        offset = document.text.find(address.replace("&amp;", "&"))
        yield Target(address, offset_place(document.text, max(offset, 0), document.path, document.line))


def loose_citations(body: Body, known: Container[str]) -> Iterator[Problem]:
    """Yield ``@key`` outside brackets where `known` has the key: a citation that would print as text."""
    for citation in body.loose:
        if citation.key.rstrip(".") in known:
            message = f'"@{shorten(citation.key)}" stands outside brackets'
            yield Problem(citation.place, message, f"[@{citation.key.rstrip('.')}]")
