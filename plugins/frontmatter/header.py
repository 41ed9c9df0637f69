"""A content file taken apart: its header as nodes, and its text with the line it begins at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter.files import read_bytes, text_of
from plugins.frontmatter.nodes import Entry, Mapping, Scalar, describe, shorten
from plugins.frontmatter.problems import Place, Problem, Refusal, refuse
from plugins.frontmatter.yaml_nodes import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

MAX_HEADER = 64 * 1024
_PLAIN = re.compile(r"(?P<key>[A-Za-z][\w -]*):[ \t]*(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Document:
    """The header of a content file and its Markdown text, which starts at `line`."""

    path: str
    header: Mapping
    text: str
    line: int


def read_document(path: Path, shown: str, *, plain: bool = False) -> Document:
    """Take the file `path` apart; `shown` names it in messages.

    `plain` allows Pelican's own ``Title: ...`` header beside YAML.  Raises Refusal.
    """
    return document_of(read_bytes(path, shown), shown, plain=plain)


def document_of(data: bytes, shown: str, *, plain: bool = False) -> Document:
    """Take what a content file holds apart, as `read_document` does.  Raises Refusal."""
    text = text_of(data, shown)
    if not text.strip():
        raise refuse(
            Place(shown, 1, 1), "the file is empty", expected="front matter between two --- lines, then text"
        )
    if text.startswith("---") and text.split("\n", 1)[0].rstrip() == "---":
        return _with_yaml(text, shown)
    if plain:
        return _with_plain_header(text, shown)
    raise refuse(Place(shown, 1, 1), "no front matter", expected='a first line "---", then key: value lines')


def _with_yaml(text: str, shown: str) -> Document:
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), None)
    if end is None:
        raise refuse(Place(shown, 1, 1), "the front matter is not closed", expected='a line "---" after it')
    source = "\n".join(lines[1:end])
    _refuse_long(source, shown)
    header = parse_yaml(source, shown, line=2)
    if not isinstance(header, Mapping):
        found = "empty" if isinstance(header, Scalar) and not header.text else describe(header)
        raise refuse(header.place, f"the front matter is {found}", expected="key: value lines")
    return Document(shown, header, "\n".join(lines[end + 1 :]), end + 2)


def _refuse_long(header: str, shown: str) -> None:
    if len(header.encode()) > MAX_HEADER:
        message = f"the front matter has more than {MAX_HEADER // 1024} KB"
        raise refuse(Place(shown, 1, 1), message, expected="a shorter one")


def _with_plain_header(text: str, shown: str) -> Document:
    """Read Pelican's header: ``Key: value`` lines, indented lines going on, until an empty line."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    _refuse_long(text.partition("\n\n")[0], shown)
    lines = text.split("\n")
    last = ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        if last and line[0] in " \t":
            entries[last] = _continued(entries[last], line.strip())
        elif match := _PLAIN.fullmatch(line):
            last = match["key"].strip().lower().replace(" ", "_")
            entry = _plain_entry(match, last, shown, number)
            problems += _repeated(entries, entry)
            entries.setdefault(last, entry)
        else:
            raise _no_header_line(line, Place(shown, number, 1))
    if not entries:
        raise refuse(Place(shown, 1, 1), "an empty line before the front matter", expected="no such line")
    if problems:
        raise Refusal(*problems)
    header = Mapping(Place(shown, 1, 1), tuple(entries.values()))
    return Document(shown, header, "\n".join(lines[number:]), number + 1)


def _no_header_line(line: str, place: Place) -> Refusal:
    if place.line == 1:
        return refuse(place, "no front matter", expected='"Title: ..." lines, or a first line "---"')
    expected = '"Key: value", or an empty line before the text'
    return refuse(place, f'"{shorten(line)}" is no line of the front matter', expected=expected)


def _plain_entry(match: re.Match[str], key: str, shown: str, number: int) -> Entry:
    place = Place(shown, number, match.start("value") + 1)
    value = match["value"].rstrip()
    return Entry(Scalar(Place(shown, number, 1), key), Scalar(place, value, source=value))


def _continued(entry: Entry, more: str) -> Entry:
    value = entry.value
    assert isinstance(value, Scalar)  # noqa: S101 - plain headers hold nothing else
    return Entry(entry.key, Scalar(value.place, f"{value.text} {more}".strip()))


def _repeated(entries: dict[str, Entry], entry: Entry) -> list[Problem]:
    first = entries.get(entry.key.text)
    if first is None:
        return []
    message = f'"{entry.key.text}" is given twice (first in line {first.key.place.line})'
    return [Problem(entry.key.place, message, "it once")]
