"""Which files the content folder holds: regular files inside it, and problems for all else."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from plugins.frontmatter import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LITTER = ("Thumbs.db", "desktop.ini")


def walk(root: Path, shown: str) -> tuple[list[Path], list[Problem]]:
    """Return the regular files below `root` in the order of their names, and what else is there.

    Links are not followed: they can lead outside, or in a circle.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for entry in _entries(root):
        path = root / entry.name
        where = Place(f"{shown}/{entry.name}")
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            below, more = walk(path, where.path)
            files += below
            problems += more
        elif stat.S_ISLNK(mode):
            problems.append(Problem(where, "is a link", "the file itself, copied here"))
        elif stat.S_ISREG(mode):
            files.append(path)
        else:
            problems.append(Problem(where, "is not a regular file", "a text or an image file"))
    return files, problems


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what a folder holds, but what editors and file managers leave behind."""
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not (entry.name.startswith(".") or entry.name.endswith("~") or entry.name in _LITTER):
            yield entry
