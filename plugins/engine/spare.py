"""The folder in which a site is put together from new files and from those of the last site.

After the swap it holds the site before: the next run changes in it only what differs, so that a small change
costs little, however large the site.  Whatever stands in it is made right first; it is never trusted.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.engine.pages.folders import Stamp, stamps
from plugins.engine.pages.ledger import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.engine.pages.round import Standing
    from plugins.engine.places import Places


def put_together(
    places: Places, entries: Mapping[str, Entry], kept: frozenset[str], standing: Standing
) -> dict[str, Entry]:
    """Make the spare folder the finished site, and return all its files.

    `kept` are the files that are taken from the output; all others come from the staging folder.
    `entries` says what is known of either; a staged file that is not among them is looked at.
    """
    staged = stamps(places.staging)
    found = {path: _entry(places.staging / path, entries.get(path), staged[path]) for path in staged}
    same = {path for path, entry in found.items() if standing.has(path, entry.sha256)}
    found |= {path: _as_before(entries.get(path), standing.ledger.files[path]) for path in kept | same}
    there = stamps(places.spare)
    places.spare.mkdir(exist_ok=True)
    for path in there.keys() - found.keys():
        _remove(places.spare, path)
    for path in staged.keys() - kept - same:
        _move(places.staging / path, places.spare / path)
    for path in kept | same:
        if there.get(path) != found[path].stamp:
            _link(places.output / path, places.spare / path)
    return found


def _entry(path: Path, known: Entry | None, stamp: Stamp) -> Entry:
    return replace(known, stamp=stamp) if known else Entry(_sha256(path), stamp)


def _as_before(known: Entry | None, last: Entry) -> Entry:
    return replace(known or last, stamp=last.stamp)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _link(source: Path, target: Path) -> None:
    """Give a file a second name: no build ever changes a file in place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    os.link(source, target, follow_symlinks=False)


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that held nothing else."""
    (folder / path).unlink()
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _sha256(path: Path) -> str:
    data = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
    return hashlib.sha256(data).hexdigest()
