"""One round of writing: what the last site has already is kept, the rest is written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import Fingerprints
from plugins.engine.pages.folders import stamps
from plugins.engine.pages.inputs import Inputs
from plugins.engine.pages.ledger import BESIDE, Entry, Ledger, owner
from plugins.engine.pages.pelican_values import rules
from plugins.engine.pages.rendering import write_all
from plugins.engine.pages.templates import TemplateDigests

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from plugins.engine.pages.folders import Stamp
    from plugins.engine.pages.job import Job
    from plugins.engine.pages.look import Look
    from plugins.engine.pages.rendering import Written
    from plugins.engine.pages.writer import QueueingWriter
    from plugins.engine.progress import Progress
    from plugins.engine.store import Store


@dataclass(frozen=True)
class Standing:
    """The last site: its ledger, and the stamps that its files have now."""

    ledger: Ledger = field(default_factory=Ledger)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)

    def intact(self, path: str) -> Entry | None:
        """Return what is known of a file, if nobody has touched it, nor what lies beside it."""
        entry = self.ledger.files.get(path)
        return entry if entry and path not in self._touched else None

    @cached_property
    def beside(self) -> dict[str, Entry]:
        """The files that lie beside those of jobs."""
        return {path: entry for path, entry in self.ledger.files.items() if entry.inputs == BESIDE}

    @cached_property
    def _touched(self) -> set[str]:
        files = self.ledger.files
        touched = {path for path, entry in files.items() if self.stamps.get(path) != entry.stamp}
        return touched | {owner(path) for path in touched & self.beside.keys()}

    def has(self, path: str, sha256: str) -> bool:
        """Tell whether the last site has this file with these bytes."""
        entry = self.intact(path)
        return entry is not None and entry.sha256 == sha256


@dataclass
class Round:
    """What a run needs to write its files, and, after that, what has become of them.

    `entries` are those of all files that jobs stand for, `kept` the paths of those that were not written.
    `others` are files that were there before; `until` is when a text of the future will be one of today.
    `jobs`, and the values that they `shared`, are what all this was done for.
    """

    standing: Standing
    environment: str
    store: Store
    workers: int
    progress: Progress
    look: Look
    """What was seen of all that the site is made of."""
    entries: dict[str, Entry] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    others: frozenset[str] = frozenset()
    until: float = 0.0
    jobs: tuple[Job, ...] = ()
    shared: dict[str, Any] = field(default_factory=dict)

    def finish(self, jobs: Sequence[Job], folder: Path, shared: dict[str, Any]) -> None:
        """Write into `folder` those files of `jobs` that the last site does not have as they are now."""
        self.jobs, self.shared, inputs = tuple(jobs), shared, self._inputs(shared)
        self.others, self.until = frozenset(stamps(folder)), next_day(shared["generated_content"].values())
        self._write([job for job in jobs if not self._keep(job, inputs)], folder, inputs)

    def repeat(
        self, jobs: Sequence[Job], folder: Path, shared: dict[str, Any], names: AbstractSet[str]
    ) -> None:
        """Write those `jobs` of the last site that have read one of `names`; keep all else that it has.

        Of each job it must be known what it followed from.
        """
        self.jobs, self.shared = tuple(jobs), shared
        files = self.standing.ledger.files
        waiting = [job for job in jobs if not names.isdisjoint(files[job.path].reads)]
        self.keep_all_but({job.path for job in waiting})
        self._write(waiting, folder, self._inputs(shared))

    def keep_all_but(self, paths: AbstractSet[str]) -> None:
        """Keep what the last site has, but for the files at some `paths`, which are written."""
        last = self.standing.ledger
        self.until = last.until
        self.entries = {path: entry for path, entry in last.files.items() if entry.inputs != BESIDE}
        self.kept = self.entries.keys() - paths

    def _inputs(self, shared: Mapping[str, Any]) -> Inputs:
        return Inputs(Fingerprints(rules(shared)), self.environment, TemplateDigests(self.store).of)

    def _write(self, waiting: Sequence[Job], folder: Path, inputs: Inputs) -> None:
        with self.progress.stage("Pages") as stage:
            done = write_all(waiting, folder, self.workers, lambda count: stage(count, len(waiting)))
            for job, written in zip(waiting, done, strict=True):
                self._note(job, written, inputs)
            stage.said = f"{len(self.jobs):,}: {len(waiting):,} made, {len(self.jobs) - len(waiting):,} kept"

    def _keep(self, job: Job, inputs: Inputs) -> bool:
        inputs.before(job)
        last = self.standing.intact(job.path)
        if not last or not last.inputs or inputs.digest(job, last.reads) != last.inputs:
            return False
        self.entries[job.path] = last
        self.kept.add(job.path)
        return True

    def _note(self, job: Job, written: Written, inputs: Inputs) -> None:
        """Note a file.  One that made something be logged is written in each run: it must be told again."""
        read = "" if written.logged else inputs.digest(job, written.reads) or ""
        self.entries[job.path] = Entry(written.sha256, written.stamp, read, written.reads)


def next_day(texts: Iterable[Any]) -> float:
    """Return when the first of the texts that are dated in the future will be of today; 0 without any."""
    now = datetime.datetime.now(tz=datetime.UTC)
    dates = (getattr(text, "date", None) for text in texts)
    known = (date for date in dates if isinstance(date, datetime.datetime) and date.tzinfo)
    return min((d.timestamp() for d in known if d.year < datetime.MAXYEAR and d > now), default=0.0)


class WritingGenerator:
    """The last of Pelican's generators: writes what all others have noted."""

    def __init__(self, turn: Round, **told: Any) -> None:
        """Take what Pelican tells each generator."""
        self._round = turn
        self._context = told["context"]
        self._folder = Path(told["output_path"])

    def generate_output(self, writer: QueueingWriter) -> None:
        """Write."""
        self._round.finish(writer.queue.jobs, self._folder, self._context)
