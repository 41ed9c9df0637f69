"""YAML text to nodes, refusing everything that could silently mean something else.

Built on the parser's events, not on its values, so that ``no``, ``1:30`` and ``0123`` stay text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from plugins.frontmatter.files import CONTROL, position, read_text, unwanted
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
    _refuse_characters(text, shown, line, column)
    builder = _Builder(text, shown, line, column)
    try:
        node = builder.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as error:
        raise builder.syntax(error) from None
    if builder.problems:
        raise Refusal(*builder.problems)
    return node


def _refuse_characters(text: str, shown: str, line: int, column: int) -> None:
    """Refuse control characters, and tabs: editors show them as spaces, and YAML stops at some of them."""
    lines = enumerate(text.split("\n"), line)
    places = [Place(shown, number, column + at) for number, row in lines if (at := row.find("\t")) >= 0]
    if places:
        raise Refusal(*(Problem(place, "a tab", "spaces") for place in places))
    if control := CONTROL.search(text):
        raise unwanted(control[0], offset_place(text, control.start(), shown, line, column))


class _Builder:
    """Turns the events of one text into nodes, gathering what is refused."""

    def __init__(self, text: str, shown: str, line: int, column: int) -> None:
        self.text, self.shown, self.line, self.column = text, shown, line, column
        self.last_line = text.count("\n")  # once: each node asks
        self.problems: list[Problem] = []

    def place(self, mark: Any) -> Place:
        """Return the place of `mark`, or the end of the text where the parser points behind it."""
        if mark.line <= self.last_line:
            return Place(self.shown, self.line + mark.line, self.column + mark.column)
        return offset_place(self.text, len(self.text.rstrip()), self.shown, self.line, self.column)

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
            return Scalar(place, f"*{event.anchor}")
        self.refuse_marks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value.strip(), not event.style, self.source(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, events, depth)
        return self.mapping(place, events, depth)

    def source(self, event: Any) -> str:
        """Return a value as it stands in the file."""
        found = self.text[event.start_mark.index : event.end_mark.index]
        return found.replace("\n", "\n" + " " * (self.column - 1))

    def refuse_marks(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self.refuse(
                place, f'anchor "&{event.anchor}"', "the value alone; put it in quotes if it starts with &"
            )
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(place, f'tag "{tag}"', "the value alone; put it in quotes if it starts with !")

    def sequence(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, depth + 1))
        return Sequence(place, tuple(items))

    def mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
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
        parts = [getattr(error, "context", None), getattr(error, "problem", None)]
        reason = ", ".join(part for part in parts if part) or str(error)
        mistake = next((mistake for mistake in _MISTAKES if mistake.sign in reason), None)
        message = mistake.message if mistake else f"not valid YAML: {reason}"
        marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
        if mistake and mistake.at_start:
            marks.reverse()
        mark = next((mark for mark in marks if mark), None)
        place = self.place(mark) if mark else Place(self.shown, self.line, self.column)
        return refuse(place, message, expected=mistake.expected if mistake else "key: value lines")


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What authors call an error of the parser, known by a `sign` in its message.

    `at_start`: the place that helps is where the text, list or key begins, not where the parser gave up.
    """

    sign: str
    message: str
    expected: str
    at_start: bool = False


_MISTAKES = (
    _Mistake(
        "mapping values are not allowed",
        "a second colon in one value, or a line indented unlike its neighbours",
        'quotes around a text that holds ": ", or the same spaces as the line above',
    ),
    _Mistake(
        "cannot start any token",
        "a text that begins with a sign of YAML's own",
        "quotes around a text that begins with @, ` or %",
    ),
    _Mistake(
        "parsing a quoted scalar",
        "a backslash in a quoted text with a sign that YAML does not know",
        "' in place of \", or two backslashes",
    ),
    _Mistake(
        "quoted scalar", "a quotation mark that is not closed", "the same mark after the text", at_start=True
    ),
    _Mistake(
        "flow sequence",
        "a list in brackets that is not closed, or lacks a comma",
        "[a, b], or quotes around a text that begins with [",
        at_start=True,
    ),
    _Mistake(
        "flow mapping",
        "keys in braces that are not closed, or lack a comma",
        "{a: 1, b: 2}, or quotes around a text that begins with {",
        at_start=True,
    ),
    _Mistake("flow node", "a bracket that is not closed, or a comma too many", "[a, b] or {a: 1, b: 2}"),
    _Mistake(
        "block scalar",
        "a text that begins with | or >",
        "quotes around it, or a new line after the sign",
        at_start=True,
    ),
    _Mistake(
        "alphabetic or numeric",
        "a text that begins with a sign of YAML's own",
        "quotes around a text with & or *",
    ),
    _Mistake("block node", "a bracket or a sign of YAML's own in the place of a text", "quotes around it"),
    _Mistake("simple key", "a line without a colon", "key: value", at_start=True),
    _Mistake(
        "did not find expected",
        "a line indented unlike its neighbours",
        "the same spaces as the other lines of its list or keys",
    ),
)


def offset_place(text: str, offset: int, shown: str, line: int, column: int = 1) -> Place:
    """Return the place of `offset` in `text`, a part of the file `shown` from `line` and `column` on."""
    place = position(text, offset, shown)
    return Place(shown, place.line + line - 1, place.column + column - 1)
