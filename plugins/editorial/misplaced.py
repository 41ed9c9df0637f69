"""Citations where no link can stand: in headings, links, code and the words of an attribute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.marks import CITE, numbers
from plugins.frontmatter import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.citations import Citation

_TAG = re.compile("<[a-z][^<>]*>")
_SPOTS = {
    "h1, h2, h3, h4, h5, h6": ("a heading", "it in the text below"),
    "a": ("a link", "it behind the link"),
    "code, pre": ("code", "it in the text around it; code indented by 4 spaces goes between lines of ```"),
}


def misplaced_citations(html: str, citations: tuple[tuple[Citation, ...], ...]) -> Iterator[Problem]:
    """Yield the citations of `html`, a text with marks, that cannot become a link where they stand."""
    if not citations:
        return
    tree = LexborHTMLParser(html)
    for selector, (what, expected) in _SPOTS.items():
        text = " ".join(node.text() for node in tree.css(selector))
        for number in sorted(set(numbers(text, CITE))):
            yield Problem(citations[number][0].place, f"a citation in {what}", expected)
    for number in numbers(" ".join(_TAG.findall(html)), CITE):
        what = "a citation in the words of an image or of a title"
        yield Problem(citations[number][0].place, what, "it in the text")
