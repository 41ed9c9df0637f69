import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.procedures.fields import TYPES
from plugins.procedures.pictures import axis, range_bar
from plugins.procedures.pictures.axis import EDGE, WIDTH
from tests.procedures.pictures.test_axis import TIMES
from tests.procedures.samples import typed

TIME = TYPES["duration"]()
LONGEST = typed("12 months", TIME)


def bar(text, *others):
    value = typed(text, TIME)
    return range_bar(value, TIME, axis([value, *others], TIME), text)


def drawn(picture, name):
    """Give the ends of the line of the class `name`."""
    found = re.search(rf'class="bar__{name}" d="M([\d.]+) 6H([\d.]+)"', picture)
    return (float(found[1]), float(found[2])) if found else None


def test_a_range_is_a_bar_between_its_ends():
    assert bar("6 to 12 months") == (
        '<svg class="bar" width="160" height="12" viewBox="0 0 160 12" role="img" '
        'aria-label="6 to 12 months">'
        '<path class="bar__axis" d="M6 3v6M154 3v6M6 6H154"/>'
        '<path class="bar__range" d="M80 6H154"/></svg>'
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 months", {"dot": (43, 43)}),
        ("about 3 months", {"dot": (43, 43), "about": (43, 43)}),
        ("about 3 to 6 months", {"range": (43, 80), "about": (43, 80)}),
        ("up to 3 months", {"range": (6, 43)}),
        ("less than 3 months", {"range": (6, 43)}),
        ("0 days", {"dot": (6, 6)}),
    ],
)
def test_each_kind_of_value_has_its_shape(text, parts):
    picture = bar(text, LONGEST)

    assert {name: drawn(picture, name) for name in ("dot", "range", "about") if drawn(picture, name)} == parts


@pytest.mark.parametrize("text", ["at least 2 years", "more than 2 years"])
def test_an_open_end_is_an_arrow_to_the_end_of_the_picture(text):
    picture = bar(text)

    assert drawn(picture, "range") == (104.7, 149)
    assert '<path class="bar__arrow" d="M149 1l10 5-10 5z"/>' in picture


def test_a_range_too_short_to_be_seen_is_drawn_as_short_as_can_be_seen():
    left, right = drawn(bar("2 to 3 days", LONGEST), "range")

    assert right - left == pytest.approx(3)


@given(st.lists(TIMES, min_size=1))
def test_every_value_is_drawn_inside_the_picture(values):
    common = axis(values, TIME)
    for value in values if common else []:
        picture = range_bar(value, TIME, common, "")
        left, right = drawn(picture, "range") or drawn(picture, "dot")

        assert EDGE - 1.5 <= left <= right <= WIDTH - EDGE + 1.5


@given(TIMES, TIMES)
def test_what_is_more_is_never_drawn_further_left(one, other):
    common = axis([one, other], TIME)
    if common:
        less, more = sorted((one, other), key=lambda value: TIME.bounds(value)[0])
        starts = [
            (drawn(picture, "range") or drawn(picture, "dot"))[0]
            for picture in (range_bar(value, TIME, common, "") for value in (less, more))
        ]

        assert starts[0] <= starts[1] + 1.5


def test_a_name_is_escaped():
    value = typed("3 days", TIME)

    assert 'aria-label="&lt;3 days&gt; &amp; &#34;more&#34;"' in range_bar(
        value, TIME, axis([value], TIME), '<3 days> & "more"'
    )
