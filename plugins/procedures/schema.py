"""``fields.yaml``: which facts a procedure can have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.editorial.posts import Label
from plugins.editorial.rules import label_problems
from plugins.frontmatter import Mapping, Node, Place, Problem, Refusal, Sequence, read_yaml, refuse
from plugins.frontmatter.nodes import describe, shorten
from plugins.frontmatter.problems import count
from plugins.frontmatter.readers import Key, listing, mapping, text, truth, word_of
from plugins.procedures.facts import MISSING_WORDS
from plugins.procedures.fields import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.procedures.fields.base import FieldType

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_PICKABLE = " or ".join(name for name, kind in TYPES.items() if kind.pickable)
ROLES = ("experience", "benefit", "without treatment", "uncertainty")  # questions of a decision (IPDAS)
_SIDES = 2
APPROACHES = ("interventional", "traditional")
WITHOUT_A_PROCEDURE = APPROACHES[1]
# Properties of https://schema.org/MedicalProcedure whose values are words.
SCHEMA_ORG = ("bodyLocation", "followup", "howPerformed", "preparation")
_NEVER_ALONE = ("frequency", "percent")  # types whose values mean nothing without whom and what beside them
_IN_WORDS = ("text", "choice", "choices", "list")  # types whose values mean something without their label
PICTURES = tuple(sorted({kind.picture for kind in TYPES.values() if kind.picture}))
HEADER_KEYS = ("category", "approach")  # keys of the front matter that `where:` may use beside fields
# What stands beside fields in `where:`, or as a row of tables and files.
_TAKEN = {*HEADER_KEYS, "risks", "guidelines"}


@dataclass(frozen=True)
class Field:
    """One fact that procedures can have: a row of every table."""

    id: str
    label: str
    type: FieldType[Any]
    type_name: str
    group: str
    help: str
    browse: bool
    ask: str
    picture: str
    labels: dict[str, str]
    place: Place
    decision_aid: str = ""
    schema_org: str = ""
    filter: bool = False
    glance: bool = False

    @property
    def slug(self) -> str:
        """The field's part of an address."""
        return self.id.replace("_", "-")


def _identifier(node: Node) -> str:
    value = text(node)
    if not _ID.fullmatch(value):
        raise refuse(node.place, f'"{shorten(value)}" is not an id', expected="small letters, digits and _")
    if value in _TAKEN:
        raise refuse(node.place, f'"{value}" is a key of the front matter', expected="another id")
    return value


def _line(node: Node) -> str:
    return " ".join(text(node).split())


def _choice(node: Node) -> str:
    value = _line(node)
    if "," in value or ";" in value:
        raise refuse(
            node.place, f'"{shorten(value)}" has a comma or semicolon', expected="a choice without one"
        )
    if value.lower() in MISSING_WORDS:
        raise refuse(node.place, f'"{value}" is a value of every type', expected="the choice deleted")
    return value


def _labels(node: Node) -> dict[str, str]:
    if not isinstance(node, Mapping):
        raise refuse(
            node.place, f"{describe(node)} where keys with values belong", expected="language: label"
        )
    return {entry.key.text: text(entry.value) for entry in node}


def _frames(node: Node) -> tuple[str, ...]:
    """Read the words for those who are counted and for the others."""
    found = listing(_line)(node)
    if len(found) != _SIDES:
        raise refuse(node.place, count(len(found), "text"), expected="two, like [were helped, were not]")
    return found


_KEYS = {
    "id": Key(_identifier, required=True),
    "label": Key(text, required=True),
    "type": Key(word_of(*TYPES), required=True),
    "group": Key(text, required=True),
    "help": Key(text, default=""),
    "unit": Key(_line, default=""),
    "choices": Key(listing(_choice), default=()),
    "per": Key(_line, default=""),
    "labels": Key(_labels, default={}),
    "browse": Key(truth, default=False),
    "ask": Key(text, default=""),
    "filter": Key(truth, default=False),
    "glance": Key(truth, default=False),
    "picture": Key(word_of(*PICTURES), default=""),
    "frames": Key(_frames, default=()),
    "decision_aid": Key(word_of(*ROLES), default=""),
    "schema_org": Key(word_of(*SCHEMA_ORG), default=""),
}


def _field(node: Node) -> Field:
    values = mapping(node, _KEYS)
    kind = TYPES[values["type"]]
    given = {name: values.pop(name) for name in ("choices", "unit", "per", "frames")}
    problems = [
        Problem(node.place, f'a field of type {values["type"]} needs "{name}"', f"a line {name}: ...")
        for name in sorted(kind.needs)
        if not given[name]
    ]
    problems += [
        Problem(node.place, f'a field of type {values["type"]} takes no "{name}"', "the line deleted")
        for name, value in given.items()
        if value and name not in kind.takes
    ]
    if values["ask"] and not values["browse"]:
        problems.append(Problem(node.place, '"ask" for a field without pages', "browse: true, or no ask"))
    problems += [
        Problem(node.place, f"a field of type {values['type']} cannot be {done}", f"type: {_PICKABLE}")
        for key, done in (("browse", "browsed"), ("filter", "filtered by"))
        if values[key] and not kind.pickable
    ]
    if values["glance"] and values["type"] in _NEVER_ALONE:
        message = f"a field of type {values['type']} cannot stand at a glance"
        problems.append(Problem(node.place, message, "no glance: who was counted must stand beside it"))
    if values["schema_org"] and values["type"] not in _IN_WORDS:
        message = f"a field of type {values['type']} cannot be {values['schema_org']}"
        problems.append(Problem(node.place, message, f"type: {' or '.join(_IN_WORDS)}, or no schema_org"))
    if values["picture"] not in {"", kind.picture}:
        message = f"a field of type {values['type']} cannot be drawn as {values['picture']}"
        fitting = f"picture: {kind.picture}, or the line deleted" if kind.picture else "the line deleted"
        problems.append(Problem(node.place, message, fitting))
    if values["browse"]:
        problems += label_problems((Label(choice, node.place) for choice in given["choices"]), {})
    if problems:
        raise Refusal(*problems)
    options = {name: value for name, value in given.items() if value}
    return Field(type=kind(**options), type_name=values.pop("type"), place=node.place, **values)


def read_fields(path: Path, shown: str) -> tuple[Field, ...]:
    """Read the file `path`, called `shown` in messages.  Raises Refusal with all that is wrong."""
    node = read_yaml(path, shown)
    if not isinstance(node, Sequence) or not node.items:
        raise refuse(
            node.place, f"{describe(node)} where a list of fields belongs", expected="- id: ... entries"
        )
    fields: list[Field] = []
    problems: list[Problem] = []
    for item in node.items:
        try:
            field = _field(item)
        except Refusal as refusal:
            problems += refusal.problems
            continue
        if first := next((other for other in fields if other.id == field.id), None):
            message = f'field "{field.id}" is given twice (first in line {first.place.line})'
            problems.append(Problem(field.place, message, "it once"))
        fields.append(field)
    if problems:
        raise Refusal(*problems)
    return tuple(fields)
