from plugins.procedures.on_the_body import body_map_problems, drawn_field, marked_body
from plugins.procedures.pictures.body import the_body
from tests.procedures.samples import FIELDS, field, repair

SORE = field(
    "sore",
    "choices",
    label="Where riders ache",
    choices=("Knees", "neck", "wrists", "nose"),
    picture="body-map",
)
OTHER = field("worn", "choice", choices=("hip",), picture="body-map")
NAMES = ", ".join(region.name for region in the_body().regions)


def marked(line, fields=(SORE,)):
    return marked_body(repair("fit", line, fields=fields), fields)


def test_the_marks_say_the_same_as_the_sentence():
    found = marked("facts: {sore: [neck, Knees]}")

    assert found.sentence == "Where riders ache: Knees, neck"
    assert found.group == "The work"
    assert 'role="img" aria-label="Where riders ache: Knees, neck"' in found.picture


def test_what_the_body_does_not_have_is_in_the_sentence_only():
    found = marked("facts: {sore: [neck, nose]}")

    assert found.sentence == "Where riders ache: neck, nose"
    assert marked("facts: {sore: nose}") is None


def test_there_is_no_body_without_a_field_or_without_a_value():
    assert drawn_field(FIELDS) is None
    assert marked_body(repair(), FIELDS) is None
    assert marked("facts: {sore: not known}") is None
    assert marked("") is None


def test_the_first_of_two_fields_is_drawn():
    assert drawn_field((*FIELDS, SORE, OTHER)) is SORE


def test_choices_that_the_body_does_not_have_are_noticed():
    assert "\n".join(map(str, body_map_problems((SORE, OTHER)))) == (
        'content/procedures/true-a-wheel.md:1:1: notice: the body map is taken by "sore", '
        'so "worn" is not drawn\n'
        "    expected picture: body-map for one field\n"
        'content/procedures/true-a-wheel.md:1:1: notice: the body map has no "nose": '
        "it is only in the list of links\n"
        f"    expected a part of the body: {NAMES}"
    )


def test_a_body_that_has_every_choice_is_no_news():
    assert list(body_map_problems((*FIELDS, OTHER))) == []
