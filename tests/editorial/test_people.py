"""One author or reviewer."""

from plugins.editorial.people import Person, read_person
from plugins.frontmatter import Place, parse_yaml


def entry(source):
    (found,) = parse_yaml(source, "people.yaml")
    return found


def test_only_the_name_is_needed():
    assert read_person(entry("ann: {name: Ann}")) == Person("ann", "Ann", "", "", Place("people.yaml", 1, 1))


def test_a_key_must_do_for_an_address(refusal):
    assert refusal(read_person, entry("Ann B: {name: Ann}")) == (
        'people.yaml:1:1: "Ann B" cannot be an address\n'
        "    expected small letters a to z, digits and single hyphens, like first-visit"
    )


def test_what_is_wrong_with_a_person_is_said(refusal):
    assert refusal(read_person, entry("ann: {role: doctor, credentials: MD}")) == (
        'people.yaml:1:21: unknown key "credentials"\n'
        '    expected keys: name, role, credential; did you mean "credential"?\n'
        'people.yaml:1:6: "name" is missing\n    expected a line name: ...'
    )
