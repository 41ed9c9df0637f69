"""Days of reviews: today, the day of a signature, and the day some months later."""

from __future__ import annotations

import calendar
import datetime
import os
import re

from plugins.frontmatter import Node, refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import date, text

DEFAULT_MONTHS = 12
MAX_MONTHS = 24
_MONTHS_IN = {"month": 1, "months": 1, "year": 12, "years": 12}
_INTERVAL = re.compile(rf"([0-9]{{1,4}}) ({'|'.join(_MONTHS_IN)})")


def today() -> datetime.date:
    """Return the day of this run: that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = int(epoch) if epoch.isdecimal() else datetime.datetime.now(tz=datetime.UTC).timestamp()
    return datetime.datetime.fromtimestamp(now, tz=datetime.UTC).date()


def signed_day(node: Node) -> datetime.date:
    """Read the day of a signature: an ISO date that has come, somewhere on earth."""
    day = date(node)
    if day > today() + datetime.timedelta(days=1):
        raise refuse(node.place, f'"{day}" is in the future', expected="the day on which it was signed")
    return day


def interval(node: Node) -> int:
    """Read how long a review holds, in months: ``12 months``, ``1 year``."""
    value = text(node)
    found = _INTERVAL.fullmatch(value)
    if not found:
        expected = f"months or years, like 12 months; at most {MAX_MONTHS} months"
        raise refuse(node.place, f'"{shorten(value)}" is no interval of reviews', expected=expected)
    months = int(found[1]) * _MONTHS_IN[found[2]]
    if not 1 <= months <= MAX_MONTHS:
        expected = f"1 to {MAX_MONTHS} months"
        raise refuse(node.place, f'"{value}" is no interval that can be trusted', expected=expected)
    return months


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of the month some `months` later, or the last where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
