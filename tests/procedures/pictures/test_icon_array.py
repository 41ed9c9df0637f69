import re
from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.procedures.fields import TYPES
from plugins.procedures.model import Qualifier, Quantity
from plugins.procedures.pictures import icon_array
from tests.procedures.samples import typed

SIDE, STEP = 4, 5
SIZES = {"in 100": (10, 10), "in 1,000": (40, 25)}
FREQUENCY = TYPES["frequency"]()


def path_data(picture, name):
    found = re.search(rf'class="icons__{name}" d="([^"]*)"', picture)
    return found[1] if found else ""


def strokes(data):
    """Give each stroke as its left end, its height in the picture and its length."""
    for numbers in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", data):
        yield tuple(Decimal(number) for number in numbers)


def squares(picture, name):
    """Give what dashes of one square and one gap leave of each stroke: left end, height, length."""
    for x, y, length in strokes(path_data(picture, name)):
        for start in range(0, ceil(length), STEP):
            yield x + start, y, min(Decimal(SIDE), length - start)


def dots(picture):
    """Give the place of the square in whose middle each dot of a dotted stroke stands."""
    for x, y, length in strokes(path_data(picture, "rest")):
        yield from ((x + start - SIDE // 2, y, 0) for start in range(0, int(length), STEP))


def people(picture, name):
    """Give how many squares are drawn: by their length, which may end with a part of one."""
    return sum((length for *_, length in squares(picture, name)), Decimal(0)) / SIDE


@st.composite
def frequencies(draw):
    unit = draw(st.sampled_from(sorted(SIZES)))
    most = SIZES[unit][0] * SIZES[unit][1]
    places = draw(st.integers(0, 6))
    numbers = st.integers(0, most * 10**places).map(lambda number: Decimal(number).scaleb(-places))
    low, high = sorted((draw(numbers), draw(numbers)))
    qualifier = draw(st.sampled_from(Qualifier))
    if qualifier not in {Qualifier.EXACTLY, Qualifier.ABOUT}:
        low = high
    return Quantity(low, high, qualifier, unit)


@settings(max_examples=40)
@given(frequencies())
def test_as_many_squares_are_filled_as_the_number_says(value):
    picture = icon_array(value, "")
    at_most = value.qualifier in {Qualifier.UP_TO, Qualifier.LESS_THAN}

    assert people(picture, "have") == (0 if at_most else value.low)
    assert people(picture, "have") + people(picture, "may") == value.high


@settings(max_examples=40)
@given(frequencies())
def test_everybody_has_one_place_in_the_same_order(value):
    picture = icon_array(value, "")
    columns, rows = SIZES[value.unit]
    drawn = [*squares(picture, "have"), *squares(picture, "may"), *dots(picture)]

    cells = [(y // STEP) * columns + x // STEP for x, y, _ in drawn]

    assert cells == sorted(cells)
    assert set(cells) == set(range(columns * rows))
    assert all(x % STEP + length <= SIDE and y % STEP == SIDE // 2 for x, y, length in drawn)


def test_a_number_with_a_part_of_a_person():
    picture = icon_array(typed("2.6 in 100", FREQUENCY), 'Of 100 people, 2.6 have "it"')

    assert picture.startswith(
        '<svg class="icons icons--100" width="49" height="49" viewBox="0 0 49 49" role="img" '
        'aria-label="Of 100 people, 2.6 have &#34;it&#34;">'
        '<path class="icons__have" d="M0 2h12.4"/>'
        '<path class="icons__rest" d="M17 2h31M2 7h46'
    )
    assert picture.endswith('M2 47h46"/></svg>')


@pytest.mark.parametrize(
    ("text", "have", "may", "rest"),
    [
        ("0 in 100", 0, 0, 100),
        ("100 in 100", 100, 0, 0),
        ("about 12 in 100", 12, 0, 88),
        ("7 to 9.5 in 100", 7, 2.5, 90),
        ("up to 40 in 100", 0, 40, 60),
        ("less than 1 in 100", 0, 1, 99),
        ("at least 30 in 100", 30, 0, 70),
        ("more than 30 in 100", 30, 0, 70),
        ("21 in 1,000", 21, 0, 979),
    ],
)
def test_what_is_certain_what_may_be_and_what_is_left(text, have, may, rest):
    picture = icon_array(typed(text, FREQUENCY), text)

    assert (people(picture, "have"), people(picture, "may")) == (have, may)
    assert len(list(dots(picture))) == rest


@pytest.mark.parametrize("text", ["1 in 10,000", "2 in 100,000"])
def test_more_people_than_can_be_drawn_are_left_to_the_words(text):
    assert icon_array(typed(text, FREQUENCY), text) == ""
