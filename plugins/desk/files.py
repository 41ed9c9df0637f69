"""Which files the content folder holds: regular files inside it, and problems for all else."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.frontmatter import Place, Problem, Severity
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LITTER = ("Thumbs.db", "desktop.ini")
_LIKENESS = 0.8  # of a name to the one that was meant


def shown_path(path: str) -> str:
    """Return a folder as messages give it: relative to where the command runs, if it is below."""
    absolute = Path(path).resolve()
    here = Path.cwd().resolve()
    return absolute.relative_to(here).as_posix() if here in absolute.parents else absolute.as_posix()


def walk(root: Path, shown: str) -> tuple[list[Path], list[Problem]]:
    """Return the regular files below `root` in the order of their names, and what else is there.

    Links are not followed: they can lead outside, or in a circle.  A folder that is not there is empty.
    """
    if root.is_symlink():
        return [], [Problem(Place(shown), "is a link", "the folder itself, copied here")]
    if not root.is_dir():
        return [], [Problem(Place(shown), "is not a folder", "a folder")] if root.exists() else []
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


def misnamed(root: Path, shown: str, known: Iterable[str]) -> Iterator[Problem]:
    """Yield what lies in `root` under a name that is almost one of those `known`: nothing reads it."""
    names = set(known)
    for entry in _entries(root):
        if entry.name not in names and (meant := nearest(entry.name, names, likeness=_LIKENESS)):
            where = Place(f"{shown}/{entry.name}")
            yield Problem(where, "is not read", f'the name "{meant}"', severity=Severity.WARNING)


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what a folder holds, but what editors and file managers leave behind."""
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not (entry.name.startswith(".") or entry.name.endswith("~") or entry.name in _LITTER):
            yield entry
