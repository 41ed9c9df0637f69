"""What a run may use besides the content: the folder of caches, and so many processes."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.engine.store import Store
from plugins.frontmatter import Place, Problem, Refusal
from plugins.frontmatter.nodes import shorten

CACHES = Path(".cache")  # where the command runs, beside the output
JOBS = "JOBS"
_MOST = 64


def reading_store(caches: Path = CACHES) -> Store:
    """Return the store of what was read, in the folder `caches`."""
    return Store.open(caches / "reading.jsonl", version="1")


def jobs_wanted(asked: str) -> int:
    """Return how many processes may share the work: as many as there are processors where none is `asked`.

    Raises Refusal.
    """
    if not asked:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not (
        asked.isascii() and asked.isdecimal() and len(asked) <= len(str(_MOST)) and 1 <= int(asked) <= _MOST
    ):
        message = f'"{shorten(asked)}" is no number of processes'
        expected = f"a whole number from 1 to {_MOST}, like JOBS=2"
        raise Refusal(Problem(Place("settings"), message, expected, field=JOBS))
    return int(asked)
