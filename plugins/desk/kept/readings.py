"""What came of a content file, as two entries: what is needed to judge all files together, and the rest.

The rest is the text and the facts.  It is taken apart when a page asks for it.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import fields
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from plugins.desk.kept.codec import Codec
from plugins.desk.kept.postponed import postponed
from plugins.desk.one_file import Outline, Reading
from plugins.editorial.body import Body
from plugins.editorial.citations import Citation
from plugins.editorial.posts import Article, Byline, Page
from plugins.frontmatter import Place
from plugins.procedures.fields import TYPES
from plugins.procedures.fields.base import FieldType
from plugins.procedures.model import ComparisonPage, Procedure

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.desk.kept.forms import Form
    from plugins.desk.one_file import Item

_BODY = "body"
_BODY_FIELDS = tuple(field.name for field in fields(Body))
# By their number in an entry, with the fields that are left for later.
_ITEMS: tuple[tuple[type[Item], tuple[str, ...]], ...] = (
    (Article, (_BODY,)),
    (Page, (_BODY,)),
    (Procedure, (_BODY, "facts", "risks", "guidelines")),
    (ComparisonPage, (_BODY,)),
)


@cache
def codec() -> Codec:
    """Return the codec of all that is kept."""
    names = {kind.__name__: kind for kind in (Body, Byline, Citation, FieldType, Place)}
    return Codec({**names, "datetime": datetime}, {FieldType: tuple(TYPES.values())})


@cache
def _parts(number: int) -> tuple[Form, Form]:
    """Return the forms of what is needed of an item at once, and of what is not; the text apart."""
    kind, later = _ITEMS[number]
    now = tuple(field.name for field in fields(kind) if field.name not in later)
    return codec().part(kind, now), codec().part(kind, later[1:])


@cache
def _body() -> Form:
    """Return the form of the parts of a text."""
    return codec().part(Body, _BODY_FIELDS)


def written(reading: Reading, path: str) -> tuple[bytes, bytes]:
    """Return the two entries of what came of the file `path`."""
    item, number, now, later = reading.item, -1, [], []
    if item:
        number = next(number for number, (kind, _) in enumerate(_ITEMS) if type(item) is kind)
        now, later = (form.write(item, path) for form in _parts(number))
    outline = codec().form(Outline).write(reading.outline, path)
    body = codec().form(Body).write(reading.body, path) if reading.body else None
    return as_json([reading.read_on, outline, number, now, bool(reading.body)]), as_json([body, later])


def read(entry: bytes, load: Callable[[], bytes], path: str) -> Reading:
    """Return what came of the file `path` as its first entry tells; `load` gives the second one."""
    read_on, outline, number, now, has_body = json.loads(entry)
    rest = _Rest(load, path)
    body = postponed(Body, {}, rest.body) if has_body else None
    item = None
    if number >= 0:
        item = _item(number, {**_parts(number)[0].read(now, path), _BODY: body}, rest)
    head = sha256(entry.partition(b",")[2]).hexdigest()  # whenever it was read
    return Reading(codec().form(Outline).read(outline, path), item, body, read_on, head)


def _item(number: int, known: dict[str, Any], rest: _Rest) -> Item:
    kind, later = _ITEMS[number]
    if later[1:]:
        return postponed(kind, known, lambda: rest.fields(number))
    return kind(**known)


class _Rest:
    """The second entry, taken apart once."""

    def __init__(self, load: Callable[[], bytes], path: str) -> None:
        self.load, self.path = load, path

    @cached_property
    def values(self) -> list[Any]:
        found: list[Any] = json.loads(self.load())
        return found

    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = _body().read(self.values[0], self.path)
        return found

    def fields(self, number: int) -> dict[str, Any]:
        found: dict[str, Any] = _parts(number)[1].read(self.values[1], self.path)
        return found


def as_json(value: Any) -> bytes:
    """Return `value` as JSON in one line; names of files may hold what is no character."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
