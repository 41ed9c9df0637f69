"""The parts of a text, for a list of its contents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from plugins.editorial.marks import CITE, fill

ENOUGH = 3  # headings that make a list of them worth its room
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the highest level in a text: its id and its words."""

    id: str
    words: Markup


def headings(html: str) -> tuple[Heading, ...]:
    """Return the headings of a text with marks, without what they cite; none where they are few."""
    found = tuple(Heading(name, _words(inner)) for name, inner in _HEADING.findall(html))
    return found if len(found) >= ENOUGH else ()


def _words(inner: str) -> Markup:
    return Markup(_TAG.sub("", fill(inner, CITE, lambda _: "")).strip())  # noqa: S704 - cleaned HTML
