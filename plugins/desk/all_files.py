"""Reading many content files: new ones by several processes, the others out of the store."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.desk.days import days, holds
from plugins.desk.kept import readings
from plugins.engine.garbage import rarely_collected
from plugins.engine.workers import in_workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plugins.desk.one_file import FileReader, Kind, Reading
    from plugins.engine.store import Store

    Progress = Callable[[int, int], None]

FEW = 24  # files that are read sooner than processes are started


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file: its kind, its name in messages, what it holds, and the key of what comes of it."""

    kind: Kind
    name: str
    data: bytes
    key: str

    @property
    def rest_key(self) -> str:
        """The key of the part that is needed later (see kept/readings.py)."""
        return sha256(b"rest " + self.key.encode()).hexdigest()


@dataclass(frozen=True)
class Library:
    """Where readings are kept, and how new ones are made, by how many jobs."""

    store: Store
    reader: Callable[[], FileReader]
    jobs: int
    progress: Progress

    def read(self, files: Sequence[SourceFile]) -> list[Reading]:
        """Return what comes of each of `files`."""
        now = days()
        with rarely_collected():
            found = [self.kept(file, now) for file in files]
        missing = [file for file, reading in zip(files, found, strict=True) if reading is None]
        new = iter(self._new(missing) if missing else ())
        return [reading or next(new) for reading in found]

    def kept(self, file: SourceFile, now: str) -> Reading | None:
        """Return what was kept of a file, if all of it is there, and holds in the days of `now`."""
        entry = self.store.get(file.key)
        if entry is None or self.store.get(file.rest_key) is None:
            return None
        reading = self._reading(file, entry)
        lasting = holds(reading.read_on, now, refused=bool(reading.outline.flaws.refusals))
        return reading if lasting else None

    def _reading(self, file: SourceFile, entry: bytes) -> Reading:
        def load() -> bytes:
            rest = self.store.get(file.rest_key)
            if rest is None:  # it was there: somebody has written over it since
                raise RuntimeError("the cache was damaged while it was in use; the next run will be right")
            return rest

        return readings.read(entry, load, file.name)

    def _new(self, files: Sequence[SourceFile]) -> list[Reading]:
        reader = self.reader()

        def read(file: SourceFile) -> bytes:
            return b"\n".join(readings.written(reader.read(file.kind, file.name, file.data), file.name))

        # The first file loads all that reading needs, so that no worker has to.
        first, others = files[:1], files[1:]
        jobs = self.jobs if len(others) > FEW else 1
        done = [read(file) for file in first]
        self.progress(len(done), len(files))
        done += in_workers(read, others, jobs, lambda number: self.progress(number + 1, len(files)))
        return [self._keep(file, *entries.split(b"\n")) for file, entries in zip(files, done, strict=True)]

    def _keep(self, file: SourceFile, entry: bytes, rest: bytes) -> Reading:
        self.store.put(file.key, entry)
        self.store.put(file.rest_key, rest)
        return self._reading(file, entry)
