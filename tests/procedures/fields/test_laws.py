"""What holds of every field type, whatever the value: tried with values that hypothesis makes up."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plugins.frontmatter import Place, Scalar
from plugins.procedures.export import safe_cell
from plugins.procedures.facts import MISSING_WORDS, read_value
from plugins.procedures.fields import TYPES
from plugins.procedures.model import Missing, Qualifier, Quantity

PLACE = Place("content/procedures/any.md", 4, 9)
LARGEST = 10**12 - 1
CHOICES = ("none", "local", "light sedation", "deep sedation")
KINDS = {
    "text": [TYPES["text"]()],
    "choice": [TYPES["choice"](choices=CHOICES)],
    "choices": [TYPES["choices"](choices=CHOICES)],
    "yes_no": [TYPES["yes_no"]()],
    "count": [
        TYPES["count"](),
        TYPES["count"](unit="sessions"),
        TYPES["count"](per="week"),
        TYPES["count"](unit="sessions", per="year"),
        TYPES["count"](unit="people", per="room"),
    ],
    "duration": [TYPES["duration"]()],
    "frequency": [TYPES["frequency"]()],
    "percent": [TYPES["percent"]()],
    "money": [TYPES["money"](unit="USD"), TYPES["money"](unit="EUR")],
    "list": [TYPES["list"]()],
}
UNITS = {
    "duration": ("minutes", "hours", "days", "weeks", "months", "years"),
    "frequency": ("in 100", "in 1,000", "in 10,000", "in 100,000"),
    "percent": ("percent",),
}
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40).map(
    lambda text: " ".join(text.split())
)


def numbers(largest, *, whole):
    """Decimals from nothing to `largest`, some of them with an end such as .50 that says no more than .5."""
    return st.builds(
        lambda units, places: Decimal(units).scaleb(-places),
        st.integers(0, largest) | st.sampled_from([0, 1, 10, 100, min(1500, largest), largest]),
        st.just(0) if whole else st.integers(0, 6),
    )


@st.composite
def quantities(draw, name, kind):
    typed_unit = getattr(kind, "unit", "")
    per = f"per {kind.per}" if kind.per else ""
    unit = draw(st.sampled_from(UNITS.get(name, (f"{typed_unit} {per}".strip(),))))
    largest = int(unit.removeprefix("in ").replace(",", "")) if name == "frequency" else LARGEST
    limits = numbers(largest, whole=name == "count")
    low, high = sorted([draw(limits), draw(limits)])
    if draw(st.booleans()):
        high = low
    either = (Qualifier.EXACTLY, Qualifier.ABOUT)
    return Quantity(low, high, draw(st.sampled_from(either if high > low else list(Qualifier))), unit)


def values(name, kind):
    if kind.numeric:
        return quantities(name, kind)
    in_order = st.sets(st.sampled_from(CHOICES), min_size=1).map(
        lambda found: tuple(sorted(found, key=CHOICES.index))
    )
    items = TEXTS.map(lambda text: text.replace(";", "").strip()).filter(bool) | st.sampled_from("ab")
    return {
        "text": TEXTS.filter(bool),
        "choice": st.sampled_from(CHOICES),
        "choices": in_order,
        "yes_no": st.booleans(),
        "list": st.lists(items, min_size=1, max_size=4, unique=True).map(tuple),
    }[name]


def of_one_kind(name, count):
    """Return a kind of the type `name` with `count` values of it."""
    return st.sampled_from(KINDS[name]).flatmap(
        lambda kind: st.tuples(st.just(kind), *[values(name, kind)] * count)
    )


every_type = pytest.mark.parametrize("name", TYPES)


def test_no_type_is_left_out():
    assert list(KINDS) == list(TYPES)


@every_type
@given(data=st.data())
def test_what_is_shown_reads_back_as_the_same_value(name, data):
    kind, value = data.draw(of_one_kind(name, 1))

    assert kind.parse(Scalar(PLACE, kind.show(value))) == value


@every_type
@given(data=st.data())
def test_nothing_is_shown_as_nothing_or_on_two_lines(name, data):
    kind, value = data.draw(of_one_kind(name, 1))

    shown = kind.show(value)

    assert shown == " ".join(shown.split()) != ""


@every_type
@given(data=st.data())
def test_any_two_values_are_in_one_order_and_share_a_place_only_if_they_mean_the_same(name, data):
    kind, one, other = data.draw(of_one_kind(name, 2))

    first, second = kind.sort_key(one), kind.sort_key(other)

    assert (first < second) + (first > second) + (first == second) == 1
    assert (first == second) == kind.same(one, other) == kind.same(other, one)
    assert kind.same(one, one)


@every_type
@given(data=st.data())
def test_the_json_form_is_what_the_schema_says(name, data):
    kind, value = data.draw(of_one_kind(name, 1))

    exported = json.loads(json.dumps(kind.export(value)))

    assert list(Draft202012Validator(kind.json_schema()).iter_errors(exported)) == []


@every_type
def test_the_schema_refuses_what_is_not_of_the_type(name):
    schema = KINDS[name][0].json_schema()

    Draft202012Validator.check_schema(schema)
    for wrong in (None, 5, {"text": "30 minutes"}, [5], ["general anesthesia", 5]):
        assert not Draft202012Validator(schema).is_valid(wrong), wrong


@every_type
@given(data=st.data())
def test_no_cell_of_a_csv_file_starts_a_formula(name, data):
    kind, value = data.draw(of_one_kind(name, 1))

    cell = safe_cell(kind.show(value))

    assert cell[0] not in "=+-@＝＋－＠\t\r\n"
    assert cell.removeprefix("'").endswith(kind.show(value).removeprefix("'"))


@every_type
@given(data=st.data())
def test_the_single_values_are_each_readable_as_a_value(name, data):
    kind, value = data.draw(of_one_kind(name, 1))

    items = kind.items(value)

    assert items
    assert all(kind.items(kind.parse(Scalar(PLACE, item))) == (item,) for item in items)


@every_type
@pytest.mark.parametrize("words", ["not applicable", "not known", "not reported"])
def test_the_reasons_for_having_no_value_are_values_of_every_type(name, words):
    for typed in (words, words.capitalize(), words.upper()):
        assert read_value(Scalar(PLACE, typed), KINDS[name][0]) is Missing(words)


def test_no_data_is_not_a_word_that_authors_type():
    assert set(MISSING_WORDS.values()) == set(Missing) - {Missing.NO_DATA}
