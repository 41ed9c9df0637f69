"""Writing a few keys into the header of a content file and leaving all its other bytes as they are.

The places of the parser say where a value stands, so that comments, layout, line ends, a byte order mark and
a missing end of the last line stay.  What comes out is read again before anyone may save it.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.frontmatter import Document, Mapping, Place, Refusal, Scalar, read_document, refuse

if TYPE_CHECKING:
    from plugins.frontmatter import Entry

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_END = re.compile(r"[\r\n]+\Z")
_COLON = re.compile(r"\s*:")
_BOM = "\ufeff"


@dataclass
class _Lines:
    """A file as lines with their ends; `shift` is how far places are off in the first of them."""

    lines: list[str]
    bom: bool

    def at(self, place: Place) -> tuple[int, int]:
        """Return the index of the line and of the character at `place`."""
        shift = 1 if self.bom and place.line == 1 else 0
        return place.line - 1, place.column - 1 + shift

    def replace(self, place: Place, old: str, new: str) -> None:
        """Put `new` where `old` stands."""
        row, start = self.at(place)
        line = self.lines[row]
        self.lines[row] = line[:start] + new + line[start + len(old) :]

    @property
    def line_end(self) -> str:
        """How lines of this file end."""
        found = _END.search(self.lines[0])
        return found[0] if found else "\n"


def with_values(data: bytes, path: Path, shown: str, values: dict[str, str]) -> bytes:
    """Return the bytes `data` of a content file with `values` in its header.

    `path` and `shown` name the file, as in `read_document`.  A key that is there gets its value in place;
    the others are added at the end of the header.  Raises Refusal where that cannot be done safely.
    """
    document, lines = _opened(data, path, shown)
    missing = dict(values)
    for entry in document.header:
        if entry.key.text in missing:
            _put(lines, entry, missing.pop(entry.key.text))
    _add(lines, document, missing)
    return _judged(lines, document, path, values)


def without_values(data: bytes, path: Path, shown: str, keys: tuple[str, ...]) -> bytes:
    """Return the bytes `data` of a content file without the values of `keys`.

    A line that holds nothing but key and value goes; where a comment stands behind, the key stays, empty.
    Raises Refusal where that cannot be done safely.
    """
    document, lines = _opened(data, path, shown)
    gone = [_take(lines, entry) for entry in document.header if entry.key.text in keys]
    for row in sorted((row for row in gone if row is not None), reverse=True):
        del lines.lines[row]
    return _judged(lines, document, path, dict.fromkeys(keys, ""))


def _opened(data: bytes, path: Path, shown: str) -> tuple[Document, _Lines]:
    document = _read(data, path, shown)
    text = data.decode()
    lines = _Lines(_LINE.findall(text), text.startswith(_BOM))
    if _is_in_braces(lines, document):
        expected = "a line for each key, like title: ..., to which lines can be added"
        raise refuse(document.header.place, "the front matter stands in braces", expected=expected)
    return document, lines


def _read(data: bytes, path: Path, shown: str) -> Document:
    """Read `data` as the file `path` would be read."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(data)
        return read_document(copy, shown, plain=not data.removeprefix(_BOM.encode()).startswith(b"---"))


def _is_in_braces(lines: _Lines, document: Document) -> bool:
    row, start = lines.at(document.header.place)
    return lines.lines[row][start : start + 1] == "{"


def _source(entry: Entry) -> str:
    """Return a value as it stands in the file.  Raises Refusal for one that goes over several lines."""
    value = entry.value
    place = entry.key.place
    if not isinstance(value, Scalar) or "\n" in value.source or (value.text and not value.source):
        expected = f"the value in the line of its key: {entry.key.text}: ..."
        raise refuse(place, f'"{entry.key.text}" is not one value in one line', expected=expected)
    return value.source.rstrip()


def _after_colon(lines: _Lines, entry: Entry) -> Place:
    """Return the place behind the colon of a key."""
    row, start = lines.at(entry.key.place)
    raw = lines.lines[row]
    colon = raw.index(":", start)
    return Place(entry.key.place.path, entry.key.place.line, colon + 2 - int(lines.bom and row == 0))


def _put(lines: _Lines, entry: Entry, value: str) -> None:
    if source := _source(entry):
        lines.replace(entry.value.place, source, value)
    else:
        lines.replace(_after_colon(lines, entry), "", f" {value}")


def _take(lines: _Lines, entry: Entry) -> int | None:
    """Take a value away; return the index of its line where nothing else stands there."""
    source = _source(entry)
    row, start = lines.at(entry.key.place)
    if source:
        lines.replace(entry.value.place, source, "")
        _take_space(lines, entry.value.place)
    rest = lines.lines[row][start + len(entry.key.text) :]
    bare = _COLON.fullmatch(rest.rstrip()) and not lines.lines[row][:start].strip(f" {_BOM}")
    return row if bare and entry.value.place.line == entry.key.place.line else None


def _take_space(lines: _Lines, place: Place) -> None:
    """Take away the space before `place`, if there is one."""
    row, start = lines.at(place)
    if lines.lines[row][start - 1 : start] == " ":
        lines.replace(Place(place.path, place.line, place.column - 1), " ", "")


def _add(lines: _Lines, document: Document, values: dict[str, str]) -> None:
    """Add lines at the end of the header."""
    if not values:
        return
    row = document.line - 2  # of what ends the header: the second --- or an empty line
    is_yaml = lines.lines[0].lstrip(_BOM).startswith("---")
    first = next(iter(document.header)).key.place
    indent = " " * (first.column - 1)
    end = lines.line_end
    if not is_yaml:
        row = _end_of_plain(lines)
        values = {key[:1].upper() + key[1:]: value for key, value in values.items()}
    added = [f"{indent}{key}: {value}{end}" for key, value in values.items()]
    if row and not _END.search(lines.lines[row - 1]):  # a header without text, and without a last line end
        added = [f"{end}{line.removesuffix(end)}" for line in added]
    lines.lines[row:row] = added


def _end_of_plain(lines: _Lines) -> int:
    """Return the index of the line behind the last of Pelican's plain header."""
    rows = (row for row, line in enumerate(lines.lines) if not line.strip())
    return next(rows, len(lines.lines))


def _judged(lines: _Lines, before: Document, path: Path, values: dict[str, str]) -> bytes:
    """Return the new bytes, if they say the same as before but for `values`.  Raises Refusal."""
    data = "".join(lines.lines).encode()
    try:
        after = _read(data, path, before.path)
    except Refusal:
        raise _unsafe(before, values) from None
    told = {entry.key.text: _plain(entry.value) for entry in after.header}
    right = all(told.get(key, "") == value for key, value in values.items())
    if not right or after.text != before.text or _others(after, values) != _others(before, values):
        raise _unsafe(before, values)
    return data


def _unsafe(document: Document, values: dict[str, str]) -> Refusal:
    wanted = "; ".join(f"{key}: {value}" for key, value in values.items())
    return refuse(
        document.header.place, "the front matter cannot be changed by machine", expected=f"by hand: {wanted}"
    )


def _others(document: Document, values: dict[str, str]) -> list[tuple[str, str]]:
    return [(e.key.text, _plain(e.value)) for e in document.header if e.key.text not in values]


def _plain(node: object) -> str:
    """Return all texts of a node in order, without their places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return "\n".join(f"{entry.key.text}: {_plain(entry.value)}" for entry in node)
    return "\n".join(f"- {_plain(item)}" for item in getattr(node, "items", ()))
