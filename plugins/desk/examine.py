"""Reading and judging a whole content folder, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.appointment import FILE as APPOINTMENT
from plugins.appointment import read_appointment
from plugins.desk.edition import Edition
from plugins.desk.judge import judged
from plugins.desk.reading import BLOCKS, Desk, read_folder
from plugins.editorial import read_house
from plugins.editorial.markdown_html import converter
from plugins.frontmatter import Problem, Refusal
from plugins.frontmatter.problems import in_file_order
from plugins.procedures import read_fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def examine(content: Path, shown: str, *, public: bool = False, withhold: bool = False) -> Edition:
    """Read and judge everything in the folder `content`, called `shown` in messages.

    All is judged; an edition for the `public` then goes without drafts, and, where it is to `withhold` them,
    without medical pages that no clinician has reviewed as they are.
    """
    house = read_house(content, shown)
    desk = Desk(content, shown, house, (), converter(BLOCKS))
    desk.appointment = read_appointment(content / APPOINTMENT, f"{shown}/{APPOINTMENT}")
    desk.problems += (*house.problems, *desk.appointment.problems)
    try:
        desk.fields = read_fields(content / "fields.yaml", f"{shown}/fields.yaml")
    except Refusal as refusal:
        desk.take(refusal)
    read_folder(desk)
    if not _stands(desk):
        nothing: frozenset[str] = frozenset()
        problems = tuple(in_file_order(_known_only(desk)))
        return Edition(house, None, nothing, {}, nothing, {}, nothing, problems)
    edition = judged(desk, public=public, withhold=withhold)
    from plugins.engine.pages.fingerprint import Fingerprints

    known = Fingerprints()
    cat = edition.catalogue
    items = [*edition.posts.values(), *cat.procedures.values(), *cat.comparisons]
    from dataclasses import replace

    return replace(
        edition, digests={i.path: known.of(i) for i in items}, shared=known.of([edition.house, cat.fields])
    )


def _stands(desk: Desk) -> bool:
    """Whether all that everything rests on could be read: fields, sources, people, and who the clinic is."""
    house = desk.house
    shared = {f"{desk.shown}/{name}" for name in ("fields.yaml", "site.yaml")}
    broken = any(problem.place.path in shared for problem in desk.problems)
    return not (broken or _unread(house.sources) or _unread(house.people))


def _unread(shelf: Any) -> bool:
    return bool(shelf.problems) and not shelf.broken


def _known_only(desk: Desk) -> Iterator[Problem]:
    """Yield the problems that stand, without those that only follow from missing fields."""
    for problem in desk.problems:
        if desk.fields or "/procedures/" not in problem.place.path:
            yield problem
