"""Risks in words: "1 in X" with a denominator that changes, and "rare" without a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.editorial.words.rules.mention import is_use
from plugins.frontmatter import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words.writing import Writing

DENOMINATORS = (100, 1_000, 10_000, 100_000)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_NUMBER_WORDS = dict(zip(_NUMBERS, range(2, 13), strict=True)) | {"twenty": 20, "fifty": 50}
_ONE_IN = re.compile(rf"\b(?:1|one) in (?:a |every )?([\d,]*\d|{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_ONE = {"1", "one"}
_RARE = re.compile(
    r"\b(?:rarely|rare(?! (?:diseases?|disorders?|conditions?|cancers?|tumou?rs?)\b))\b", re.IGNORECASE
)
_RARE_WORDS = {"rare", "rarely"}
_FIGURE = re.compile(
    r"\d (?:in|of|out of) (?:\d|every)|\d ?%|\bpercent\b|\b(?:figures?|numbers?|counts?)\b|"
    r"\btoo (?:few|small)\b|\bnot (?:reported|known|given)\b|\bunknown\b",
    re.IGNORECASE,
)


def changing_denominators(writing: Writing) -> Iterator[Problem]:
    """Yield each "1 in X" whose X is not 100, 1,000, 10,000 or 100,000.

    Many readers take 1 in 200 for a larger risk than 1 in 25, as the number is larger; 5 and 40 in 1,000 are
    plain (Trevena et al., Presenting quantitative information about decision outcomes, BMC Med Inform Decis
    Mak 2013;13 Suppl 2:S7).
    """
    for text in (text for text in writing.texts if not _ONE.isdisjoint(text.runs)):
        for sentence in text.sentences:
            for found in _ONE_IN.finditer(sentence.text):
                number = _number(found[1])
                if number > 1 and number not in DENOMINATORS and is_use(sentence, *found.span()):
                    place = text.place_at(sentence.start + found.start())
                    message = f'"{found[0]}" cannot be compared at a glance'
                    expected = f"{in_hundreds(number)}: one denominator throughout"
                    yield Problem(place, message, expected, field=text.name, severity=Severity.WARNING)


def _number(text: str) -> int:
    return _NUMBER_WORDS.get(text.lower()) or int(text.replace(",", ""))


def in_hundreds(number: int) -> str:
    """Return 1 in `number` on the smallest of our denominators that gives 1 or more: "about 14 in 100"."""
    denominator = next((size for size in DENOMINATORS if size >= number), DENOMINATORS[-1])
    count = round(denominator / number)
    if not count:
        return f"less than 1 in {denominator:,}"
    about = "" if count * number == denominator else "about "
    return f"{about}{count} in {denominator:,}"


def rare_without_figure(writing: Writing) -> Iterator[Problem]:
    """Yield "rare" and "rarely" in a sentence that neither gives a figure nor says that there is none."""
    for text in (text for text in writing.texts if not _RARE_WORDS.isdisjoint(text.runs)):
        for sentence in text.sentences:
            found = _RARE.search(sentence.text)
            if found and not _FIGURE.search(sentence.text) and is_use(sentence, *found.span()):
                place = text.place_at(sentence.start + found.start())
                message = f'"{found[0]}" without a figure'
                expected = 'how many in 100 or 1,000, or "the source gives no figure"'
                yield Problem(place, message, expected, field=text.name, severity=Severity.WARNING)
