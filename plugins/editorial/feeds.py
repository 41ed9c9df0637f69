"""Articles as feeds carry them: readers of feeds open no notes and have no style sheet of ours."""

from __future__ import annotations

import re

from plugins.editorial.glossary import unexplained

_SIGN = re.compile(r"<button [^<>]*\bpopovertarget=[^<>]*>(.*?)</button>", re.DOTALL)
_POPOVER = re.compile(r"(<[a-z][^<>]*?) popover(?=[\s>])")
_PICTURE = re.compile(r"<figure>\s*<svg\b.*?</figure>|<svg\b.*?</svg>", re.DOTALL)


def for_feeds(html: str) -> str:
    """Return an article with its notes in the open, their signs as numbers, and without what words mean.

    Pictures go: drawn without a style sheet they would say something else, and the words beside them stay.
    """
    html = _SIGN.sub(r"<sup>\1</sup>", unexplained(html))
    return _PICTURE.sub("", _POPOVER.sub(r"\1", html))
