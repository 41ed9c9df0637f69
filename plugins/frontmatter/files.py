"""Reading files that may be anything: regular, inside their folder, UTF-8, of bounded size."""

from __future__ import annotations

import errno
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
    return text_of(read_bytes(path, shown), shown)


def read_bytes(path: str | Path, shown: str) -> bytes:
    """Return what the regular file `path` holds, called `shown` in messages.  Raises Refusal."""
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
    return data


def text_of(data: bytes, shown: str) -> str:
    """Return the text that `data` is in UTF-8, as `read_text` does.  Raises Refusal."""
    text = _lines(_decode(data, Place(shown)))
    if control := CONTROL.search(text):
        raise unwanted(control[0], position(text, control.start(), shown))
    return text


def unwanted(character: str, place: Place) -> Refusal:
    """Return the refusal of a `character` that CONTROL finds."""
    message = f"control character U+{ord(character):04X}"
    return refuse(place, message, expected="text without it; delete it")


def _read_regular(path: str | Path, place: Place) -> bytes:
    """Read `path` without ever waiting on a pipe or a device, or following a link out of the folder."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise refuse(place, "is a link", expected="the file itself, copied here") from None
        raise
    try:
        found = os.fstat(file)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise refuse(place, "is not a regular file", expected="a text file")
        return os.read(file, MAX_BYTES + 1 if found.st_size > MAX_BYTES else found.st_size)
    finally:
        os.close(file)


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
