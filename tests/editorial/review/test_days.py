"""Days and intervals of reviews."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.review.days import interval, months_later, signed_day, today
from plugins.frontmatter import Place, Scalar

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1))


def typed(text):
    return Scalar(Place("a.md", 3, 5), text)


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2026-02-26", 12, "2027-02-26"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 1, "2026-12-30"),
    ],
)
def test_a_due_day_is_the_same_day_of_a_later_month_or_its_last(day, months, due):
    assert months_later(datetime.date.fromisoformat(day), months).isoformat() == due


@given(DAYS, st.integers(1, 24))
def test_a_due_day_lies_in_the_month_that_was_meant(day, months):
    due = months_later(day, months)

    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == months
    assert due.day == day.day or (due.day < day.day and (due + datetime.timedelta(1)).day == 1)


@pytest.mark.parametrize(("text", "months"), [("12 months", 12), ("1 month", 1), ("2 years", 24)])
def test_an_interval_is_read_in_months(text, months):
    assert interval(typed(text)) == months


@pytest.mark.parametrize(
    "text", ["0 months", "25 months", "3 years", "12", "1.5 years", "12 weeks", "a year"]
)
def test_other_intervals_are_refused(text, refusal):
    assert refusal(interval, typed(text)).startswith(f'a.md:3:5: "{text}" is no interval')


def test_a_run_has_the_day_that_it_is_told(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")

    assert today() == datetime.date(2026, 9, 21)


def test_a_signature_may_bear_the_day_that_has_begun_somewhere(monkeypatch, refusal):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")

    assert signed_day(typed("2026-09-22")) == datetime.date(2026, 9, 22)
    assert '"2026-09-23" is in the future' in refusal(signed_day, typed("2026-09-23"))
