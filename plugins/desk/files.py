"""Which files the content folder holds: regular files inside it, and problems for all else."""

from __future__ import annotations

import os
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class File:
    """A regular file of the content folder, and its name in messages."""

    path: str
    name: str


def walk(root: str | Path, shown: str) -> tuple[list[File], list[Problem]]:
    """Return the regular files below `root` in the order of their names, and what else is there.

    Links are not followed: they can lead outside, or in a circle.  A folder that is not there is empty.
    """
    root = Path(root)
    if root.is_symlink():
        return [], [Problem(Place(shown), "is a link", "the folder itself, copied here")]
    if not root.is_dir():
        return [], [Problem(Place(shown), "is not a folder", "a folder")] if root.exists() else []
    files: list[File] = []
    problems: list[Problem] = []
    for entry in _entries(root):
        name = f"{shown}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            below, more = walk(entry.path, name)
            files += below
            problems += more
        elif entry.is_file(follow_symlinks=False):
            files.append(File(entry.path, name))
        elif entry.is_symlink():
            problems.append(Problem(Place(name), "is a link", "the file itself, copied here"))
        else:
            problems.append(Problem(Place(name), "is not a regular file", "a text or an image file"))
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
