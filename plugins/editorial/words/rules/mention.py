"""Whether an author uses a word, or speaks of it or against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.editorial.words.texts import Sentence

_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_QUOTED_WORDS = 3  # a word spoken of, not a patient's praise
_BETWEEN = (
    r"(?:(?:be|been|a|an|the|any|such|always|ever|sure|to|or|this|it|known|real|quick|mean|promise)\s+)*"
)
_SUBJECT = r"(?:[\w-]+\s+){0,3}(?:is|are|was|were|can|will)\s+"
_NEGATED = re.compile(
    rf"""
    (?: \b(?: not | never | neither | nor | cannot | without ) | n['’]t )
        \s+ {_BETWEEN} $
    | \b(?: no | none | nobody | nothing ) \s+ (?: {_SUBJECT} )? {_BETWEEN} $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_use(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` of a sentence are meant as they stand.

    They are not in quotation marks with at most three words ("cure" is a word that we avoid), nor where the
    sentence denies them (it is not a cure; no procedure is risk-free).
    """
    for found in _QUOTED.finditer(sentence.text):
        if found.start() < start and end < found.end() and len(found[1].split()) <= _QUOTED_WORDS:
            return False
    return not _NEGATED.search(sentence.text, 0, start)
