"""Where a page stands."""

import datetime

import pytest

from plugins.editorial.people import Person
from plugins.editorial.review import Standing, State, assembled, standing
from plugins.frontmatter import Place

ANN = Person("ann", "Ann", "", "MD", Place("people.yaml"))
ON = datetime.date(2026, 2, 26)
DUE = datetime.date(2027, 2, 26)
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "fits", "state"),
    [
        (ON, True, State.CURRENT),
        (DUE, True, State.CURRENT),
        (DUE + DAY, True, State.OVERDUE),
        (ON, False, State.CHANGED),
        (DUE + DAY, False, State.CHANGED),
    ],
)
def test_a_review_holds_through_the_day_on_which_the_next_is_due(today, fits, state):
    assert standing(ANN, ON, 12, fits=fits, today=today) == Standing(state, ANN, ON, DUE)


@pytest.mark.parametrize(("days", "soon"), [(60, True), (61, False)])
def test_a_review_is_due_soon_some_days_before(days, soon):
    stands = standing(ANN, ON, 12, fits=True, today=ON)

    assert stands.due_within(60, DUE - days * DAY) is soon


def test_a_page_put_together_is_as_old_as_its_oldest_part():
    new = Standing(State.CURRENT, ANN, ON + DAY, DUE)
    old = Standing(State.OVERDUE, ANN, ON, DUE + DAY)

    assert assembled([new, old]) == Standing(State.OVERDUE, None, ON, DUE, assembled=True)
    assert assembled([new, new]).state is State.CURRENT


@pytest.mark.parametrize("state", [State.CHANGED, State.UNREVIEWED])
def test_one_part_without_a_review_is_enough(state):
    parts = [Standing(State.CURRENT, ANN, ON, DUE), Standing(state)]

    assert assembled(parts) == Standing(State.UNREVIEWED, assembled=True)
    assert assembled([]) == Standing(State.UNREVIEWED, assembled=True)
