"""Remembers the facts of unchanged files between two builds, in one file that may vanish at any time.

The first line is the SHA-256 of all that follows. What does not agree with it, or was written by another
version of this package or for another address of the site, is not there.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from plugins.engine.verify.addresses import Site
from plugins.engine.verify.facts import PageFacts

Entry = tuple[str, PageFacts]
"""The SHA-256 of a file, and its facts."""

_DEFAULTS = asdict(PageFacts())
_SHARED = ("links", "loads")
"""What pages have in common is written once, and named by its number."""


def load(path: Path | None, site: Site) -> dict[str, Entry]:
    """Return what the last build has kept, or nothing."""
    if path is None:
        return {}
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
        if digest != _digest(body, site):
            return {}
        kept = json.loads(body)
        targets = kept["targets"]
        return {page: (entry[0], _facts(entry[1], targets)) for page, entry in kept["pages"].items()}
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}


def save(path: Path, site: Site, known: Mapping[str, Entry]) -> None:
    """Keep the facts of this build's files, and of no others."""
    targets: dict[str, int] = {}
    pages = {page: [digest, _entry(facts, targets)] for page, (digest, facts) in known.items()}
    body = json.dumps({"targets": list(targets), "pages": pages}, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):  # without it the next build only takes longer
        _replace(path, b"%b\n%b" % (_digest(body, site), body))


def packed(entry: Entry) -> bytes:
    """Return an entry as JSON of its own."""
    digest, facts = entry
    said = {name: value for name, default in _DEFAULTS.items() if (value := getattr(facts, name)) != default}
    return json.dumps([digest, said]).encode()


def unpacked(data: bytes) -> Entry:
    """Return the entry that was packed."""
    digest, said = json.loads(data)
    return digest, PageFacts(**_with_tuples(said))


def _with_tuples(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}


def _facts(entry: dict[str, Any], targets: list[str]) -> PageFacts:
    values = _with_tuples(entry)
    for name in _SHARED:
        if name in values:
            values[name] = tuple([targets[number] for number in values[name]])
    return PageFacts(**values)


def _entry(facts: PageFacts, targets: dict[str, int]) -> dict[str, Any]:
    """Return facts as JSON has them, without those that say nothing."""
    entry = {name: said for name, default in _DEFAULTS.items() if (said := getattr(facts, name)) != default}
    for name in _SHARED:
        if name in entry:
            entry[name] = [targets.setdefault(target, len(targets)) for target in entry[name]]
    return entry


def _digest(body: bytes, site: Site) -> bytes:
    return hashlib.sha256(b"%r %b %b" % (site, _made_by(), body)).hexdigest().encode()


@cache
def _made_by() -> bytes:
    """Return what tells this version of the package, and of what it reads pages with, from others."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(version("selectolax").encode() + b"".join(map(Path.read_bytes, sources))).digest()


def _replace(path: Path, data: bytes) -> None:
    """Write beside it first: nobody ever sees half of it, and a killed build leaves no more than one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
