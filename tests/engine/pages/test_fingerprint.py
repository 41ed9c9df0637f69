"""Equal fingerprints for equal values and for no others, in whatever order they are asked for."""

import datetime
import enum
import threading
from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.engine.pages.facet import Facet
from plugins.engine.pages.fingerprint import Fingerprints, OpaqueError, digest

ATOMS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.binary(),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.decimals(allow_nan=False),
)
KEYS = st.one_of(st.text(), st.integers(), st.booleans())
VALUES = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.lists(part), st.tuples(part, part), st.dictionaries(KEYS, part), st.frozensets(KEYS)
    ),
    max_leaves=12,
)


def of(value):
    return Fingerprints().of(value)


def shape(value):
    """Tell values apart that Python takes for equal: 1, 1.0 and True, or dicts in another order."""
    if isinstance(value, list | tuple):
        return type(value), [shape(one) for one in value]
    if isinstance(value, frozenset):
        return frozenset, frozenset((type(one), one) for one in value)
    if isinstance(value, dict):
        return dict, [(shape(key), shape(one)) for key, one in value.items()]
    return type(value), repr(value)


@given(VALUES, VALUES)
def test_fingerprints_are_equal_where_values_are(one, other):
    assert (of(one) == of(other)) is (shape(one) == shape(other))


@given(st.lists(VALUES, max_size=4))
def test_it_is_the_same_whatever_was_asked_for_before(values):
    known = Fingerprints()
    found = [known.of(value) for value in values]
    assert found == [of(value) for value in values]
    assert found == [known.of(value) for value in values]


@given(st.lists(st.text()), st.lists(st.text()))
def test_no_two_lists_of_texts_run_together(one, other):
    assert (digest(one) == digest(other)) is (one == other)


def test_a_set_has_no_order_and_a_dict_has_one():
    many = [f"name {number}" for number in range(50)]
    assert of(frozenset(many)) == of(frozenset(many[::-1]))
    assert of({"a": 1, "b": 2}) != of({"b": 2, "a": 1})


def test_what_a_text_is_counts_with_what_it_says():
    long = "x" * 99
    assert len({of(long), of(Markup("{}").format(long)), of(long.encode()), of([long]), of((long,))}) == 5


def test_large_bytes_have_a_short_fingerprint():
    assert len(of(b"\0" * 1_000_000)) == 32


@dataclass(frozen=True)
class Point:
    x: int
    y: object = None


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


def test_data_classes_follow_from_their_fields_and_names_of_choices_from_themselves():
    assert of(Point(1)) == of(Point(1))
    assert len({of(Point(1)), of(Point(2)), of(Point(1, Point(1))), of((1, None))}) == 4
    assert of(Colour.RED) != of(Colour.BLUE)
    assert of(datetime.date(2026, 1, 1)) != of(datetime.datetime(2026, 1, 1))  # noqa: DTZ001 (naive on purpose)


def test_who_says_its_own_is_believed():
    assert of(Facet("known", lambda: 1)) == "known"
    assert of([Facet("known", lambda: 1)]) == of([Facet("known", lambda: 2)])


def adding(number):
    return lambda other: other + number


def adding_at_least(number):
    return lambda other, more=number: other + more


@pytest.mark.parametrize("make", [adding, adding_at_least])
def test_a_function_follows_from_what_it_took_along(make):
    assert of(make(1)) == of(make(1))
    assert of(make(1)) != of(make(2))


def test_a_method_follows_from_what_it_belongs_to():
    assert of([1].count) != of([2].count)
    assert of(Point(1).__eq__) != of(Point(2).__eq__)


@pytest.mark.parametrize("value", [threading.Lock(), object(), partial(print), iter([]), adding(object())])
def test_what_cannot_be_looked_into_has_none(value):
    known = Fingerprints()
    for _ in range(2):  # it is looked into once
        with pytest.raises(OpaqueError):
            known.of([Point(1, value)])


def test_what_holds_itself_has_none_wherever_one_comes_in():
    """A part of a circle, asked for first or last, must not be taken for what it was without the rest."""
    whole = [1]
    part = [whole]
    whole.append(part)
    known = Fingerprints()
    for value in (whole, part, whole):
        with pytest.raises(OpaqueError):
            known.of(value)
