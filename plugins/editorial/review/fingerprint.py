"""The fingerprint of what was reviewed: equal for the same facts and words, however they were typed."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import text

if TYPE_CHECKING:
    from plugins.editorial.review.content import Reviewed
    from plugins.frontmatter import Node

METHOD = "1"  # another way to gather or to count needs another number: old signatures then do not fit
_DIGITS = 32
_FORM = re.compile(rf"[0-9]{{1,4}}-[0-9a-f]{{{_DIGITS}}}")


def fingerprint(reviewed: Reviewed) -> str:
    """Return the number of the method and the first 32 digits of the SHA-256 (FIPS 180-4) of `reviewed`.

    The order of facts does not count, nor do their labels.
    """
    lines = {fact.name: [(line.words, line.sources) for line in fact.lines] for fact in reviewed.facts}
    words = [(section.heading, section.words) for section in reviewed.text]
    counted = json.dumps([sorted(lines.items()), words], ensure_ascii=True, separators=(",", ":"))
    return f"{METHOD}-{hashlib.sha256(counted.encode()).hexdigest()[:_DIGITS]}"


def well_formed(node: Node) -> str:
    """Read a fingerprint.  Raises Refusal for one that was cut or typed by hand."""
    value = text(node)
    if not _FORM.fullmatch(value):
        expected = "the value that make sign wrote; make unsign takes the review away, make sign renews it"
        raise refuse(node.place, f'"{shorten(value)}" is a damaged fingerprint', expected=expected)
    return value
