"""Procedure files and comparison files: headers to model."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from plugins.editorial.citations import source_key, uncited_text
from plugins.editorial.posts import BYLINE_KEYS, PAGE_KEYS, byline, file_slug, title
from plugins.frontmatter import Mapping, Node, Place, Sequence, refuse
from plugins.frontmatter.nodes import describe, shorten
from plugins.frontmatter.readers import (
    Key,
    listing,
    mapping,
    one_or_more,
    past_date,
    slug,
    text,
    truth,
    word_of,
)
from plugins.procedures.facts import FactsReader, read_finding
from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.guidelines import KINDS, SAYS
from plugins.procedures.model import (
    YEAR_NOT_SHOWN,
    ComparisonPage,
    Condition,
    Pick,
    Position,
    Procedure,
    Risk,
)
from plugins.procedures.schema import APPROACHES

if TYPE_CHECKING:
    from plugins.editorial.body import Body
    from plugins.frontmatter import Document, Entry
    from plugins.procedures.schema import Field

_YEAR = re.compile(r"(?:19|20)\d\d")


def year(node: Node) -> str:
    """Read the year of a guideline, not in the future, or "not shown"."""
    value = text(node)
    if value == YEAR_NOT_SHOWN:
        return value
    if not _YEAR.fullmatch(value) or int(value) > datetime.datetime.now(tz=datetime.UTC).year:
        expected = 'a year like 2016, or "not shown"'
        raise refuse(node.place, f'"{shorten(value)}" is not a year that has come', expected=expected)
    return value


def names(node: Node) -> tuple[tuple[str, Place], ...]:
    """Read a list of slugs, each with its place; a repeated one is refused."""
    return _places(listing(slug, of="a list of slugs")(node), node)


def field_ids(node: Node) -> tuple[tuple[str, Place], ...]:
    """Read a list of field ids, each with its place."""
    return _places(listing(text, of="a list of fields")(node), node)


def _places(values: tuple[str, ...], node: Node) -> tuple[tuple[str, Place], ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple((value, item.place) for value, item in zip(values, items, strict=True))


_RISK_KEYS = {
    "effect": Key(uncited_text, required=True),
    "how_often": Key(lambda node: read_finding(node, Frequency()), required=True),
    "within": Key(Duration().parse),
    "serious": Key(truth, required=True),
}
_POSITION_KEYS = {
    "body": Key(uncited_text, required=True),
    "year": Key(year, required=True),
    "kind": Key(word_of(*KINDS), default=KINDS[0]),
    "says": Key(word_of(*SAYS), required=True),
    "strength": Key(uncited_text, default=""),
    "about": Key(uncited_text, required=True),
    "summary": Key(uncited_text, default=""),
    "note": Key(uncited_text, default=""),
    "source": Key(one_or_more(source_key), required=True),
}


def _risk(node: Node) -> Risk:
    return Risk(place=node.place, **mapping(node, _RISK_KEYS))


def _position(node: Node) -> Position:
    values = mapping(node, _POSITION_KEYS)
    return Position(place=node.place, sources=values.pop("source"), **values)


def procedure_keys(fields: tuple[Field, ...]) -> dict[str, Key]:
    """Return the keys of a procedure's front matter, in the order of the documentation."""
    return {
        "title": Key(title, required=True),
        "slug": Key(slug),
        "formerly": Key(names, default=()),
        "also_called": Key(listing(uncited_text), default=()),
        "category": Key(title, required=True),
        "approach": Key(word_of(*APPROACHES), default=""),
        "summary": Key(uncited_text, required=True),
        "compare_with": Key(names, default=()),
        "facts": Key(FactsReader(fields), default={}),
        "risks": Key(listing(_risk), default=()),
        "guidelines": Key(listing(_position), default=()),
        "status": PAGE_KEYS["status"],
        "modified": Key(past_date),
        **BYLINE_KEYS,
    }


def read_procedure(document: Document, body: Body, fields: tuple[Field, ...]) -> Procedure:
    """Return the procedure of `document`.  Raises Refusal."""
    inside = {field.id: f"facts.{field.id}" for field in fields}
    values = mapping(document.header, procedure_keys(fields), elsewhere=inside)
    return Procedure(**_common(document, values, body))


def read_pick(node: Mapping, extra: dict[str, Key] | None = None) -> tuple[Pick, dict[str, Any]]:
    """Read ``procedures:`` or ``where:``, and ``fields:``; return that and the values of the `extra` keys."""
    keys = {"procedures": Key(names), "where": Key(_where), "fields": Key(field_ids, default=())}
    values = mapping(node, {**(extra or {}), **keys})
    chosen = [name for name in ("procedures", "where") if values[name]]
    if len(chosen) != 1:
        what = 'both "procedures" and "where"' if chosen else "no procedures"
        raise refuse(node.place, what, expected="procedures: [...] or where: {...}, one of them")
    given = {name: values.pop(name) or () for name in keys}
    place = next(entry.value.place for entry in node if entry.key.text == chosen[0])
    return Pick(place=place, **given), values


def _where(node: Node) -> tuple[Condition, ...]:
    if not isinstance(node, Mapping) or not node.entries:
        raise refuse(node.place, f"{describe(node)} where conditions belong", expected="{field: value}")
    return tuple(_condition(entry) for entry in node)


def _condition(entry: Entry) -> Condition:
    values = _places(one_or_more(text)(entry.value), entry.value)
    return Condition(entry.key.text, values, entry.key.place)


def read_comparison(document: Document, body: Body) -> ComparisonPage:
    """Return the comparison page of `document`.  Raises Refusal."""
    pick, values = read_pick(document.header, PAGE_KEYS)
    return ComparisonPage(pick=pick, **_common(document, values, body))


def _common(document: Document, values: dict[str, Any], body: Body) -> dict[str, Any]:
    """Add what all files have to the values of a header."""
    place = document.header.place
    values["byline"] = byline(values, document.header)
    values["slug"] = values["slug"] or file_slug(document.path, place)
    return {**values, "path": document.path, "body": body, "place": place}
