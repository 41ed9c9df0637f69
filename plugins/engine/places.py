"""Where a run keeps what: the output folder and its neighbours, all on one file system."""

import os
from dataclasses import dataclass
from pathlib import Path

MARKER = ".built-by-engine"
"""A file in each output folder: only a folder that holds it is ever replaced."""


@dataclass(frozen=True)
class Places:
    """The output folder and what stands beside it during a run."""

    output: Path
    staging: Path
    """Where a run writes. Whatever is found here at the start of a run is waste."""
    old: Path
    """The last output, for the instant between two renames. Found at the start: to be put back."""
    lock: Path
    spare: Path
    """Where the next site is put together; after the swap, the one before."""
    ledgers: Path
    """What is known of these two sites."""

    @classmethod
    def beside(cls, output: str | Path) -> "Places":
        """Derive the places from the output folder; a link is followed, so that it stays a link."""
        real = Path(os.path.realpath(output))
        return cls(
            output=real,
            staging=real.with_name(f".{real.name}.staging"),
            old=real.with_name(f".{real.name}.old"),
            lock=real.with_name(f".{real.name}.lock"),
            spare=real.with_name(f".{real.name}.spare"),
            ledgers=real.with_name(f".{real.name}.ledgers"),
        )


def shown(path: str | Path) -> str:
    """Write a path as a person would: relative to the current folder where it is inside."""
    here = Path(os.path.realpath("."))
    real = Path(os.path.realpath(path))
    return str(real.relative_to(here)) if real.is_relative_to(here) else str(real)
