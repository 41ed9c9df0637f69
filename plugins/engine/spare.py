"""The folder in which a site is put together from new files and from those of the last site.

After the swap it holds the site before: the next run changes in it only what differs, so that a small change
costs little, however large the site.  Whatever stands in it is made right first; it is never trusted.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.engine.aside import aside
from plugins.engine.pages.folders import contents, stamps
from plugins.engine.pages.ledger import BESIDE, Entry, owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from plugins.engine.pages.round import Round
    from plugins.engine.places import Places

MANY = 200  # files for which a second process pays: it costs some 5 ms


@contextlib.contextmanager
def begun(places: Places, turn: Round) -> Iterator[None]:
    """Fill a spare folder that is not there with the files of the last site, beside what the block does."""
    files = turn.standing.ledger.files
    if turn.workers == 1 or len(files) < MANY or places.spare.exists():
        yield
        return
    with aside(lambda: _fill(places, files, frozenset())):
        yield


def put_together(places: Places, turn: Round) -> dict[str, Entry]:
    """Make the spare folder the finished site, and return all its files.

    What the round has kept is taken from the output, and what lies beside it; all else was staged.
    """
    new = _staged(places.staging, turn)
    same = {path for path, entry in new.items() if turn.standing.has(path, entry.sha256)}
    kept = {path: turn.entries[path] for path in turn.kept - new.keys()}
    beside = {path: entry for path, entry in turn.standing.beside.items() if owner(path) in kept}
    found = {**new, **kept, **{path: entry for path, entry in beside.items() if path not in new}}
    moved = new.keys() - same
    for path in found.keys() - moved:
        found[path] = replace(found[path], stamp=turn.standing.stamps[path])
    _fill(places, found, moved)
    return found


def _staged(folder: Path, turn: Round) -> dict[str, Entry]:
    """Return the staged files; those that no job has written, or that were changed since, are looked at."""
    found = {}
    for path, stamp in stamps(folder).items():
        known = turn.entries.get(path)
        if known and known.stamp == stamp and path not in turn.kept:
            found[path] = known
        elif path not in turn.kept & turn.others:  # what was there before, a job would have written over
            beside = path not in turn.others and owner(path) in turn.entries
            known = known or Entry("", stamp, BESIDE if beside else "")
            found[path] = replace(known, sha256=_sha256(folder / path), stamp=stamp)
    return found


def _fill(places: Places, wanted: Mapping[str, Entry], moved: AbstractSet[str]) -> None:
    """Make the spare folder hold the files that are `wanted` and nothing else."""
    there, hollow = contents(places.spare)
    places.spare.mkdir(exist_ok=True)
    for path in (*hollow, *(there.keys() - wanted.keys())):
        _remove(places.spare, path)
    linked = [path for path in wanted.keys() - moved if there.get(path) != wanted[path].stamp]
    for path in there.keys() & linked:
        (places.spare / path).unlink()
    _make_folders(places.spare, (*moved, *linked))
    # Thousands of files: pathlib would take twice the time.
    for path in moved:
        os.replace(f"{places.staging}/{path}", f"{places.spare}/{path}")  # noqa: PTH105
    for path in linked:
        _link(f"{places.output}/{path}", f"{places.spare}/{path}")


def _make_folders(folder: Path, paths: Iterable[str]) -> None:
    """Make the folders in which the files at `paths` below `folder` lie."""
    for parent in {path.rpartition("/")[0] for path in paths}:
        (folder / parent).mkdir(parents=True, exist_ok=True)


def _link(source: str, target: str) -> None:
    """Give a file a second name: no build ever changes a file in place.  Where there are none, copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(folder: Path, path: str) -> None:
    """Remove a file or an empty folder, and the folders that held nothing else."""
    place = folder / path
    if place.is_dir() and not place.is_symlink():
        place.rmdir()
    else:
        place.unlink()
    for parent in place.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _sha256(path: Path) -> str:
    data = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
    return hashlib.sha256(data).hexdigest()
