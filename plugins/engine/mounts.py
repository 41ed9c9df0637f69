"""Which folders are mounted: neither they nor the folders around them can be replaced by a rename."""

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
"""Linux's list of all mounts, those within one file system too, which `ismount` does not see."""
_PLACE = 4
"""The column of that list with the place; a space in it is written as \\040."""


def found_in(folder: Path) -> Path | None:
    """Find a mounted folder: this one or one inside it."""
    if os.path.ismount(folder):
        return folder
    return next((place for place in _places() if place.is_relative_to(folder)), None)


def _places() -> list[Path]:
    if not _TABLE.exists():
        return []
    return [Path(os.fsdecode(_plain(line.split()[_PLACE]))) for line in _TABLE.read_bytes().splitlines()]


def _plain(field: bytes) -> bytes:
    return re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), field)
