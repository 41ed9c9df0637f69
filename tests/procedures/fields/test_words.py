"""The types whose values are words: text, choice, choices, yes_no, list."""

import pytest

from plugins.frontmatter import Scalar, Sequence
from plugins.procedures.fields import TYPES
from tests.procedures.samples import PLACE, refusal, typed

CHOICES = ("none", "local", "light")
CHOICE = TYPES["choice"](choices=CHOICES)
SEVERAL = TYPES["choices"](choices=CHOICES)
LIST = TYPES["list"]()


def listed(*items):
    return Sequence(PLACE, tuple(Scalar(PLACE, item) for item in items))


def test_text_is_one_line_however_it_is_typed():
    assert typed("Heat  quiets\n the nerve.", TYPES["text"]()) == "Heat quiets the nerve."


def test_choices_are_kept_in_the_order_of_the_field():
    value = SEVERAL.parse(listed("light", "none"))

    assert value == ("none", "light")
    assert SEVERAL.show(value) == "none, light"
    assert SEVERAL.export(value) == ["none", "light"]
    assert SEVERAL.items(value) == value


def test_choices_and_lists_may_stand_on_one_line():
    assert typed("light, local", SEVERAL) == ("local", "light")
    assert typed("back pain; pain in the hip, or leg", LIST) == ("back pain", "pain in the hip, or leg")


def test_a_list_keeps_the_order_of_its_author_but_means_the_same_in_any():
    one, other = typed("b; a", LIST), typed("a; b", LIST)

    assert (LIST.show(one), LIST.show(other)) == ("b; a", "a; b")
    assert LIST.same(one, other)
    assert LIST.sort_key(one) == LIST.sort_key(other)
    assert not LIST.same(one, typed("a", LIST))
    assert LIST.export(one) == ["b", "a"]


def test_choices_sort_as_the_field_lists_them():
    single = [CHOICE.sort_key(choice) for choice in CHOICES]
    several = [SEVERAL.sort_key(typed(one, SEVERAL)) for one in ("none", "none, local", "local")]

    assert single[0] < single[1] < single[2]
    assert several[0] < several[1] < several[2]


def test_yes_is_yes_and_sorts_first():
    kind = TYPES["yes_no"]()

    assert (typed("yes", kind), typed("no", kind)) == (True, False)
    assert sorted([False, True], key=kind.sort_key) == [True, False]
    assert (kind.show(True), kind.export(False), kind.items(False)) == ("yes", False, ("no",))  # noqa: FBT003


@pytest.mark.parametrize(
    ("kind", "node", "message"),
    [
        (
            CHOICE,
            Scalar(PLACE, "lokal"),
            '"lokal" is not a choice\n    expected one of: none, local, light; did you mean "local"?',
        ),
        (CHOICE, listed("local"), "a list where a text belongs\n    expected a text"),
        (
            SEVERAL,
            listed("local", "gas"),
            '[2]: "gas" is not a choice\n    expected one of: none, local, light',
        ),
        (
            SEVERAL,
            Scalar(PLACE, "gas"),
            '"gas" is not a choice\n    expected one of: none, local, light',
        ),
        (SEVERAL, listed("local", "local"), '"local" is listed twice\n    expected it once'),
        (SEVERAL, Scalar(PLACE, "local, local"), '"local" is listed twice\n    expected it once'),
        (SEVERAL, listed(), "an empty list\n    expected one or more of: none, local, light"),
        (LIST, listed(), "an empty list\n    expected one item or more, or not known"),
        (LIST, Scalar(PLACE, "a; "), "[2]: nothing where a text belongs\n    expected a text"),
        (
            LIST,
            listed("a", "b; c"),
            '[2]: a semicolon in "b; c"\n    expected an item without one: it separates',
        ),
        (
            TYPES["yes_no"](),
            Scalar(PLACE, "Yes"),
            '"Yes" is not a choice\n    expected one of: yes, no; did you mean "yes"?',
        ),
        (
            TYPES["yes_no"](),
            Scalar(PLACE, "true"),
            '"true" is not a choice\n    expected one of: yes, no',
        ),
        (TYPES["text"](), Scalar(PLACE, ""), "nothing where a text belongs\n    expected a text"),
    ],
)
def test_a_wrong_word_is_refused_with_the_nearest_right_one(kind, node, message):
    assert refusal(kind.parse, node) == f"{PLACE}: {message}"
