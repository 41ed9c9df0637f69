"""A comment, as data for templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from plugins.frontmatter import Place

MAX_NAME = 100
MAX_TEXT = 5_000
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Reply:
    """Which comment of the same article a comment answers; `name` is who wrote that one."""

    id: str
    place: Place
    name: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """An approved comment with the comments that answer it.  `name` and `text` are plain text, not HTML."""

    id: str
    name: str
    date: dt.datetime
    text: str
    reply_to: Reply | None = None
    replies: tuple[Comment, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, taken apart at its blank lines."""
        return tuple(part.strip() for part in _BLANK_LINES.split(self.text))

    @property
    def day(self) -> str:
        """The date in words, as the calendar of the writer showed it: October 7, 2026."""
        from babel.dates import format_date

        return format_date(self.date.date(), format="long", locale="en")

    @property
    def machine_date(self) -> str:
        """The date for the ``datetime`` attribute of ``<time>``."""
        return self.date.isoformat(timespec="seconds")
