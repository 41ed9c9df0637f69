"""What stands in folders: stamps of files, which are quick to get, and digests, which tell all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Stamp = tuple[int, int]  # size in bytes, time of the last change in ns: a file that was touched has another
_COMPILED = "__pycache__/"


def stamps(folder: Path) -> dict[str, Stamp]:
    """Return the stamps of all files below `folder` by their path; none where it is not there."""
    return contents(folder)[0]


def contents(folder: Path) -> tuple[dict[str, Stamp], list[str]]:
    """Return the stamps of all files below `folder` by their path, and the folders with nothing in them."""
    files, hollow = {}, []
    for entry, path in _entries(folder):
        if entry is None:
            hollow.append(path)
        else:
            files[path] = stamp_of(entry)
    return files, hollow


def stamp_of(file: os.DirEntry[str] | Path) -> Stamp:
    """Return the stamp of a file, of a link its own."""
    status = file.stat(follow_symlinks=False)
    return status.st_size, status.st_mtime_ns


def folder_digest(folder: Path) -> str:
    """Return a digest of all files below `folder` with their names; see `file_digests`."""
    return digest(part for pair in file_digests(folder).items() for part in pair)


def file_digests(folder: Path) -> dict[str, str]:
    """Return the digests of all files below `folder` by their path, in order.

    Links count as what they lead to; what Python compiles does not count.
    """
    found = _entries(folder, follow=True)
    files = sorted((path, entry.path) for entry, path in found if entry and entry.is_file())
    return {path: file_digest(place) for path, place in files if _COMPILED not in path}


def templates_digest(settings: Mapping[str, Any]) -> str:
    """Return a digest of all templates of a site's theme, and of those that go before them."""
    folders = (Path(settings["THEME"]) / "templates", *settings["THEME_TEMPLATES_OVERRIDES"])
    return digest(folder_digest(Path(folder)) for folder in folders)


def file_digest(path: str | Path) -> str:
    """Return the SHA-256 of a file; nothing for one that cannot be read, or is gone by now."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (many files: pathlib doubles the time)
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""


def _entries(folder: Path, *, follow: bool = False) -> Iterator[tuple[os.DirEntry[str] | None, str]]:
    """Yield all that is no folder with its path below `folder`, and empty folders without an entry.

    To `follow` links is to yield what the folders hold that they lead to.
    """
    start: tuple[str, str, tuple[str, ...]] = (str(folder), "", (os.path.realpath(folder),))
    waiting = [start] if folder.is_dir() else []
    while waiting:
        place, prefix, linked = waiting.pop()
        hollow = True
        with os.scandir(place) as entries:
            for entry in entries:
                hollow = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/", linked))
                elif not (follow and entry.is_dir()):
                    yield entry, prefix + entry.name
                elif (target := os.path.realpath(entry.path)) not in linked:  # or it leads round in a circle
                    waiting.append((entry.path, f"{prefix}{entry.name}/", (*linked, target)))
        if hollow and prefix:
            yield None, prefix
