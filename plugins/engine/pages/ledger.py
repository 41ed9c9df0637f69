"""What is known of a finished site: each file with its digest, and what it followed from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import digest
from plugins.engine.pages.folders import Stamp
from plugins.engine.pages.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

BESIDE = "beside"  # the inputs of a file that was put beside that of a job, as `index.html.br`
FORMAT = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: the SHA-256 of its bytes, its stamp and, if a job wrote it, the digest of what that read."""

    sha256: str
    stamp: Stamp
    inputs: str = ""
    reads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """All files of a site by their path; what the site as a whole followed from, and what its build said.

    `inputs` is the digest of its `look`; nothing where the next run must not rest on that.  `until` is when
    it will be another site by itself, in seconds since 1970; 0 where it will not.
    """

    files: Mapping[str, Entry] = field(default_factory=dict)
    inputs: str = ""
    said: str = ""
    until: float = 0.0
    look: Look = field(default_factory=Look)

    @cached_property
    def site(self) -> str:
        """The digest of the site: of the paths and the bytes of its files."""
        return digest(f"{path} {entry.sha256}" for path, entry in sorted(self.files.items()))

    @cached_property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of the bytes of each file."""
        return {path: entry.sha256 for path, entry in self.files.items()}

    def changed_since(self, last: Ledger) -> tuple[str, ...] | None:
        """Return the paths of the files that are not as in the `last` site; None where that is unknown."""
        old, new = last.digests, self.digests
        paths = sorted(old.keys() | new.keys())
        return tuple(path for path in paths if old.get(path) != new.get(path)) if old else None


def owner(path: str) -> str:
    """Return beside which file `path` would lie: ``index.html`` of ``index.html.br``."""
    return path.rpartition(".")[0]


class Shelf:
    """A folder of ledgers, each under the digest of its site."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ledger(self, site: str) -> Ledger:
        """Return the ledger of a site; an empty one where there is none that can be read."""
        try:
            found = json.loads((self._folder / f"{site}.json").read_bytes())
            ledger = _unpacked(found) if found["format"] == FORMAT else Ledger()
            sound = ledger.site == site and ledger.inputs in {"", ledger.look.digest}
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return Ledger()
        return ledger if sound else Ledger()

    def keep(self, ledger: Ledger, others: Iterable[str]) -> None:
        """Keep `ledger`, and of the other ones those of the sites `others`."""
        self._folder.mkdir(exist_ok=True)
        target = self._folder / f"{ledger.site}.json"
        fresh = target.with_suffix(".new")
        fresh.write_text(json.dumps(_packed(ledger), separators=(",", ":")), encoding="utf-8")
        fresh.replace(target)
        wanted = {target.name, *(f"{site}.json" for site in others)}
        for path in self._folder.iterdir():
            if path.name not in wanted:
                path.unlink()


def _packed(ledger: Ledger) -> dict[str, Any]:
    """Return plain data.  Many files read the same names: these stand there once."""
    reads = {entry.reads: None for entry in ledger.files.values()}
    numbers = {names: number for number, names in enumerate(reads)}
    files = {
        path: [entry.sha256, *entry.stamp, entry.inputs, numbers[entry.reads]]
        for path, entry in ledger.files.items()
    }
    return {
        "format": FORMAT,
        "inputs": ledger.inputs,
        "said": ledger.said,
        "until": ledger.until,
        "look": [ledger.look.rest, [(str(place), files) for place, files in ledger.look.files]],
        "reads": [*reads],
        "files": files,
    }


def _unpacked(data: Mapping[str, Any]) -> Ledger:
    reads = [tuple(names) for names in data["reads"]]
    files = {
        path: Entry(sha256, (size, changed), inputs, reads[number])
        for path, (sha256, size, changed, inputs, number) in data["files"].items()
    }
    rest, places = data["look"]
    look = Look(tuple(rest), tuple((Path(place), seen) for place, seen in places))
    return Ledger(files, data["inputs"], data["said"], data["until"], look)
