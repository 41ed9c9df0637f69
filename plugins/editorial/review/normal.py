"""Words without their typography: what two spellings of one sentence have in common."""

from __future__ import annotations

import re
import unicodedata

# What typographers and editors make of a plain sign.
_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
)
_RAISED = {"<super>": "^", "<sub>": "_", "<fraction>": " "}  # NFKC alone would make 102 of 10²
_DASHES = re.compile("-{2,3}")
_SPACED_DASH = re.compile(r"(?<=\w) - (?=\w)")


def normal(text: str) -> str:
    """Return `text` with plain quotes and dashes, single spaces, and letters as NFKC (UAX 15) has them."""
    kept = "".join(_raised(character) for character in text)
    plain = unicodedata.normalize("NFKC", kept.translate(_PLAIN)).translate(_PLAIN)
    words = " ".join(plain.replace("''", '"').split())
    return _SPACED_DASH.sub("-", _DASHES.sub("-", words))


def _raised(character: str) -> str:
    """Return `character` behind a sign, where NFKC would make a plain digit of a raised one."""
    if character.isascii():
        return character
    return _RAISED.get(unicodedata.decomposition(character).partition(" ")[0], "") + character
