"""``people.yaml``: who writes and who reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter import Place
from plugins.frontmatter.readers import Key, mapping, slug, text

if TYPE_CHECKING:
    from plugins.frontmatter import Entry


EDITORIAL_TEAM = "editorial-team"  # the key of those who write where nobody is named


@dataclass(frozen=True, slots=True)
class Person:
    """An author or a reviewer; only those with a `credential` are clinicians."""

    key: str
    name: str
    role: str
    credential: str
    place: Place


_KEYS = {
    "name": Key(text, required=True),
    "role": Key(text, default=""),
    "credential": Key(text, default=""),
}


def read_person(entry: Entry) -> Person:
    """Read one entry of the file.  Raises Refusal."""
    return Person(key=slug(entry.key), place=entry.key.place, **mapping(entry.value, _KEYS))
