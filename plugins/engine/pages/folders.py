"""What stands in folders: stamps of files, which are quick to get, and digests, which tell all."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from plugins.engine.pages.fingerprint import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Stamp = tuple[int, int]  # size in bytes, time of the last change in ns: a file that was touched has another


def stamps(folder: Path) -> dict[str, Stamp]:
    """Return the stamps of all files below `folder` by their path; none where it is not there."""
    found = {}
    for entry, path in _entries(folder):
        status = entry.stat(follow_symlinks=False)
        found[path] = (status.st_size, status.st_mtime_ns)
    return found


def folder_digest(folder: Path) -> str:
    """Return a digest of all files below `folder` with their names; links count as what they lead to."""
    files = sorted((path, entry.path) for entry, path in _entries(folder) if entry.is_file())
    return digest(part for path, place in files for part in (path, file_digest(place)))


def file_digest(path: str | Path) -> str:
    """Return the SHA-256 of a file."""
    with open(path, "rb") as file:  # noqa: PTH123 (many files: pathlib doubles the time)
        return hashlib.sha256(file.read()).hexdigest()


def _entries(folder: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield all that is no folder, with its path below `folder`; not what Python compiles."""
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry, prefix + entry.name
                elif entry.name != "__pycache__":
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
