"""What the results of a program follow from besides its input: its own code, its libraries, its Python."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LIBRARIES = ("site-packages", "dist-packages")
_NO_CODE = ("__pycache__",)


def code_digest(folders: Iterable[Path]) -> str:
    """Return a digest of all files below `folders`, of the installed libraries' versions and of Python's."""
    found = sha256(f"{sys.version} {sys.implementation.cache_tag}".encode())
    for name in _installed():
        found.update(f"{name}\n".encode())
    for folder in folders:
        for path in sorted(_files(str(folder))):
            data = Path(path).read_bytes()
            found.update(f"{path.removeprefix(str(folder))} {len(data)}\n".encode() + data)
    return found.hexdigest()


def _installed() -> Iterator[str]:
    """Yield the names of what tells each library's version: to read them costs a hundred times as much."""
    for folder in sys.path:
        if folder.endswith(_LIBRARIES) and os.path.isdir(folder):  # noqa: PTH112 - as sys.path has it
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _NO_CODE:
                yield from _files(entry.path)
        elif not entry.name.startswith("."):
            yield entry.path
