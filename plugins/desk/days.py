"""Whether what was read on one day still holds on another: readers refuse days that have not come."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from plugins.editorial.review.days import today

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_ZONE = datetime.timedelta(hours=14)


def days() -> tuple[str, ...]:
    """Return all that readers take for the day of today: of the run, in London, where it begins."""
    now = datetime.datetime.now(tz=datetime.UTC)
    return today().isoformat(), now.date().isoformat(), (now + _FIRST_ZONE).date().isoformat()


def holds(read_on: Sequence[str], now: Sequence[str], *, refused: bool) -> bool:
    """Whether a result of earlier days is one of today: a day that has come stays, one that has not comes."""
    if refused:
        return list(read_on) == list(now)
    return all(then <= day for then, day in zip(read_on, now, strict=True))
