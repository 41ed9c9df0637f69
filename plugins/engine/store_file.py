"""The file of a store: a line that says whose it is, then entries, added at the end.

Several builds may use one file.  They add whole lines, one build at a time, and never change a line; a file
that is put in order is another file with the same name, so who has the old one open goes on reading it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.engine.entry_lines import entries_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Places = dict[str, tuple[int, int]]
_CAREFULLY = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # nothing here waits for a pipe, or follows a link
_BUFFER = 1024 * 1024


def opened(path: Path, version: str) -> int | None:
    """Return a descriptor of the file `path`, or None where there is none of this `version`."""
    try:
        file = os.open(path, os.O_RDONLY | _CAREFULLY)
    except OSError:
        return None
    with contextlib.suppress(OSError):
        if stat.S_ISREG(os.fstat(file).st_mode) and os.pread(file, len(_header(version)), 0) == _header(
            version
        ):
            return file
    os.close(file)
    return None


def places_in(file: int, version: str) -> Places:
    """Return offset and size of the last line of each key."""
    start = len(_header(version))
    os.lseek(file, start, os.SEEK_SET)
    places: Places = {}
    with contextlib.suppress(OSError), os.fdopen(file, "rb", _BUFFER, closefd=False) as lines:
        places.update((key, (offset, size)) for key, offset, size in entries_in(lines, start))
    return places


def append(path: Path, version: str, lines: bytes) -> int | None:
    """Add `lines` at the end of the file, or in the place of what is none of ours; return it, open."""
    with _locked(path):
        file = opened(path, version)
        if file is None:
            _replace(path, [_header(version), lines])
            return opened(path, version)
        try:
            torn = os.pread(file, 1, os.fstat(file).st_size - 1) != b"\n"  # by a write that failed
            with open(path, "ab", buffering=0, opener=_careful) as more:
                _write(more.fileno(), b"\n" * torn + lines)
        except OSError:
            os.close(file)
            raise
        return file


def rewrite(path: Path, version: str, used: set[str], room: int) -> None:
    """Keep the entries that are `used`, and as many of the latest others as `room` bytes can take."""
    with _locked(path):
        file = opened(path, version)
        if file is None:
            return
        with _closing(file):
            kept = _kept(places_in(file, version), used, room)
            _replace(path, [_header(version), *(os.pread(file, size, offset) for offset, size in kept)])


def _kept(places: Places, used: set[str], room: int) -> list[tuple[int, int]]:
    """Return the lines to keep, those that are used at the end, where the latest are looked for."""
    needed = [place for key, place in places.items() if key in used]
    others: list[tuple[int, int]] = []
    room -= sum(size for _, size in needed)
    for place in sorted((place for key, place in places.items() if key not in used), reverse=True):
        room -= place[1]
        if room < 0:
            break
        others.append(place)
    return [*reversed(others), *needed]


def _header(version: str) -> bytes:
    return b"store 1 %s\n" % sha256(version.encode()).hexdigest().encode()


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let one build at a time write; the file that is locked stays, as any that is locked must."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT | _CAREFULLY, 0o666)
    with _closing(lock):
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _closing(file: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(file)


def _careful(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFULLY, 0o666)


def _replace(path: Path, parts: Iterable[bytes]) -> None:
    beside = path.with_name(f"{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    try:
        with beside.open("xb", buffering=_BUFFER) as file:
            file.writelines(parts)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _write(file: int, data: bytes) -> None:
    """Write all of `data`: the system may take it in several pieces."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]
