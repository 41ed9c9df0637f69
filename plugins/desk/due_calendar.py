"""The days on which reviews are due as a calendar file (RFC 5545), the same bytes for the same reviews."""

from __future__ import annotations

import datetime
import os
import uuid
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.desk.reviews import MedicalPage

_PRODUCT = "-//clinic site//reviews due//EN"


def calendar_bytes(pages: Iterable[MedicalPage], within: int) -> bytes:
    """Return an event of a whole day for each page whose review holds or is overdue.

    Each has an alarm `within` days before; its UID stays the same over all reviews of the page.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for page in pages:
        if page.standing.reviewed:
            calendar.add_component(_event(page, within))
    return bytes(calendar.to_ical())


def _event(page: MedicalPage, within: int) -> Event:
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"review:{page.address}")))
    event.add("dtstamp", _stamp(page))
    event.add("dtstart", page.standing.due)
    event.add("summary", f"Review due: {page.title}")
    event.add("description", f"A clinician reads it, then: make sign PAGE={page.name} BY=...")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(page, within))
    return event


def _alarm(page: MedicalPage, within: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", datetime.timedelta(days=-within))
    alarm.add("description", f"Review due in {within} days: {page.title}")
    return alarm


def _stamp(page: MedicalPage) -> datetime.datetime:
    """Return when the event was made: SOURCE_DATE_EPOCH, or the start of the day of the review."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    day = page.standing.on or datetime.date.min
    return datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
