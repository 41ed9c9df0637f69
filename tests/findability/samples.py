"""A site, its people and its bicycle repairs, for the tests of this room."""

import datetime

from plugins.editorial.house import Detail
from plugins.editorial.people import Person
from plugins.editorial.review import Standing, State
from plugins.findability import Site
from plugins.frontmatter import Place

PLACE = Place("content/site.yaml", 1, 1)
DETAILS = {
    "clinic.name": "Green Hill",
    "clinic.phone": "+1 202 555 2368",
    "clinic.address": "4 Hill Road",
    "clinic.email": "desk@greenhill.org",
    "clinic.hours": "9 to 5",
    "emergency": "Call 911.",
}
TEAM = Person("editorial-team", "Editorial team", "writes", "", PLACE)
DOCTOR = Person("lee", "Dana Lee", "head of the clinic", "MD", PLACE)


SIGNED = Standing(State.CURRENT, DOCTOR, datetime.date(2026, 2, 26), datetime.date(2027, 2, 26))


def site(origin="https://clinic.org", **changes):
    """Give a site whose details are as above but for the changes."""
    texts = DETAILS | {f"clinic.{name}": text for name, text in changes.items()}
    details = {name: Detail(name, text, PLACE) for name, text in texts.items()}
    return Site("Warm Hands", "Pain explained", "en", origin, details)
