"""Reading files that may be anything: regular, inside their folder, UTF-8, of bounded size."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from plugins.frontmatter.problems import Place, refuse

MAX_BYTES = 1_000_000  # larger Markdown files keep the parser busy for minutes
# C0 and C1 controls but tab and newlines, the separators that YAML and editors count as new lines, and the
# two private characters that mark places in a text while it is read (see editorial/marks.py).
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ue000\ue001]")


def safe_join(root: str | Path, *parts: str) -> Path:
    """Return `parts` under `root` with links resolved.

    Raises ValueError where the real path lies outside the real `root`: the one gate for every path that
    an author's text can reach.
    """
    base = Path(root).resolve()
    real = base.joinpath(*(part.lstrip("/") for part in parts)).resolve()
    if real != base and base not in real.parents:
        message = f"{'/'.join(parts)} lies outside {root}"
        raise ValueError(message)
    return real


def read_text(path: Path, shown: str) -> str:
    """Return the text of the regular UTF-8 file `path`, lines ended by line feeds, without byte order mark.

    `shown` is the path as messages give it.  Raises Refusal.
    """
    place = Place(shown)
    try:
        data = _read_regular(path, place)
    except OSError as error:
        raise refuse(place, f"cannot be read: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise refuse(
            place, f"the file has more than {MAX_BYTES:,} bytes", expected="a shorter text; split it"
        )
    text = _decode(data, place).replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        where = position(text, control.start(), shown)
        raise refuse(
            where, f"control character U+{ord(control[0]):04X}", expected="text without it; delete it"
        )
    return text


def _read_regular(path: Path, place: Place) -> bytes:
    """Read `path` without ever waiting on a pipe or a device."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise refuse(place, "is not a regular file", expected="a text file")
        return file.read(MAX_BYTES + 1)


def _decode(data: bytes, place: Place) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        where = position(before, len(before), place.path)
        message = f"byte 0x{data[error.start]:02X} is not UTF-8 text"
        raise refuse(
            where, message, expected="a file saved as UTF-8 (in the editor: Save with encoding)"
        ) from None


def position(text: str, offset: int, shown: str) -> Place:
    """Return the place of the character at `offset` of `text`."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Place(shown, line, column)
