"""Frequencies: both sides told, and one denominator."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.procedures.fields.frequency import (
    Frequency,
    common_denominator,
    denominator,
    on_denominator,
    rest,
)
from plugins.procedures.model import Qualifier, Quantity
from tests.procedures.samples import typed

KIND = Frequency(frames=("have it", "do not"))


def frequencies():
    of = st.sampled_from([100, 1_000, 10_000, 100_000])
    single = st.tuples(of, st.integers(0, 100), st.sampled_from(list(Qualifier))).map(
        lambda made: Quantity(Decimal(made[1]), Decimal(made[1]), made[2], f"in {made[0]:,}")
    )
    ranges = st.tuples(of, st.integers(0, 50), st.integers(1, 50)).map(
        lambda made: Quantity(
            Decimal(made[1]), Decimal(made[1] + made[2]), Qualifier.EXACTLY, f"in {made[0]:,}"
        )
    )
    return single | ranges


@pytest.mark.parametrize(
    ("typing", "said"),
    [
        ("12 in 100", "12 in 100 have it, 88 do not"),
        ("7.6 in 100", "7.6 in 100 have it, 92.4 do not"),
        ("10 to 20 in 100", "10 to 20 in 100 have it, 80 to 90 do not"),
        ("about 5 in 1,000", "about 5 in 1,000 have it, about 995 do not"),
        ("up to 10 in 100", "up to 10 in 100 have it, at least 90 do not"),
        ("at least 10 in 100", "at least 10 in 100 have it, up to 90 do not"),
        ("more than 10 in 100", "more than 10 in 100 have it, less than 90 do not"),
        ("less than 1 in 1,000", "less than 1 in 1,000 have it, more than 999 do not"),
        ("0 in 100", "0 in 100 have it, 100 do not"),
    ],
)
def test_both_sides_are_told(typing, said):
    assert KIND.say(typed(typing, KIND)) == said


@given(frequencies())
def test_the_rest_of_the_rest_is_what_was_there(value):
    assert rest(rest(value)) == value


@given(frequencies(), st.sampled_from([100, 1_000]))
def test_another_denominator_changes_no_amount_unless_it_is_less_than_one_person(value, of):
    found = on_denominator(value, of)

    assert denominator(found) == of
    if found.qualifier is Qualifier.LESS_THAN and not KIND.same(value, found):
        assert 0 < Fraction(value.high) / Fraction(denominator(value)) < Fraction(1, of)
        assert found.low == found.high == 1
    else:
        assert KIND.same(value, found)


@pytest.mark.parametrize(
    ("values", "of"),
    [
        (["12 in 100", "1 in 100"], 100),
        (["12 in 100", "9 in 1,000"], 1_000),
        (["up to 5 in 1,000"], 1_000),
        (["0 in 100", "0 in 1,000"], 100),
        (["2 in 100,000"], 1_000),
        ([], 100),
    ],
)
def test_a_row_counts_in_100_or_in_1000_where_a_value_is_below_1_in_100(values, of):
    assert common_denominator(typed(value, KIND) for value in values) == of
