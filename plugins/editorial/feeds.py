"""Articles as feeds carry them: readers of feeds open no notes and have no style sheet of ours."""

from __future__ import annotations

import datetime
import re

from plugins.editorial.glossary import unexplained

NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""When a feed without articles has changed: Atom wants a moment, and that of the build differs each time."""
_PICTURE = re.compile(r"<figure>\s*<svg\b.*?</figure>|<svg\b.*?</svg>", re.DOTALL)


def for_feeds(html: str) -> str:
    """Return an article without the notes that say what words mean; its links stay.

    Pictures go: drawn without a style sheet they would say something else, and the words beside them stay.
    """
    return _PICTURE.sub("", unexplained(html))
