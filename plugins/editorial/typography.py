"""Typography: what typogrify makes of HTML, without asking it for what it would not change."""

from __future__ import annotations

import re

from smartypants import tags_to_skip
from typogrify.filters import process_ignores, smartypants, widont

_LEFT_ALONE = ["script", "style", "svg", "code", "pre", "kbd", "abbr"]
_TAG = re.compile("(<[^>]*>)")
_NOT_PLAIN = re.compile(f"<!--|</?(?:{'|'.join(tags_to_skip)})", re.IGNORECASE)
_OPEN_TAG = re.compile("<[^<>]*<")
_CURLS = re.compile(r"""["'`\\]|--|\.\.\.|\. \. \.""")  # smartypants looks for nothing else

# The last space of a block, in HTML that is read backwards: so the search begins at the few ends of blocks,
# where typogrify's own begins at each word.
_INLINE = "a|me|naps|gnorts|i|b"
_LAST_SPACE = re.compile(
    rf"(>(?:p|[1-6]h|il|td|dd)/<(?:\s*>(?:{_INLINE})/<)*\s*[^<>\s]+)\s+(?=[^<>\s]|>[^>]*(?:{_INLINE})/?<)"
)
_END = "</p>"


def typography(html: str) -> str:
    """Return `html` with typogrify's quotes, dashes and last words kept together.

    Its spans for capitals, ampersands and first quotes are left out: the theme does not style them, and
    they weigh (see docs/decisions).
    """
    parts = process_ignores(html, _LEFT_ALONE)
    return "".join(_held(_curled(part)) if typographed else part for part, typographed in parts)


def _curled(html: str) -> str:
    """Return what smartypants makes of `html`, asking it only for texts that it may change.

    It sees the whole where it would leave an element alone, and where a quote stands alone between two tags:
    what is before them decides how that turns.
    """
    pieces = _TAG.split(html)  # a text, a tag, a text, ...
    texts = pieces[::2]
    if "'" in texts or '"' in texts or _NOT_PLAIN.search(html):
        return str(smartypants(html))
    pieces[::2] = [smartypants(text) if _CURLS.search(text) else text for text in texts]
    return "".join(pieces)


def _held(html: str) -> str:
    """Return what widont makes of `html`: the last two words of each block are held together."""
    if _OPEN_TAG.search(html):  # where it ends depends on where one begins to read
        return str(widont(html))
    backwards = (html + _END)[::-1]
    return _LAST_SPACE.sub(r"\1;psbn&", backwards)[::-1].removesuffix(_END)
