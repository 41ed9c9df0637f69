"""Code in Markdown: what stands in it is printed as it was typed, and means nothing.

Other steps look for citations, blocks and HTML in the Markdown itself.  They must see as code just what
Markdown sees as code, so the library's own pattern decides on fences.
"""

from __future__ import annotations

import re

from markdown.extensions.fenced_code import FencedBlockPreprocessor

# To be compiled with FLAGS.  The groups `fence` and `ticks` belong to these patterns.
FLAGS = re.VERBOSE | re.MULTILINE | re.DOTALL
FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE.pattern
SPAN = r"(?<![\\`]) (?P<ticks>`++) (?:(?!\n[ ]*\n).)+? (?<!`)(?P=ticks)(?!`)"
OPEN_FENCE = r"^(?P<open>`{3,}|~{3,})[^`\n]*$"  # where FENCED has found no end for it

_FENCED = re.compile(FENCED, FLAGS)
_ANY = re.compile(f"(?:{FENCED})|(?:{SPAN})", FLAGS)
_SIGNS = ("`", "~~~")  # without which there is no code
_CHARACTER = re.compile(r"[^\n]")


def without_fences(text: str) -> str:
    """Return `text` with an x for each character of fenced code: places stay where they are."""
    return _FENCED.sub(_crossed_out, text) if _may_have_code(text) else text


def without_code(text: str) -> str:
    """Return `text` with an x for each character of code, fenced or in a line."""
    return _ANY.sub(_crossed_out, text) if _may_have_code(text) else text


def _may_have_code(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _crossed_out(found: re.Match[str]) -> str:
    return _CHARACTER.sub("x", found[0])
