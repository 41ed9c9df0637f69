"""How a page stands with its reviewers: one value that templates, commands and data files read."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.review.days import months_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.editorial.people import Person


class State(enum.Enum):
    """What can be said of a page's review."""

    UNREVIEWED = "not reviewed"
    CURRENT = "current"
    CHANGED = "changed since"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a page, who reviewed it on which day, and when the next review is due.

    The last three are None for a page that nobody has reviewed; a page that is `assembled` from others has
    no reviewer of its own.  `changes` is the address of the page that says what has changed, or "".
    """

    state: State
    reviewer: Person | None = None
    on: datetime.date | None = None
    due: datetime.date | None = None
    assembled: bool = False
    changes: str = ""

    @property
    def reviewed(self) -> bool:
        """Whether what readers see is what a clinician has signed."""
        return self.state in {State.CURRENT, State.OVERDUE}

    @property
    def changed(self) -> bool:
        """Whether there was a review, and facts or text have changed since."""
        return self.state is State.CHANGED

    @property
    def overdue(self) -> bool:
        """Whether the page is as it was signed, and the next review should have been."""
        return self.state is State.OVERDUE

    def due_within(self, days: int, today: datetime.date) -> bool:
        """Whether a review that holds is due in the next `days` days."""
        soon = today + datetime.timedelta(days=days)
        return self.state is State.CURRENT and self.due is not None and self.due <= soon


def standing(
    reviewer: Person, on: datetime.date, months: int, *, fits: bool, today: datetime.date
) -> Standing:
    """Return the standing of a page that `reviewer` signed.

    `fits` says whether the page still is what was signed; the review holds for `months`.
    """
    due = months_later(on, months)
    state = State.CHANGED if not fits else State.OVERDUE if today > due else State.CURRENT
    return Standing(state, reviewer, on, due)


def assembled(parts: Sequence[Standing]) -> Standing:
    """Return the standing of a page made of others: reviewed when all are, since the oldest of them."""
    if not parts or not all(part.reviewed for part in parts):
        return Standing(State.UNREVIEWED, assembled=True)
    state = State.OVERDUE if any(part.overdue for part in parts) else State.CURRENT
    on = min(part.on for part in parts if part.on)
    due = min(part.due for part in parts if part.due)
    return Standing(state, None, on, due, assembled=True)
