import json
from itertools import pairwise

import pytest

from plugins.frontmatter import Mapping, Scalar, Sequence
from plugins.procedures.fields import TYPES
from plugins.procedures.fields.quantity import number_words
from plugins.procedures.model import Qualifier
from tests.procedures.samples import PLACE, refusal, typed

DURATION = TYPES["duration"]()
VISITS = TYPES["count"](unit="visits", per="year")
USD = TYPES["money"](unit="USD")
FREQUENCY = TYPES["frequency"]()
PERCENT = TYPES["percent"]()
TIME = 'a duration such as "6 to 12 months" (min, h, days, weeks, months, years)'
COUNT = 'a count such as "up to 3 visits per year"'
AMOUNT = 'an amount such as "1,500 to 2,400 USD"; did you mean "USD"?'
SHARE = 'a frequency such as "12 in 100" or "2 in 1,000" (never "1 in X")'
OF_THINGS = 'a percentage such as "20 to 30 percent" or "20%"'


@pytest.mark.parametrize(
    ("kind", "spelling", "shown"),
    [
        (DURATION, "30 to 90 minutes", "30 to 90 minutes"),
        (DURATION, "30–90 min", "30 to 90 minutes"),
        (DURATION, "30-90 min", "30 to 90 minutes"),
        (DURATION, "30 — 90 mins.", "30 to 90 minutes"),
        (DURATION, "30 \N{MINUS SIGN} 90 minutes", "30 to 90 minutes"),
        (DURATION, "  30   to 90\n minutes ", "30 to 90 minutes"),
        (DURATION, "30min", "30 minutes"),
        (DURATION, "about 2 weeks", "about 2 weeks"),
        (DURATION, "About 2 weeks", "about 2 weeks"),
        (DURATION, "about 6-12 months", "about 6 to 12 months"),
        (DURATION, "at least 6 months", "at least 6 months"),
        (DURATION, "At least 6 months", "at least 6 months"),
        (DURATION, "more than 10 years", "more than 10 years"),
        (DURATION, "less than 1 hr", "less than 1 hour"),
        (DURATION, "up to 1 day", "up to 1 day"),
        (DURATION, "1 to 2 days", "1 to 2 days"),
        (DURATION, "2 to 2 days", "2 days"),
        (DURATION, "1.50 h", "1.5 hours"),
        (DURATION, "0.0 h", "0 hours"),
        (DURATION, "1,000 days", "1,000 days"),
        (DURATION, "1000 days", "1,000 days"),
        (VISITS, "up to 3 per year", "up to 3 visits per year"),
        (VISITS, "6 to 20", "6 to 20 visits per year"),
        (VISITS, "1 visit", "1 visit per year"),
        (VISITS, "1 visit per year", "1 visit per year"),
        (VISITS, "2 visit per year", "2 visits per year"),
        (VISITS, "3 visits", "3 visits per year"),
        (USD, "1,500 to 2,400 USD", "1,500 to 2,400 USD"),
        (USD, "1500-2400 USD", "1,500 to 2,400 USD"),
        (USD, "999,999,999,999 USD", "999,999,999,999 USD"),
        (USD, "12.50USD", "12.5 USD"),
        (FREQUENCY, "12 in 100", "12 in 100"),
        (FREQUENCY, "2 in 1000", "2 in 1,000"),
        (FREQUENCY, "about 5 of 100", "about 5 in 100"),
        (FREQUENCY, "5 to 7 out of 10,000", "5 to 7 in 10,000"),
        (FREQUENCY, "less than 1 in 100,000", "less than 1 in 100,000"),
        (FREQUENCY, "100 in 100", "100 in 100"),
        (PERCENT, "20%", "20 percent"),
        (PERCENT, "20–30 %", "20 to 30 percent"),
        (PERCENT, "150 percent", "150 percent"),
    ],
)
def test_every_usual_spelling_is_shown_in_one_way(kind, spelling, shown):
    assert kind.show(typed(spelling, kind)) == shown


@pytest.mark.parametrize("spelling", ["min", "mins", "minute", "minutes", "Minutes", "min."])
def test_a_unit_of_time_has_many_spellings(spelling):
    assert typed(f"30 {spelling}", DURATION).unit == "minutes"


@pytest.mark.parametrize(
    ("short", "unit"),
    [("h", "hours"), ("hrs", "hours"), ("d", "days"), ("wk", "weeks"), ("mo", "months"), ("yr", "years")],
)
def test_a_unit_of_time_has_short_forms(short, unit):
    assert typed(f"30 {short}", DURATION).unit == unit


@pytest.mark.parametrize(
    ("kind", "spelling", "message", "expected"),
    [
        (DURATION, "6-12 mths", 'unknown unit "mths"', f'{TIME}; did you mean "months"?'),
        (DURATION, "1e3 days", 'unknown unit "e3 days"', f'{TIME}; did you mean "days"?'),
        (DURATION, "1:30", 'unknown unit ":30"', TIME),
        (DURATION, "30", "no unit of time", TIME),
        (DURATION, "soon", '"soon" is not a quantity', TIME),
        (DURATION, "1,5 hours", '"1,5 hours" is not a quantity', TIME),
        (DURATION, "1,5000 hours", '"1,5000 hours" is not a quantity', TIME),
        (DURATION, "-3 days", '"-3 days" is not a quantity', TIME),
        (DURATION, "1000000000000 days", '"1000000000000 days" is not a quantity', TIME),
        (DURATION, "1,000,000,000,000 days", '"1,000,000,000,000 days" is not a quantity', TIME),
        (DURATION, "90 to 30 minutes", 'range runs backwards: "90 to 30"', "30 to 90"),
        (DURATION, "1,000–10 days", 'range runs backwards: "1,000 to 10"', "10 to 1,000"),
        (DURATION, "Up to 3-5 days", '"up to" before a range', "one number after it, or the range"),
        (DURATION, "", "nothing where a quantity belongs", TIME),
        (VISITS, "2.5", '"2.5 visits per year" is not a whole number', COUNT),
        (VISITS, "1 to 2.5", '"1 to 2.5 visits per year" is not a whole number', COUNT),
        (VISITS, "3 per month", 'unknown unit "per month"', COUNT),
        (TYPES["count"](), "3 visits", 'unknown unit "visits"', 'a count such as "up to 3"'),
        (USD, "1,500 EUR", 'currency "EUR"', AMOUNT),
        (USD, "1,500 dollars", 'unit "dollars"', AMOUNT),
        (USD, "1,500", "no currency", AMOUNT),
        (FREQUENCY, "1 in 20", '"in 20" is not a denominator', SHARE),
        (FREQUENCY, "12%", '"%" is not a denominator', SHARE),
        (FREQUENCY, "12", "of how many is not said", SHARE),
        (FREQUENCY, "99 to 101 in 100", '"99 to 101 in 100" is more than all', SHARE),
        (PERCENT, "20 per cent", '"per cent" is not a percent sign', OF_THINGS),
        (PERCENT, "20", "no percent sign", OF_THINGS),
    ],
)
def test_a_wrong_quantity_is_refused_in_words(kind, spelling, message, expected):
    assert refusal(typed, spelling, kind) == f"{PLACE}: {message}\n    expected {expected}"


@pytest.mark.parametrize(
    ("node", "what"),
    [(Sequence(PLACE, (Scalar(PLACE, "3 days"),)), "a list"), (Mapping(PLACE, ()), "keys with values")],
)
def test_a_quantity_is_no_list_and_no_mapping(node, what):
    assert refusal(DURATION.parse, node) == f"{PLACE}: {what} where a quantity belongs\n    expected {TIME}"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (DURATION, "60 minutes", "1 hour"),
        (DURATION, "12 months", "1 year"),
        (DURATION, "1 to 2 weeks", "7 to 14 days"),
        (FREQUENCY, "2 in 100", "20 in 1,000"),
        (USD, "1500.0 USD", "1,500 USD"),
    ],
)
def test_the_same_amount_in_other_units_is_the_same(kind, one, other):
    assert kind.same(typed(one, kind), typed(other, kind))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (DURATION, "1 month", "30 days"),
        (DURATION, "1 hour", "about 1 hour"),
        (DURATION, "0 to 2 days", "up to 2 days"),
        (DURATION, "at least 2 days", "more than 2 days"),
        (FREQUENCY, "2 in 100", "2 in 1,000"),
    ],
)
def test_another_amount_or_bound_is_not_the_same(kind, one, other):
    assert not kind.same(typed(one, kind), typed(other, kind))


@pytest.mark.parametrize(
    ("kind", "in_order"),
    [
        (
            DURATION,
            ["less than 1 day", "up to 1 day", "45 minutes", "1 hour", "about 1 hour", "1 to 2 hours"],
        ),
        (DURATION, ["2 days", "2 to 3 days", "at least 2 days", "more than 2 days", "1 week"]),
        (FREQUENCY, ["9 in 10,000", "1 in 1,000", "2 in 100"]),
        (VISITS, ["up to 30", "3", "12"]),
    ],
)
def test_quantities_go_by_the_least_amount_that_they_can_mean_and_then_the_most(kind, in_order):
    keys = [kind.sort_key(typed(one, kind)) for one in in_order]

    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("1.5 h", {"min": 1.5, "max": 1.5, "qualifier": None, "text": "1.5 hours"}),
        ("about 1 to 2 h", {"min": 1, "max": 2, "qualifier": "about", "text": "about 1 to 2 hours"}),
        ("at least 2 h", {"min": 2, "max": None, "qualifier": "at least", "text": "at least 2 hours"}),
        ("less than 2 h", {"min": None, "max": 2, "qualifier": "less than", "text": "less than 2 hours"}),
    ],
)
def test_an_open_end_is_null_in_json(spelling, expected):
    exported = DURATION.export(typed(spelling, DURATION))

    assert json.loads(json.dumps(exported)) == {"unit": "hours", **expected}


def test_whole_numbers_are_whole_in_json():
    assert json.dumps(USD.export(typed("1,500.00 USD", USD))["min"]) == "1500"


def test_bounds_are_on_one_scale():
    assert DURATION.bounds(typed("1 to 2 h", DURATION)) == (60, 120)
    assert DURATION.bounds(typed("up to 2 h", DURATION)) == (0, 120)
    assert DURATION.bounds(typed("more than 2 h", DURATION)) == (120, None)


def test_numbers_have_commas_and_no_idle_zeros():
    assert number_words(typed("12500.50 USD", USD).low) == "12,500.5"


def test_all_qualifiers_are_read():
    found = [typed(f"{qualifier.value} 2 days".strip(), DURATION).qualifier for qualifier in Qualifier]

    assert found == list(Qualifier)
