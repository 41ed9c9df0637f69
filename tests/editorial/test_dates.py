"""Dates in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.dates import long_date


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime.date(2026, 2, 6), "February 6, 2026"),
        ("2016-11-30", "November 30, 2016"),
        ("2016-11", "November 2016"),
        ("2016", "2016"),
        ("not shown", "not shown"),
    ],
)
def test_a_date_is_in_words_as_far_as_it_is_known(day, words):
    assert long_date(day) == words


@given(st.dates())
def test_a_day_and_its_text_have_the_same_words(day):
    assert long_date(day) == long_date(day.isoformat())
    assert long_date(day).endswith(f" {day.day}, {day.year}")
