"""YAML text to nodes, refusing everything that could silently mean something else.

Built on the parser's events, not on its values, so that ``no``, ``1:30`` and ``0123`` stay text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from plugins.frontmatter.files import position, read_text
from plugins.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence, shorten
from plugins.frontmatter.problems import Place, Problem, Refusal, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, shown: str) -> Node:
    """Return the nodes of the YAML file `path`, called `shown` in messages.  Raises Refusal."""
    return parse_yaml(read_text(path, shown), shown)


def parse_yaml(text: str, shown: str, *, line: int = 1, column: int = 1) -> Node:
    """Return the nodes of `text`, whose first character stands at `line` and `column` of the file `shown`.

    Raises Refusal with every duplicate key, alias, tag and non-text key, or with the first error of syntax.
    """
    if "\t" in text:
        _refuse_tabs(text, shown, line, column)
    builder = _Builder(shown, line, column)
    try:
        node = builder.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as error:
        raise builder.syntax(error) from None
    if builder.problems:
        raise Refusal(*builder.problems)
    return node


def _refuse_tabs(text: str, shown: str, line: int, column: int) -> None:
    """Refuse tabs in the indentation, where editors show them as spaces and YAML stops."""
    for number, content in enumerate(text.split("\n")):
        indent = content[: len(content) - len(content.lstrip())]
        if "\t" in indent:
            place = Place(shown, line + number, column + indent.index("\t"))
            raise refuse(place, "a tab in the indentation", expected="spaces")


class _Builder:
    """Turns the events of one text into nodes, gathering what is refused."""

    def __init__(self, shown: str, line: int, column: int) -> None:
        self.shown, self.line, self.column = shown, line, column
        self.problems: list[Problem] = []

    def place(self, mark: Any) -> Place:
        return Place(self.shown, self.line + mark.line, self.column + mark.column)

    def refuse(self, place: Place, message: str, expected: str) -> None:
        self.problems.append(Problem(place, message, expected))

    def document(self, events: Iterator[yaml.Event]) -> Node:
        start = Place(self.shown, self.line, self.column)
        found: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if found is not None:
                    self.refuse(
                        self.place(event.start_mark), "a second document", "one document; remove the ---"
                    )
                    return found
                found = self.node(event, events, 1)
        return found if found is not None else Scalar(start, "")

    def node(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Node:
        place = self.place(event.start_mark)
        if depth > MAX_DEPTH:
            raise refuse(place, f"nested more than {MAX_DEPTH} levels deep", expected="a flatter list")
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                place, f'alias "*{event.anchor}"', "the value written out (YAML's * is not used here)"
            )
            return Scalar(place, "")
        self.refuse_marks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value.strip(), plain=not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, events, depth)
        return self.mapping(place, events, depth)

    def refuse_marks(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self.refuse(
                place, f'anchor "&{event.anchor}"', "the value alone; put it in quotes if it starts with &"
            )
        if event.tag not in {None, "!"}:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(place, f'tag "{tag}"', "the value alone; put it in quotes if it starts with !")

    def sequence(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, depth + 1))
        return Sequence(place, tuple(items))

    def mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar) or key.empty:
                self.refuse(key.place, "a key that is not a text", "a word, then a colon")
            elif key.text in entries:
                first = entries[key.text].key.place
                self.refuse(
                    key.place, f'"{shorten(key.text)}" is given twice (first in line {first.line})', "it once"
                )
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(place, tuple(entries.values()))

    def syntax(self, error: yaml.YAMLError) -> Refusal:
        """Word the parser's own error, at its own place."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = self.place(mark) if mark else Place(self.shown, self.line, self.column)
        parts = [getattr(error, "context", None), getattr(error, "problem", None)]
        reason = ", ".join(part for part in parts if part) or str(error)
        return refuse(place, f"not valid YAML: {reason}", expected=_advice(reason))


def _advice(reason: str) -> str:
    """Return what usually helps against an error of the YAML parser."""
    if "mapping values are not allowed" in reason:
        return 'quotes around a text that holds ": "'
    if "cannot start any token" in reason:
        return "quotes around a text that starts with @, ` or %"
    if "expected ',' or" in reason or "flow" in reason:
        return "a closing bracket, or quotes around a text that starts with [ or {"
    if "expected <block end>" in reason or "expected key" in reason or "simple key" in reason:
        return "each line to be indented like its neighbours, and every key to end with a colon"
    return "key: value lines as in docs/fields.md"


def offset_place(text: str, offset: int, shown: str, line: int) -> Place:
    """Return the place of `offset` in `text`, a part of the file `shown` that begins at `line`."""
    place = position(text, offset, shown)
    return Place(shown, place.line + line - 1, place.column)
