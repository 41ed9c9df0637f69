"""What lies directly in a folder, and problems for what does not belong there."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from plugins.frontmatter import Place, Problem, Refusal, refuse

if TYPE_CHECKING:
    from pathlib import Path

Judge = Callable[["os.DirEntry[str]", Place], None]
_LITTER = ("Thumbs.db", "desktop.ini")  # with dot files and backups: what editors and file managers leave


def listing_of(folder: Path, shown: str, judge: Judge) -> tuple[list[str], list[Problem]]:
    """Return the names of what `judge` does not refuse, sorted, and the refusals of the others."""
    names: list[str] = []
    problems: list[Problem] = []
    for entry in _entries(folder, shown):
        try:
            _refuse_link(entry, Place(f"{shown}/{entry.name}"))
            judge(entry, Place(f"{shown}/{entry.name}"))
            names.append(entry.name)
        except Refusal as refusal:
            problems += refusal.problems
    return names, problems


def a_folder(entry: os.DirEntry[str], place: Place) -> None:
    """Refuse what is not a folder."""
    if not entry.is_dir(follow_symlinks=False):
        raise refuse(place, "is not a folder", expected="a folder that is named by the slug of an article")


def a_comment(entry: os.DirEntry[str], place: Place) -> None:
    """Refuse folders and other endings; that a file is a regular one is for its reader to see."""
    if entry.is_dir(follow_symlinks=False):
        raise refuse(place, "is a folder", expected="comments directly in the folder of their article")
    if not entry.name.endswith(".yaml"):
        raise refuse(place, "is not a comment", expected='a file whose name ends in ".yaml"')


def _entries(folder: Path, shown: str) -> list[os.DirEntry[str]]:
    """Return what `folder` holds; nothing if there is no such folder, as on a site without comments."""
    try:
        if folder.is_symlink():
            raise _link(Place(shown))
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not _is_litter(entry.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise refuse(Place(shown), f"cannot be read: {error.strerror or error}") from None
    return sorted(entries, key=lambda entry: entry.name)


def _is_litter(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name in _LITTER


def _refuse_link(entry: os.DirEntry[str], place: Place) -> None:
    if entry.is_symlink():
        raise _link(place)


def _link(place: Place) -> Refusal:
    """Return the refusal of a link: it can lead outside, or in a circle."""
    return refuse(place, "is a link", expected="the file itself, copied here")
