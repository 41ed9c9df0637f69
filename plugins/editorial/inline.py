"""Markdown's signs inside of paragraphs, looked for only in texts that have one.

The library tries each of its patterns on each text, most of which have none of the signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

_SIGN = re.compile(r"[`\\[<&*_]|  \n")  # every pattern of the library and of our extensions holds one
_PRIORITY = 20  # that of the processor which is replaced


class _Inline(InlineProcessor):
    """The library's processor; the method is its private one, which a test holds to its name."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not _SIGN.search(data):
            return data
        found: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return found


class InlineExtension(Extension):
    """Markdown extension: makes the same HTML in less time."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's signature
        """Put our processor in the place of the library's."""
        md.treeprocessors.register(_Inline(md), "inline", _PRIORITY)
