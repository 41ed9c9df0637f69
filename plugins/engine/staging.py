"""The folder beside the output in which a site is rendered."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.engine import interrupts
from plugins.engine.places import MARKER, Places

_MARK = "This folder is replaced by each build of the site; what is put here by hand is lost.\n"


@contextlib.contextmanager
def fresh(folder: Path) -> Iterator[None]:
    """Give an empty folder, and remove at the end whatever then stands in its place."""
    try:
        try:
            remove(folder)
            folder.mkdir()
            yield
        finally:
            _remove_whole(folder)
    except BaseException:
        _remove_whole(folder)  # a signal may have come just before it was ignored
        raise


def _remove_whole(folder: Path) -> None:
    with interrupts.ignored():
        remove(folder)


def remove(folder: Path) -> None:
    """Remove a folder and all in it; one that is not there is fine."""
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def mark(folder: Path, more: str = "") -> None:
    """Mark a folder as a site of ours."""
    (folder / MARKER).write_text(_MARK + more, encoding="utf-8")


def take_along(places: Places, retained: Iterable[str]) -> None:
    """Take along what is to outlast every build."""
    for name in retained:
        _copy(places.output / name, places.staging / name)


def _copy(source: Path, target: Path) -> None:
    """Copy, not move: until the swap the output stays complete. A name the site uses is the site's."""
    if os.path.lexists(target) or not os.path.lexists(source):
        return
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)
