"""Writing files: one after the other, or shared among workers; what is logged meanwhile keeps its order."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.facet import few_kept
from plugins.engine.pages.folders import stamp_of
from plugins.engine.pages.writer import place_of
from plugins.engine.workers import in_workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from plugins.engine.pages.folders import Stamp
    from plugins.engine.pages.job import Job

ENOUGH = 8  # files from which on a second process pays: it costs some 30 ms


@dataclass(frozen=True)
class Written:
    """A file that was written: the SHA-256 of its bytes, its stamp, what was read for it and what logged."""

    path: str
    sha256: str
    stamp: Stamp
    reads: tuple[str, ...]
    logged: tuple[tuple[str, int, str], ...]


def write_all(
    jobs: Sequence[Job], folder: Path, workers: int, progress: Callable[[int], None]
) -> list[Written]:
    """Write the files of `jobs` into `folder`, in up to so many `workers`; return them in the same order.

    Raises what a job raises, the first of them in order.
    """

    def packed(job: Job) -> bytes:
        return json.dumps(_plain(_written(job, folder))).encode()

    few = workers if len(jobs) >= ENOUGH else 1
    with few_kept():
        done = [_unpacked(data) for data in in_workers(packed, jobs, few, progress)]
    for name, level, message in dict.fromkeys(chain.from_iterable(one.logged for one in done)):
        _tell(name, level, message)
    return done


def _tell(name: str, level: int, message: str) -> None:
    """Show what was logged; past Pelican's filter of messages that were there before, as it has seen this."""
    record = logging.LogRecord(name, level, "", 0, message, None, None)
    logging.getLogger(name).callHandlers(record)


def _written(job: Job, folder: Path) -> Written:
    target = place_of(folder, job)
    with _log_kept() as logged:
        reads = job.write(target)
    found = hashlib.sha256(target.read_bytes()).hexdigest()
    return Written(job.path, found, stamp_of(target), tuple(sorted(reads)), tuple(logged))


def _plain(written: Written) -> list[Any]:
    return [written.path, written.sha256, written.stamp, written.reads, written.logged]


def _unpacked(data: bytes) -> Written:
    path, sha256, stamp, reads, logged = json.loads(data)
    return Written(path, sha256, tuple(stamp), tuple(reads), tuple(map(tuple, logged)))


class _Keeper(logging.Handler):
    """Keeps what is logged instead of showing it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.kept.append((record.name, record.levelno, record.getMessage()))


@contextlib.contextmanager
def _log_kept() -> Iterator[list[tuple[str, int, str]]]:
    """Keep from the handlers what is logged in the block, and give it."""
    root = logging.getLogger()
    before, keeper = root.handlers[:], _Keeper()
    root.handlers[:] = [keeper]
    try:
        yield keeper.kept
    finally:
        root.handlers[:] = before
