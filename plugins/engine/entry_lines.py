"""The lines of a store's file: one entry each, which only counts while its checksum is right."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = re.compile(rb"([0-9a-f]{64}) [0-9a-f]{32} ")
_KEY = re.compile("[0-9a-f]{64}")
_PAYLOAD_AT = 64 + 1 + 32 + 1
_LONGEST = 64 * 1024 * 1024  # bytes of a line: a foreign file may have no end of line at all


def entry_line(key: str, payload: bytes) -> bytes:
    """Return the line of an entry.  Raises ValueError for what no line can hold."""
    if not _KEY.fullmatch(key) or b"\n" in payload:
        raise ValueError(f"not a SHA-256 in hexadecimal and JSON in one line: {key!r}")
    return b"%s %s %s\n" % (key.encode(), _checksum(key, payload), payload)


def payload_of(line: bytes, key: str) -> bytes | None:
    """Return what `line` holds for `key`, or None where it is damaged or belongs to another key."""
    payload = line[_PAYLOAD_AT:-1]
    start = b"%s %s " % (key.encode(), _checksum(key, payload))
    return payload if line.startswith(start) and line.endswith(b"\n") else None


def entries_in(file: BinaryIO, offset: int) -> Iterator[tuple[str, int, int]]:
    """Yield key, offset and size of each line of `file`, which is at `offset`, that looks like an entry."""
    while line := file.readline(_LONGEST):
        if found := _START.match(line):
            yield found[1].decode(), offset, len(line)
        offset += len(line)


def _checksum(key: str, payload: bytes) -> bytes:
    """Return a checksum over both, so that a payload under another key is a damaged one."""
    return blake2b(payload, digest_size=16, key=key.encode()).hexdigest().encode()
