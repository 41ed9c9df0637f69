"""Where running text stands in HTML: outside of headings, links, code, tables and the like."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>"']|"[^"]*"|'[^']*')*+>""")
_MARK = re.compile("\ue000[^\ue001]*\ue001")
# What explains itself, what holds no sentences, and what may hold no button.
_LEFT_ALONE = frozenset(
    "h1 h2 h3 h4 h5 h6 a abbr button caption code dfn dt figcaption figure kbd pre samp sub summary sup svg "
    "table var".split()
)


def running_text(source: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each piece of running text between the tags of the HTML `source`."""
    depth = start = 0
    for tag in _TAG.finditer(source):
        if not depth and start < tag.start():
            yield start, tag.start()
        if tag["name"].lower() in _LEFT_ALONE:
            depth = max(0, depth + (-1 if tag["close"] else 1))
        start = tag.end()
    if not depth and start < len(source):
        yield start, len(source)


def words_in(source: str) -> str:
    """Return the words of a part of HTML, as they compare: no tags, no marks, no capitals, plain spaces."""
    text = html.unescape(_MARK.sub("", _TAG.sub("", source)))
    return " ".join(text.replace("-", " ").replace("’", "'").casefold().split())
