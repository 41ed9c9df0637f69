"""Refuses output folders whose replacement would cost somebody their files."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.engine import mounts, shrink
from plugins.engine.places import MARKER, shown
from plugins.engine.stop import Stop


def check(path: str, settings: Mapping[str, Any]) -> None:
    """Raise Stop unless the output folder `path` can be replaced, and without loss."""
    output = _real(path)
    content, theme = _real(settings["PATH"]), _real(settings["THEME"])
    _refuse_around(output, {"project": _real("."), "content": content, "theme": theme, "home": _real("~")})
    _refuse_inside(output, {"content": content, "theme": theme})
    _refuse_mounted(output)
    _refuse_strange(output, settings["OUTPUT_RETENTION"])
    _refuse_read_only(output)
    shrink.allowed_share(settings)  # read now: a setting that cannot be used must not cost a whole build


def _real(path: str) -> Path:
    # Not Path.expanduser: where there is no home, that raises and this leaves the path as it is.
    return Path(os.path.realpath(os.path.expanduser(path)))  # noqa: PTH111


def _refuse_around(output: Path, folders: Mapping[str, Path]) -> None:
    for name, folder in folders.items():
        if output == folder:
            raise Stop(f"{shown(output)} is the {name} folder itself; choose another folder as output.")
        if folder.is_relative_to(output):
            raise Stop(f"{shown(output)} holds the {name} folder; choose another folder as output.")


def _refuse_inside(output: Path, folders: Mapping[str, Path]) -> None:
    for name, folder in folders.items():
        if output.is_relative_to(folder):
            raise Stop(f"{shown(output)} is inside the {name} folder; choose another folder as output.")


def _refuse_mounted(output: Path) -> None:
    """Refuse what the system will not rename, before anything is rendered for nothing."""
    mounted = mounts.found_in(output)
    if mounted == output:
        raise Stop(
            f"{shown(output)} is a mounted disk or volume, which a new site cannot replace in one step; "
            f"choose a folder in it as output, such as {shown(output / 'site')}."
        )
    if mounted:
        raise Stop(
            f"{shown(output)} holds a mounted disk or volume, {shown(mounted)}, and a build replaces the "
            "whole folder; mount it elsewhere, or choose another folder as output."
        )


def _refuse_strange(output: Path, retained: Iterable[str]) -> None:
    """Refuse a folder with files of somebody's; one with nothing but, say, `.git` is as good as empty."""
    if not os.path.lexists(output):
        return
    if not output.is_dir():
        raise Stop(f"{shown(output)} is a file, not a folder; choose another name for the output.")
    names = {entry.name for entry in output.iterdir()}
    if MARKER not in names and names - set(retained):
        raise Stop(
            f"{shown(output)} holds files that no build has made, and a build replaces the whole folder; "
            "choose another folder as output, or empty this one first."
        )


def _refuse_read_only(output: Path) -> None:
    """Refuse where the new site cannot be put together or the last one not removed (`sudo make` made it)."""
    for folder in (output.parent, output):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            raise Stop(
                f"A build must be able to write in {folder} and is not allowed to; "
                "change that, or choose another folder as output."
            )
