import pytest

from plugins.procedures import read_fields
from tests.procedures.samples import refusal

GOOD = {"id": "time", "label": "How long", "type": "duration", "group": "The work"}
EXPECTED_KEYS = (
    "keys: id, label, type, group, help, unit, choices, per, labels, browse, ask, filter, glance, picture, "
    "frames, decision_aid, schema_org"
)


@pytest.fixture
def read(tmp_path):
    """Give a function from the text of fields.yaml to the fields."""

    def read_text(text):
        path = tmp_path / "fields.yaml"
        path.write_text(text, encoding="utf-8")
        return read_fields(path, "fields.yaml")

    return read_text


def entry(**changes):
    """Give the lines of an entry that is right but for the changes; None leaves a key out."""
    lines = [f"{key}: {value}" for key, value in (GOOD | changes).items() if value is not None]
    return "- " + "\n  ".join(lines) + "\n"


def test_a_field_has_all_that_its_entry_says(read):
    ways = {"browse": "true", "ask": "Where?"}
    machines = {"schema_org": "howPerformed", "picture": "body-map"}
    more = {"help": "From start to end.", "labels": "{es: Lugar}", **machines, **ways}
    text = entry(id="kind_of_place", type="choice", choices="[road, home]", **more)

    (field,) = read(text)

    assert (field.id, field.slug, field.label) == ("kind_of_place", "kind-of-place", "How long")
    assert (field.type_name, field.type.choices) == ("choice", ("road", "home"))
    assert (field.group, field.help) == ("The work", "From start to end.")
    assert (field.browse, field.ask, field.picture) == (True, "Where?", "body-map")
    assert (field.labels, field.schema_org) == ({"es": "Lugar"}, "howPerformed")


def test_what_is_not_said_is_empty(read):
    (field,) = read(entry())

    assert (field.help, field.browse, field.picture) == ("", False, "")
    assert (field.labels, field.schema_org) == ({}, "")


def test_fields_keep_the_order_of_the_file(read):
    assert [field.id for field in read(entry(id="b") + entry(id="a"))] == ["b", "a"]


def test_units_are_on_one_line(read):
    (field,) = read(entry(type="count", unit='"house  calls"', per="year"))

    assert (field.type.unit, field.type.per) == ("house calls", "year")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: nothing where a list of fields belongs\n    expected - id: ... entries"),
        ("[]", "1:1: a list where a list of fields belongs\n    expected - id: ... entries"),
        ("id: time", "1:1: keys with values where a list of fields belongs\n    expected - id: ... entries"),
        ("- time", f'1:3: "time" where keys with values belong\n    expected {EXPECTED_KEYS}'),
        (entry(id=None), '1:3: "id" is missing\n    expected a line id: ...'),
        (entry(label=""), '2:3: "label" is empty\n    expected a value'),
        (entry(id="How Long"), '1:7: id: "How Long" is not an id\n    expected small letters, digits and _'),
        (entry(id="category"), '1:7: id: "category" is a key of the front matter\n    expected another id'),
        (entry(id="risks"), '1:7: id: "risks" is a key of the front matter\n    expected another id'),
        (
            entry(type="duratoin"),
            (
                '3:9: type: "duratoin" is not a choice\n    expected one of: text, choice, choices, yes_no, '
                'count, duration, frequency, percent, money, list; did you mean "duration"?'
            ),
        ),
        (
            entry(lable="x"),
            f'5:3: unknown key "lable"\n    expected {EXPECTED_KEYS}; did you mean "label"?',
        ),
        (entry(type="money"), '1:3: a field of type money needs "unit"\n    expected a line unit: ...'),
        (
            entry(type="choice"),
            '1:3: a field of type choice needs "choices"\n    expected a line choices: ...',
        ),
        (
            entry(unit="minutes"),
            '1:3: a field of type duration takes no "unit"\n    expected the line deleted',
        ),
        (
            entry(browse="true"),
            "1:3: a field of type duration cannot be browsed\n    expected type: choice or choices or yes_no",
        ),
        (
            entry(filter="true"),
            (
                "1:3: a field of type duration cannot be filtered by\n    expected type: "
                "choice or choices or yes_no"
            ),
        ),
        (
            entry(ask="How long?"),
            '1:3: "ask" for a field without pages\n    expected browse: true, or no ask',
        ),
        (
            entry(picture="icon-array"),
            (
                "1:3: a field of type duration cannot be drawn as icon-array\n"
                "    expected picture: bar, or the line deleted"
            ),
        ),
        (
            entry(type="frequency", picture="bar"),
            (
                "1:3: a field of type frequency cannot be drawn as bar\n"
                "    expected picture: icon-array, or the line deleted"
            ),
        ),
        (
            entry(type="text", picture="body-map"),
            "1:3: a field of type text cannot be drawn as body-map\n    expected the line deleted",
        ),
        (
            entry(picture="bars"),
            (
                '5:12: picture: "bars" is not a choice\n'
                '    expected one of: bar, body-map, icon-array; did you mean "bar"?'
            ),
        ),
        (
            entry(browse="yes"),
            '5:11: browse: "yes" is not a choice\n    expected one of: true, false',
        ),
        (
            entry(type="choice", choices='["a, b"]'),
            '5:13: choices[1]: "a, b" has a comma or semicolon\n    expected a choice without one',
        ),
        (
            entry(type="choice", choices="[yes, Not known]"),
            '5:18: choices[2]: "Not known" is a value of every type\n    expected the choice deleted',
        ),
        (
            entry(type="choice", choices="[road, road]"),
            '5:19: choices[2]: "road" is listed twice\n    expected it once'.replace("choices[2]", "choices"),
        ),
        (
            entry(type="choice", choices="[C++, C#]", browse="true"),
            '1:3: "C#" has the same address as "C++" (fields.yaml:1:3)\n    expected "C++", or another name',
        ),
        (
            entry(type="text", schema_org="bodylocation"),
            (
                '5:15: schema_org: "bodylocation" is not a choice\n    expected one of: bodyLocation, '
                'followup, howPerformed, preparation; did you mean "bodyLocation"?'
            ),
        ),
        (
            entry(schema_org="followup"),
            (
                "1:3: a field of type duration cannot be followup\n    expected type: text or choice "
                "or choices or list, or no schema_org"
            ),
        ),
        (
            entry(labels="Lugar"),
            '5:11: labels: "Lugar" where keys with values belong\n    expected language: label',
        ),
        (
            entry() + entry(),
            '5:3: field "time" is given twice (first in line 1)\n    expected it once',
        ),
    ],
)
def test_a_wrong_entry_is_refused_where_it_stands(read, text, message):
    assert refusal(read, text) == f"fields.yaml:{message}"


def test_all_wrong_entries_are_said_at_once(read):
    said = refusal(read, entry(id="A") + entry(type="money") + entry(id="B"))

    assert [line.split(": ")[0] for line in said.splitlines()[::2]] == [
        "fields.yaml:1:7",
        "fields.yaml:5:3",
        "fields.yaml:9:7",
    ]
