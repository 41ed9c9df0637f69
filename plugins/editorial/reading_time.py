"""How long a text takes to read."""

from __future__ import annotations

import re

# Silent reading of English non-fiction, in words a minute: Brysbaert, Journal of Memory and Language 109
# (2019) 104047, a review of 190 studies.
PACE = 238
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w[\w'’.,-]*")


def minutes(html: str) -> int:
    """Return how many minutes the words of `html` take, at least 1, to the nearest minute."""
    return max(1, round(len(_WORD.findall(_TAG.sub(" ", html))) / PACE))
