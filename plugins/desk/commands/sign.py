"""``sign PAGE --by KEY [--on DAY]``: a clinician's signature under a page as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.commands.reading import done, is_folder, read
from plugins.desk.files import shown_path
from plugins.desk.find_page import find_page
from plugins.desk.records import record_name
from plugins.desk.reviews import is_medical
from plugins.desk.save import save
from plugins.editorial.posts import REVIEW_KEYS
from plugins.editorial.review import Review, fingerprint, read_record
from plugins.editorial.review.days import months_later, signed_day, today
from plugins.editorial.review.header_lines import with_values
from plugins.editorial.review.record import record_text, with_review
from plugins.editorial.rules import reviewer_problems
from plugins.frontmatter import Place, Problem, Refusal, Scalar, Severity
from plugins.procedures.reviewed import reviewed, shown_by

if TYPE_CHECKING:
    import argparse
    import datetime
    from collections.abc import Iterator

    from plugins.desk.edition import Edition
    from plugins.desk.one_file import Item

HELP = "sign a page that a clinician has reviewed"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("page", help="like procedures/name; also its file or its address")
    parser.add_argument(
        "--by", default="", help="who has reviewed it: a key of people.yaml, with a credential"
    )
    parser.add_argument("--on", default="", help="the day of the review, like 2026-11-22; today if left out")
    parser.add_argument("--content", default="content", help="the content folder")


def run(options: argparse.Namespace) -> int:
    """Write the signature and its record, or say all that is against it."""
    if not is_folder(options.content):
        return 1

    def sign() -> str:
        signing = _prepared(options, read(options.content), shown_path(options.content))
        signing.save()
        return signing.told

    return done(sign, otherwise="nothing was signed")


@dataclass(frozen=True)
class _Signing:
    """What is about to be written, and how it is told."""

    page: Path
    page_data: bytes
    record: Path
    record_data: bytes
    told: str

    def save(self) -> None:
        """Write the record first: without its page it does no harm."""
        save(self.record, self.record_data)
        save(self.page, self.page_data)


def _prepared(options: argparse.Namespace, edition: Edition, shown: str) -> _Signing:
    """Return what is to be written.  Raises Refusal with all reasons against it."""
    path, day = _path_and_day(options, edition, shown)
    item = edition.items[path]
    assert edition.catalogue is not None  # noqa: S101 - or else there are no items
    content = reviewed(item, edition.catalogue)
    review = Review(options.by, day, fingerprint(content), content)
    folder = Path(options.content).resolve()
    page = folder / path.removeprefix(f"{shown}/")
    values = dict(zip(REVIEW_KEYS, (review.by, day.isoformat(), review.fingerprint), strict=True))
    name = f"{path.removeprefix(f'{shown}/').partition('/')[0]}/{item.slug}"
    inside = record_name(*name.split("/"))
    record = folder / inside
    earlier = read_record(record, f"{shown}/{inside}") if record.exists() else ()
    due = months_later(day, item.byline.review_every or edition.house.review_every)
    return _Signing(
        page,
        with_values(page.read_bytes(), page, path, values),
        record,
        record_text(with_review(earlier, review)).encode(),
        _told(edition, review, item, name, due),
    )


def _path_and_day(options: argparse.Namespace, edition: Edition, shown: str) -> tuple[str, datetime.date]:
    """Return the path of the page and the day of the signature.  Raises Refusal with all reasons."""
    problems: list[Problem] = [*reviewer_problems(options.by, Place("BY"), edition.house, "")]
    path, day = "", today()
    try:
        path = find_page(options.page, _all_slugs(edition), shown)
        problems += _against(path, edition, shown)
    except Refusal as refusal:
        problems += refusal.problems
    try:
        day = signed_day(Scalar(Place("ON"), options.on)) if options.on else day
    except Refusal as refusal:
        problems += refusal.problems
    if problems:
        raise Refusal(*problems)
    return path, day


def _all_slugs(edition: Edition) -> dict[str, str]:
    """Return the slug of each page by its path; of one with errors, what its name says."""
    broken = {path: Path(path).stem for path in edition.left_out}
    return {**broken, **{path: item.slug for path, item in edition.items.items()}}


def _against(path: str, edition: Edition, shown: str) -> Iterator[Problem]:
    """Yield why the page `path` cannot be signed."""
    problems = [problem for problem in edition.problems if problem.severity is Severity.ERROR]
    item = edition.items.get(path)
    if edition.catalogue is None:
        yield from problems
    elif item is None:
        yield from (problem for problem in problems if problem.place.path == path)
    elif not is_medical(item):
        message = "is not a page that clinicians review"
        yield Problem(Place(path), message, "a treatment, a comparison or an article without medical: false")
    else:
        yield from _broken_parts(item, edition, shown)


def _broken_parts(item: Item, edition: Edition, shown: str) -> Iterator[Problem]:
    """Yield the errors of all treatments, where `item` shows some: any of them may be one that it shows."""
    catalogue = edition.catalogue
    if catalogue and catalogue.left_out and shown_by(item, catalogue):
        start = f"{shown}/procedures/"
        broken = (p for p in edition.problems if p.place.path in edition.left_out)
        yield from (p for p in broken if p.place.path.startswith(start) and p.severity is Severity.ERROR)


def _told(edition: Edition, review: Review, item: Item, name: str, due: datetime.date) -> str:
    person = edition.house.people.records[review.by]
    return (
        f'signed: "{item.title}" as it is now, by {person.name}, {person.credential}, on {review.on}\n'
        f"    it holds until {due}, or until its facts or text change\n"
        f"    to undo this: make unsign PAGE={name}"
    )
