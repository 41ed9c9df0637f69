"""Reading files that may be anything: regular, inside their folder, UTF-8, of bounded size."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from plugins.frontmatter.problems import Place, Refusal, refuse

MAX_BYTES = 1_000_000  # larger Markdown files keep the parser busy for minutes
# C0 and C1 controls but tab and line feed, the separators that YAML and editors count as new lines, halves of
# characters, and the two private characters that mark places in a text while it is read (see
# editorial/marks.py).
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\ue000\ue001]")


def safe_join(root: str | Path, *parts: str) -> Path:
    """Return `parts` under `root` with links resolved.

    Raises ValueError where the real path lies outside the real `root`: the one gate for every path that
    an author's text can reach.
    """
    base = Path(root).resolve()
    shown = "/".join(parts)
    try:
        real = base.joinpath(*(part.lstrip("/") for part in parts)).resolve()
    except (OSError, RuntimeError) as error:  # a name too long, links in a circle
        raise ValueError(f"{shown} is no path") from error
    if not real.is_relative_to(base):
        raise ValueError(f"{shown} lies outside {root}")
    return real


def read_text(path: Path, shown: str) -> str:
    """Return the text of the regular UTF-8 file `path`, lines ended by line feeds, without byte order mark.

    `shown` is the path as messages give it.  Raises Refusal.
    """
    place = Place(shown)
    try:
        data = _read_regular(path, place)
    except FileNotFoundError:
        raise refuse(place, "the file is missing", expected="a text file of this name") from None
    except OSError as error:
        expected = "a file that you may read"
        raise refuse(place, f"cannot be read: {error.strerror or error}", expected=expected) from None
    if len(data) > MAX_BYTES:
        raise refuse(
            place, f"the file has more than {MAX_BYTES:,} bytes", expected="a shorter text; split it"
        )
    text = _lines(_decode(data, place))
    if control := CONTROL.search(text):
        raise unwanted(control[0], position(text, control.start(), shown))
    return text


def unwanted(character: str, place: Place) -> Refusal:
    """Return the refusal of a `character` that CONTROL finds."""
    message = f"control character U+{ord(character):04X}"
    return refuse(place, message, expected="text without it; delete it")


def _read_regular(path: Path, place: Place) -> bytes:
    """Read `path` without ever waiting on a pipe or a device, or following a link out of the folder."""
    if path.is_symlink():
        raise refuse(place, "is a link", expected="the file itself, copied here")
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise refuse(place, "is not a regular file", expected="a text file")
        return file.read(MAX_BYTES + 1)


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, place: Place) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        whole: bytes = error.object  # without the byte order mark that `data` may have
        before = _lines(whole[: error.start].decode())
        where = position(before, len(before), place.path)
        message = f"byte 0x{whole[error.start]:02X} is not UTF-8 text"
        raise refuse(
            where, message, expected="a file saved as UTF-8 (in the editor: Save with encoding)"
        ) from None


def position(text: str, offset: int, shown: str) -> Place:
    """Return the place of the character at `offset` of `text`."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Place(shown, line, column)
