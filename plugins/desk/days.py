"""Whether what was read on one day still holds on another: readers refuse days that have not come."""

from __future__ import annotations

import datetime

from plugins.editorial.review.days import today

_FIRST_ZONE = datetime.timedelta(hours=14)


def days() -> str:
    """Return all that readers take for the day of today: of the run, in London, where it begins."""
    now = datetime.datetime.now(tz=datetime.UTC)
    return f"{today()} {now.date()} {(now + _FIRST_ZONE).date()}"


def holds(read_on: str, now: str, *, refused: bool) -> bool:
    """Whether a result of earlier `days` is one of `now`: a day that has come stays so."""
    if refused or not read_on or read_on == now:
        return read_on == now
    return all(then <= day for then, day in zip(read_on.split(), now.split(), strict=True))
