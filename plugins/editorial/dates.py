"""Dates in words, the same on every machine: no system locale takes part."""

from __future__ import annotations

import datetime
from functools import lru_cache

_MONTH, _YEAR = 7, 4  # lengths of 2016-11 and 2016


@lru_cache(maxsize=1024)  # a site has few days, each thousands of times
def long_date(day: datetime.date | str) -> str:
    """Return "November 30, 2016" for a date, "November 2016" for "2016-11"; other texts as they are."""
    from babel.dates import format_date  # heavy, and not needed to check content

    if isinstance(day, str) and len(day) == _MONTH and day[_YEAR] == "-":
        return str(format_date(datetime.date.fromisoformat(f"{day}-01"), "MMMM y", locale="en"))
    if isinstance(day, str):
        try:
            day = datetime.date.fromisoformat(day)
        except ValueError:  # a year, or "not shown"
            return str(day)
    return str(format_date(day, "MMMM d, y", locale="en"))
