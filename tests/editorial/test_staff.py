"""The people behind the pages."""

import datetime
from types import SimpleNamespace

from plugins.editorial.people import Person
from plugins.editorial.review import Standing
from plugins.editorial.review.standing import State
from plugins.editorial.staff import Staffer, staff
from plugins.frontmatter import Place

DAY = datetime.date(2026, 1, 2)
PEOPLE = {key: Person(key, f"Name of {key}", "", "", Place("people.yaml")) for key in ("a", "b", "c", "d")}


def test_who_wrote_or_reviewed_is_there_in_the_order_of_the_file():
    authors = [(SimpleNamespace(name="Name of c", url="authors/c/"), [1, 2])]
    standings = {
        "x/": Standing(State.CURRENT, PEOPLE["a"], DAY, DAY),
        "y/": Standing(State.OVERDUE, PEOPLE["a"], DAY, DAY),
        "z/": Standing(State.CHANGED, PEOPLE["b"], DAY, DAY),
        "none/": Standing(State.UNREVIEWED),
    }

    assert staff(PEOPLE, authors, standings) == (
        Staffer(PEOPLE["a"], "", 0, 2),
        Staffer(PEOPLE["c"], "authors/c/", 2, 0),
    )
