"""Where a run finds what earlier ones have found out."""

from __future__ import annotations

from pathlib import Path

from plugins.engine.store import Store

CACHES = Path(".cache")  # where the command runs, beside the output


def reading_store(caches: Path = CACHES) -> Store:
    """Return the store of what was read, in the folder `caches`."""
    return Store.open(caches / "reading.jsonl", version="1")
