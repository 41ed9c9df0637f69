"""A content file taken apart: its header as nodes, and its text with the line it begins at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter.files import read_text
from plugins.frontmatter.nodes import Entry, Mapping, Scalar, describe
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
    text = read_text(path, shown)
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
    if len(source.encode()) > MAX_HEADER:
        raise refuse(
            Place(shown, 1, 1), f"the front matter has more than {MAX_HEADER // 1024} KB", expected="less"
        )
    header = parse_yaml(source, shown, line=2)
    if not isinstance(header, Mapping):
        found = describe(header)
        raise refuse(header.place, f"the front matter is {found}", expected="key: value lines")
    return Document(shown, header, "\n".join(lines[end + 1 :]), end + 2)


def _with_plain_header(text: str, shown: str) -> Document:
    """Read Pelican's header: ``Key: value`` lines, indented lines going on, until an empty line."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
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
            place = Place(shown, number, 1)
            raise refuse(place, "no front matter", expected='"Title: ..." lines, or a first line "---"')
    if problems:
        raise Refusal(*problems)
    header = Mapping(Place(shown, 1, 1), tuple(entries.values()))
    return Document(shown, header, "\n".join(lines[number:]), number + 1)


def _plain_entry(match: re.Match[str], key: str, shown: str, number: int) -> Entry:
    place = Place(shown, number, match.start("value") + 1)
    return Entry(Scalar(Place(shown, number, 1), key), Scalar(place, match["value"].strip()))


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
