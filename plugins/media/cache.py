"""A folder that remembers work by what it was done on; it may be damaged or deleted at any time.

An entry is a file: the SHA-256 of its key and its bytes, then the bytes.  Whatever does not agree with its
hash is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(".cache") / "media"  # where the command runs, beside the output
MOST_BYTES = 500_000_000  # about 1,000 photos in all formats and widths
_DIGEST = hashlib.sha256().digest_size


def key(data: bytes, *settings: object) -> str:
    """Return the name of what is made of `data` with `settings`, which tell themselves apart by `repr`."""
    return hashlib.sha256(hashlib.sha256(data).digest() + repr(settings).encode()).hexdigest()


@dataclass(frozen=True)
class Cache:
    """Entries in `folder`; where that cannot be read or written, all is made anew.

    `most` is how many bytes may stay after `prune`; `used` are the keys that this run has asked for.
    """

    folder: Path = FOLDER
    most: int = MOST_BYTES
    used: set[str] = field(default_factory=set)

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the entry `name`, or else what `make` gives, and keep that."""
        self.used.add(name)
        data = self._read(name)
        if data is None:
            data = make()
            with contextlib.suppress(OSError):  # without a cache the next build only takes longer
                self._write(name, data)
        return data

    def _read(self, name: str) -> bytes | None:
        try:
            entry = (self.folder / name).read_bytes()
            os.utime(self.folder / name)  # so that `prune` sees what is in use
        except OSError:
            return None
        data = entry[_DIGEST:]
        return data if entry[:_DIGEST] == _digest(name, data) else None

    def _write(self, name: str, data: bytes) -> None:
        """Write an entry under another name first: nobody ever sees half of it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(name, data) + data)
            Path(path).replace(self.folder / name)
        except BaseException:
            Path(path).unlink(missing_ok=True)
            raise

    def prune(self) -> None:
        """Delete what was not used for longest until `most` bytes are left; never what this run has used."""
        with contextlib.suppress(OSError):  # another build may be at it, too
            entries = [(entry.stat(), entry) for entry in os.scandir(self.folder)]
            size = sum(status.st_size for status, _ in entries)
            for status, entry in sorted(entries, key=lambda pair: (pair[0].st_mtime_ns, pair[1].name)):
                if size > self.most and entry.name not in self.used:
                    Path(entry.path).unlink(missing_ok=True)
                    size -= status.st_size


def _digest(name: str, data: bytes) -> bytes:
    return hashlib.sha256(name.encode() + data).digest()
