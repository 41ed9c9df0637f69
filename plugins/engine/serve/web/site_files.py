"""The files of the output, whichever folder that is at the moment, and nothing outside of it."""

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.engine.places import MARKER

_TRIES = 10  # builds that may come between while one file is looked for
_KNOWN = (".well-known",)  # the one hidden name that web servers give out


@dataclass(frozen=True)
class Found:
    """What stands under an address: the bytes of a file, or None for a folder."""

    content: bytes | None


class SiteFiles:
    """Reads from the output folder, which a build exchanges for another at any time."""

    def __init__(self, output: str) -> None:
        self._output = output

    def exists(self) -> bool:
        """Tell whether there is a site: a folder that no build has made is nobody else's business."""
        return Path(self._output, MARKER).exists()

    def read(self, names: Sequence[str]) -> Found | None:
        """Return what stands at a path of names below the root; None where nothing does.

        It is looked for in one and the same folder from beginning to end.  If that was exchanged and
        removed meanwhile, what is missing in it says nothing, and the new one is asked.
        """
        if any(_is_forbidden(name) for name in names):
            return None
        for _ in range(_TRIES):
            with self._opened() as root:
                found = _find(root, names) if _has(root, MARKER) else None
                if found or self._is_current(root):
                    return found
        return None

    @contextlib.contextmanager
    def _opened(self) -> Iterator[int]:
        """Open the output folder; a file that is looked for in none (-1) is not found."""
        root = -1
        with contextlib.suppress(OSError):
            root = os.open(self._output, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield root
        finally:
            if root >= 0:
                os.close(root)

    def _is_current(self, root: int) -> bool:
        with contextlib.suppress(OSError):
            return os.path.samestat(os.fstat(root), Path(self._output).stat())
        return False


def _is_forbidden(name: str) -> bool:
    """Tell whether a name leads elsewhere or is hidden: the marker, say, or a `.git` that is retained."""
    return "/" in name or "\0" in name or (name.startswith(".") and name not in _KNOWN)


def _has(folder: int, name: str) -> bool:
    try:
        os.stat(name, dir_fd=folder)
    except OSError:
        return False
    return True


def _find(root: int, names: Sequence[str]) -> Found | None:
    """Walk from folder to folder, through no link: a link could lead anywhere."""
    with contextlib.ExitStack() as opened:
        place = root
        for name in names:
            try:
                place = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=place)
            except OSError:
                return None
            opened.callback(os.close, place)
        mode = os.fstat(place).st_mode
        if stat.S_ISDIR(mode):
            return Found(None)
        return Found(_content(place)) if stat.S_ISREG(mode) else None


def _content(place: int) -> bytes:
    with os.fdopen(os.dup(place), "rb") as file:
        return file.read()
