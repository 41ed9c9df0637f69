"""The reviews of all medical pages: where each stands, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plugins.desk.one_file import kinds
from plugins.desk.public import unpublished
from plugins.desk.records import record_name
from plugins.editorial.posts import Article, Page
from plugins.editorial.review import (
    Changes,
    Standing,
    State,
    assembled,
    changes_since,
    fingerprint,
    standing,
)
from plugins.editorial.review.days import today
from plugins.editorial.review.record import reviewed_last
from plugins.frontmatter import Place, Problem, Severity
from plugins.procedures.addresses import FULL, of_changes, of_pair, of_procedure
from plugins.procedures.model import Procedure
from plugins.procedures.reviewed import reviewed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from plugins.desk.one_file import Item
    from plugins.desk.reading import Desk
    from plugins.desk.records import Records
    from plugins.procedures import Catalogue

SOON = 60  # days before a review is due in which staff are reminded


@dataclass(frozen=True)
class MedicalPage:
    """A page that clinicians review: its file, its address, and where it stands.

    `name` is how commands call it, like ``procedures/name``; `place` is that of the signature, or of
    the header; `public` says whether readers would see it now, were it reviewed.
    """

    path: str
    name: str
    address: str
    title: str
    standing: Standing
    place: Place
    public: bool


def is_medical(item: Item) -> bool:
    """Whether clinicians review `item`: a procedure, a comparison, an article that is not just news."""
    return item.medical if isinstance(item, Article) else not isinstance(item, Page)


def medical_pages(
    desk: Desk, items: dict[str, Item], records: Records, catalogue: Catalogue
) -> tuple[tuple[MedicalPage, ...], dict[str, Changes]]:
    """Return the medical pages among `items`, and what has changed since the review of each procedure.

    The latter go by the address of the procedure; those without a record have none.
    """
    addresses = {kind.folder: kind.address for kind in kinds(())}
    hidden = unpublished(items.values())
    pages: list[MedicalPage] = []
    changes: dict[str, Changes] = {}
    for path, item in sorted(items.items()):
        if not is_medical(item):
            continue
        folder = path.removeprefix(f"{desk.shown}/").split("/", 1)[0]
        address = addresses[folder].format(item.slug)
        found = _changes(item, records, record_name(folder, item.slug), catalogue)
        if found:
            changes[address] = found
        stands = _standing(item, desk, catalogue)
        if found and stands.changed:
            stands = replace(stands, changes=of_changes(address))
        place = item.byline.reviewed_by[1] if item.byline.reviewed_by else item.place
        name = f"{folder}/{item.slug}"
        pages.append(MedicalPage(path, name, address, item.title, stands, place, path not in hidden))
    return tuple(pages), changes


def _standing(item: Item, desk: Desk, catalogue: Catalogue) -> Standing:
    byline = item.byline
    person = byline.reviewed_by and desk.shared.house.people.records.get(byline.reviewed_by[0])
    if not person or not byline.reviewed_on:
        return Standing(State.UNREVIEWED)
    fits = byline.fingerprint == fingerprint(reviewed(item, catalogue))
    months = byline.review_every or desk.shared.house.review_every
    return standing(person, byline.reviewed_on, months, fits=fits, today=today())


def _changes(item: Item, records: Records, record: str, catalogue: Catalogue) -> Changes | None:
    """Return what has changed on the page of a procedure since the review in its record."""
    review = reviewed_last(records.get(record, ()), item.byline.fingerprint)
    if not isinstance(item, Procedure) or review is None:
        return None
    return changes_since(review, reviewed(item, catalogue))


def unreviewed(pages: Iterable[MedicalPage]) -> frozenset[str]:
    """Return the paths of the pages that are not as a clinician has signed them."""
    return frozenset(page.path for page in pages if not page.standing.reviewed)


def all_standings(pages: Iterable[MedicalPage], catalogue: Catalogue) -> dict[str, Standing]:
    """Return the standing of each page by its address: medical ones, and those put together from them."""
    found = {page.address: page.standing for page in pages}
    found |= {f"drafts/{page.name.split('/', 1)[1]}/": page.standing for page in pages if _is_post(page)}

    def of(procedures: Iterable[Procedure]) -> Standing:
        return assembled([found[of_procedure(procedure)] for procedure in procedures])

    together = {of_pair(*pair): of(catalogue.side_by_side(pair)) for pair in catalogue.pairs}
    return {**found, **together, FULL: of(catalogue.in_order)}


def _is_post(page: MedicalPage) -> bool:
    return page.address.startswith("blog/")


def review_notices(pages: Iterable[MedicalPage]) -> Iterator[Problem]:
    """Yield a notice for each page whose review ended, is overdue, or is due soon."""
    day = today()
    for page in pages:
        if message := _notice(page.standing, day):
            expected = f"a clinician to read it, then: make sign PAGE={page.name} BY=..."
            yield Problem(page.place, message, expected, severity=Severity.NOTICE)


def _notice(stands: Standing, day: datetime.date) -> str:
    if stands.changed:
        return f"changed since the review of {stands.on}: not shown as reviewed"
    if stands.overdue:
        return f"the review of {stands.on} was due again on {stands.due}"
    return f"the review is due on {stands.due}" if stands.due_within(SOON, day) else ""


def summary(pages: Iterable[MedicalPage], *, withheld: bool = False) -> str:
    """Return how many medical pages are reviewed and how many are not, in a sentence.

    Only what would be public counts.  Where the unreviewed are `withheld`, it says so.
    """
    public = [page.standing for page in pages if page.public]
    if not public:
        return ""
    counts = {state: sum(stands.state is state for stands in public) for state in State}
    waiting = counts[State.UNREVIEWED] + counts[State.CHANGED]
    if not waiting and not counts[State.OVERDUE]:
        return f"all {len(public)} medical pages are reviewed"
    parts = [
        f"{number} {words}"
        for number, words in (
            (counts[State.UNREVIEWED], "not yet reviewed by a clinician"),
            (counts[State.CHANGED], "changed since the review"),
            (counts[State.OVERDUE], "overdue for the next review"),
        )
        if number
    ]
    kept = f"; {waiting} withheld" if withheld and waiting else ""
    return f"of {len(public)} medical pages: {', '.join(parts)}{kept} (make due lists them)"
