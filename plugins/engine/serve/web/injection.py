"""Adds the preview's script to a page on its way to the browser; the output stays as it was built."""

import hashlib
import html
import re

CLIENT = "/.preview/client.js"
_SHEET = re.compile(rb"""<link\b[^>]*\brel\s*=\s*["']?stylesheet\b[^>]*>""", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def with_client(page: bytes, version: int, file: str) -> bytes:
    """Return a page with the script, which is told what it is on.

    `file` is the page's own in the output, or nothing for a page that stands in for one that is not there.
    """
    tag = (
        f'<script type="module" src="{CLIENT}" data-version="{version}" '
        f'data-file="{html.escape(file)}" data-text="{_digest(page)}"></script>'
    ).encode(errors="surrogateescape")
    ends = list(_END.finditer(page))
    place = ends[-1].start() if ends else len(page)
    return page[:place] + tag + page[place:]


def _digest(page: bytes) -> str:
    """Return what is the same for two pages that differ in nothing but their style sheets."""
    return hashlib.blake2b(_SHEET.sub(b"", page), digest_size=12).hexdigest()
