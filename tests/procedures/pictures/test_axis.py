from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.procedures.fields import TYPES
from plugins.procedures.model import Qualifier, Quantity
from plugins.procedures.pictures import axis
from plugins.procedures.pictures.axis import EDGE, WIDTH
from tests.procedures.samples import typed

TIME = TYPES["duration"]()
UNITS = ("minutes", "hours", "days", "weeks", "months", "years")
AMOUNTS = st.integers(0, 10**9).map(lambda number: Decimal(number) / 100)
TIMES = st.builds(
    lambda ends, qualifier, unit: Quantity(min(ends), max(ends), qualifier, unit),
    st.tuples(AMOUNTS, AMOUNTS),
    st.sampled_from(Qualifier),
    st.sampled_from(UNITS),
)


def axis_of(*texts, kind=TIME):
    return axis([typed(text, kind) for text in texts], kind)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["6 to 12 months", "3 weeks"], "0 to 12 months"),
        (["30 to 90 minutes", "about 20 minutes"], "0 to 90 minutes"),
        (["120 minutes", "1 to 2 hours"], "0 to 2 hours"),
        (["up to 31 minutes"], "0 to 40 minutes"),
        (["0.5 hours"], "0 to 1 hour"),
        (["at least 2 years", "6 months"], "0 to 3 years"),
        (["at least 100 days"], "0 to 150 days"),
        (["1 day"], "0 to 1 day"),
    ],
)
def test_an_axis_ends_at_a_round_number_of_the_unit_of_its_largest_value(texts, words):
    assert axis_of(*texts).words == words


def test_an_axis_speaks_the_words_of_its_type():
    assert axis_of("1,500 to 2,400 USD", kind=TYPES["money"](unit="USD")).words == "0 to 2,400 USD"
    assert axis_of("up to 7 per year", kind=TYPES["count"](unit="visits", per="year")).words == (
        "0 to 7 visits per year"
    )


def test_there_is_no_axis_where_nothing_is_to_be_seen():
    assert axis([], TIME) is None
    assert axis_of("0 days", "up to 0 weeks") is None


@given(st.lists(TIMES, min_size=1))
def test_all_values_have_room_without_more_than_a_round_number_needs(values):
    found = axis(values, TIME)
    ends = [end for value in values for end in TIME.bounds(value) if end]

    assert (found is None) == (not ends)
    if found:
        assert max(ends) <= found.end
        assert found.end < max(ends) * Fraction(5, 2) or found.end in {TIME.scale(value) for value in values}


@given(st.fractions(0, 1000), st.fractions(0, 1000))
def test_what_is_more_stands_further_right_and_on_the_axis(one, other):
    found = axis_of("1,000 minutes")
    left, right = found.at(min(one, other)), found.at(max(one, other))

    assert EDGE <= left <= right <= WIDTH - EDGE
    assert (left < right) == (one != other)


def test_the_ends_of_an_axis_are_the_ends_of_its_line():
    found = axis_of("90 minutes")

    assert (found.at(Fraction(0)), found.at(Fraction(90))) == (EDGE, WIDTH - EDGE)
    with pytest.raises(ValueError, match=r"^91 is not on the axis 0 to 90 minutes$"):
        found.at(Fraction(91))
