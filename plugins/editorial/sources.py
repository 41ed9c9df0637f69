"""``sources.yaml``: the bibliography."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.citations import KEY
from plugins.frontmatter import Place, Refusal, refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import Key, date, mapping, text, web_address, word_of

if TYPE_CHECKING:
    from plugins.frontmatter import Entry, Node

NOT_SHOWN = "not shown"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Source:
    """One publication.

    `date` is ISO (day, month or year) or "not shown"; `tier` is A to C, as the editorial policy says.
    """

    key: str
    title: str
    publisher: str
    url: str
    date: str
    accessed: datetime.date
    kind: str
    note: str
    tier: str
    place: Place


def published(node: Node) -> str:
    """Read the date of a publication: a day, a month, a year, or "not shown"."""
    value = text(node)
    if value == NOT_SHOWN or _YEAR.fullmatch(value):
        return value
    try:
        return date(node).isoformat()
    except Refusal:
        expected = "a day (2016-11-30), a month (2016-11), a year, or: not shown"
        raise refuse(node.place, f'"{shorten(value)}" is not a date', expected=expected) from None


_KEYS = {
    "title": Key(text, required=True),
    "publisher": Key(text, required=True),
    "url": Key(web_address, required=True),
    "date": Key(published, required=True),
    "accessed": Key(date, required=True),
    "kind": Key(text, default=""),
    "note": Key(text, default=""),
    "tier": Key(word_of("A", "B", "C"), default=""),
}


def read_source(entry: Entry) -> Source:
    """Read one entry of the bibliography.  Raises Refusal."""
    key = entry.key.text
    if not re.fullmatch(KEY, key):
        raise refuse(
            entry.key.place,
            f'"{key}" cannot be cited',
            expected="a letter or digit, then letters, digits, or one of - _ .",
        )
    return Source(key=key, place=entry.key.place, **mapping(entry.value, _KEYS))
