"""A store of JSON by what it follows from, kept in one file: nothing in it can be stale, only missing.

The key of an entry is the SHA-256 of everything that its payload follows from.  A file that is damaged, cut
short, foreign or of another version is a file with fewer entries, never an error; nor is one that cannot be
written.
"""

from __future__ import annotations

import contextlib
import logging
import os
import weakref
from typing import TYPE_CHECKING

from plugins.engine import store_file
from plugins.engine.entry_lines import entry_line, payload_of

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

LIMIT = 256 * 1024 * 1024  # bytes of the file: of 10,000 articles twice and more
SMALL = 16 * 1024 * 1024  # bytes up to which nobody minds what is not used any more
_AT_ONCE = 16 * 1024 * 1024  # bytes that may wait in memory to be written
_FULL, _WASTEFUL = 0.9, 0.5  # the share of a file over its limit, or within it, that should be of use


class Store:
    """Payloads by key: those in the file that it was opened with, and those put since then."""

    def __init__(self, path: Path | None = None, *, version: str = "", limit: int = LIMIT) -> None:
        """Read the file `path`, if it is of this `version`; without a path nothing outlives the run."""
        self._path = path
        self._version = version
        self._limit = limit
        self._used: set[str] = set()
        self._has_grown = False
        self._take_stock(store_file.opened(path, version) if path else None)

    @classmethod
    def open(cls, path: Path, *, version: str, limit: int = LIMIT) -> Store:
        """Return the store in the file `path`, which `save` makes where there is none of ours."""
        return cls(path, version=version, limit=limit)

    def _take_stock(self, file: int | None) -> None:
        """Know what the open `file` holds, and nothing else."""
        self._file = file
        self._places: store_file.Places = {}
        self._size = 0
        self._new: dict[str, bytes] = {}
        self._unwritten: list[bytes] = []
        self._waiting = 0
        if file is not None:
            weakref.finalize(self, os.close, file)
            self._places = store_file.places_in(file, self._version)
            self._size = os.fstat(file).st_size

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry, be it damaged; to ask for one is to use it."""
        found = key in self._new or key in self._places
        if found:
            self._used.add(key)
        return found

    def get(self, key: str) -> bytes | None:
        """Return the payload that was last put under `key`, or None."""
        return payload_of(self._line(key), key) if key in self else None

    def _line(self, key: str) -> bytes:
        if key in self._new or self._file is None:
            return self._new[key]
        offset, size = self._places[key]
        try:
            return os.pread(self._file, size, offset)
        except OSError:
            return b""

    def put(self, key: str, payload: bytes) -> None:
        """Keep a `payload`: JSON in one line.  Raises ValueError where it is not that."""
        line = self._new[key] = entry_line(key, payload)
        self._used.add(key)
        self._unwritten.append(line)
        self._waiting += len(line)
        if self._waiting > _AT_ONCE and (file := self._appended()) is not None:
            self._take_stock(file)

    def save(self) -> None:
        """Write what is new.  Much that was not asked for since the store was opened may be thrown away."""
        if (file := self._appended()) is not None:
            os.close(file)
        if self._has_grown:
            self._tidy_up()

    def _appended(self) -> int | None:
        """Write what is new, and return the file that holds it, open; None where there is none."""
        if not (self._path and self._unwritten):
            return None
        lines, self._unwritten, self._has_grown = b"".join(self._unwritten), [], True
        try:
            return store_file.append(self._path, self._version, lines)
        except OSError as error:
            logger.warning("%s: %s; the next run will be slower", self._path, error.strerror)
            self._path = None  # what cannot be written once need not be tried again
            return None

    def _tidy_up(self) -> None:
        """Write the file anew where too little of it is of use."""
        written = sum(map(len, self._new.values()))
        needed = written + sum(size for key, (_, size) in self._places.items() if key in self._used)
        whole = self._size + written
        share = _FULL if whole > self._limit else _WASTEFUL
        if self._path and whole > SMALL and needed < share * whole:
            room = min(self._limit, needed * 3 // 2)
            with contextlib.suppress(OSError):  # then it stays as it is
                store_file.rewrite(self._path, self._version, self._used, room)
