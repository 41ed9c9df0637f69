"""The folder of records: for each page that was signed, what was signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.files import walk
from plugins.desk.reading import REVIEWS
from plugins.editorial.review import Review, read_record
from plugins.frontmatter import Place, Problem, Refusal, Severity
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from plugins.desk.reading import Desk

Records = dict[str, tuple[Review, ...]]


def record_name(folder: str, slug: str) -> str:
    """Return the path inside the content folder of the record of a page."""
    return f"{REVIEWS}/{folder}/{slug}.json"


def read_records(desk: Desk) -> tuple[Records, list[Problem]]:
    """Return the reviews of each page by the path of their record inside the folder, and what is wrong."""
    shown = f"{desk.shown}/{REVIEWS}"
    files, problems = walk(desk.root / REVIEWS, shown)
    records: Records = {}
    for file in files:
        try:
            records[file.name.removeprefix(f"{desk.shown}/")] = read_record(Path(file.path), file.name)
        except Refusal as refusal:
            problems += refusal.problems
    known = {record_name(folder, slug) for folder, slugs in desk.slugs.items() for slug in slugs}
    return records, [*problems, *(_of_no_page(desk.shown, name, known) for name in records.keys() - known)]


def _of_no_page(shown: str, name: str, known: set[str]) -> Problem:
    expected = "the name of the page's file, where that was renamed; delete it if the page is gone"
    near = Path(nearest(name, known, likeness=0.8)).name
    place = Place(f"{shown}/{name}")
    return Problem(place, "is the record of no page", expected, near, severity=Severity.NOTICE)
