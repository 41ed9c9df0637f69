"""What a plugin may tell of edits, so that pages of the last site are corrected instead of made anew.

What an edit changes, only a plugin knows.  One that does puts a function into the settings, as `CORRECTIONS`.
It is given the settings and the `Edits`, and returns what they have made of texts, by the names of the facets
that templates have `printed` (see pages/facet.py); or None where more may be different.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CORRECTIONS = "CORRECTIONS"


@dataclass(frozen=True)
class Edits:
    """The files that are not as the last run saw them, with their SHA-256 then, and what that run said."""

    files: Mapping[Path, str]
    said: str


@dataclass(frozen=True)
class Correction:
    """A text in HTML before and after; links within the site as authors write them.

    Its second, fourth, ... part is the name of what only the page knows, as of a table: what stands there
    before stands where the same name is after.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
