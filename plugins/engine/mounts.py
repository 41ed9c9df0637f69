"""Which folders are mounted: neither they nor the folders around them can be replaced by a rename."""

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
"""Linux's list: it has mounts within one file system too, and no mere volumes, which `ismount` confuses."""
_PLACE = 4
"""The column of that list with the place; a space in it is written as \\040."""


def found_in(folder: Path) -> Path | None:
    """Find a mounted folder: this one or one inside it."""
    places = _listed() if _TABLE.exists() else [folder] * os.path.ismount(folder)
    return next((place for place in places if place.is_relative_to(folder)), None)


def _listed() -> list[Path]:
    return [Path(os.fsdecode(_plain(line.split()[_PLACE]))) for line in _TABLE.read_bytes().splitlines()]


def _plain(field: bytes) -> bytes:
    return re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), field)
