"""Names with a hash of the content in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

LENGTH = 8  # hexadecimal digits: 2 ** 32 names, for some dozens of files


@dataclass(frozen=True)
class Asset:
    """A file as it leaves: its name below the output, and its bytes."""

    name: str
    content: bytes


def hashed(name: str, content: bytes) -> str:
    """Return a name with the hash of its content before the suffix: ``css/page.3fa9c1d2.css``."""
    path = PurePosixPath(name)
    digest = hashlib.sha256(content).hexdigest()[:LENGTH]
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()
