"""The files at the top of a content folder, on which everything rests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.appointment import FILE as APPOINTMENT
from plugins.appointment import Appointment, read_appointment
from plugins.desk.kept.readings import as_json, codec
from plugins.editorial import House, read_house
from plugins.frontmatter import Problem, Refusal
from plugins.frontmatter.files import read_bytes
from plugins.procedures import Field, read_fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plugins.engine.store import Store

FIELDS = "fields.yaml"
SHARED = (FIELDS, "sources.yaml", "people.yaml", "site.yaml", "glossary.yaml", APPOINTMENT)


@dataclass(frozen=True)
class Shared:
    """What they say, and what is wrong with it; no fields where that file is wrong."""

    house: House
    appointment: Appointment
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]


def digests(content: Path, shown: str) -> dict[str, str]:
    """Return a digest of what each file holds; of why it cannot be read, where it cannot."""
    return {name: sha256(_held(content / name, f"{shown}/{name}")).hexdigest() for name in SHARED}


def _held(path: Path, shown: str) -> bytes:
    try:
        return read_bytes(path, shown)
    except Refusal as refusal:
        return b"\0" + str(refusal).encode("utf-8", "surrogatepass")


def read_shared(content: Path, shown: str, held: Mapping[str, str], store: Store, code: str) -> Shared:
    """Return what the files in the folder `content` say, from the `store` if they have been read before.

    `held` are their digests, `code` is that of all that reads them.
    """
    form = codec().form(Shared)
    key = sha256(f"{code}\n{shown}\n{' '.join(held.values())}".encode("utf-8", "surrogatepass")).hexdigest()
    if (kept := store.get(key)) is not None:
        found: Shared = form.read(json.loads(kept), f"{shown}/sources.yaml")
        return found
    shared = _read(content, shown)
    if digests(content, shown) == held:  # and not saved in between
        store.put(key, as_json(form.write(shared, f"{shown}/sources.yaml")))
    return shared


def _read(content: Path, shown: str) -> Shared:
    house = read_house(content, shown)
    appointment = read_appointment(content / APPOINTMENT, f"{shown}/{APPOINTMENT}")
    problems = (*house.problems, *appointment.problems)
    try:
        return Shared(house, appointment, read_fields(content / FIELDS, f"{shown}/{FIELDS}"), problems)
    except Refusal as refusal:
        return Shared(house, appointment, (), (*problems, *refusal.problems))
