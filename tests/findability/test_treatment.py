"""A procedure in the words of schema.org: which facts go out is said by fields, not by code."""

from dataclasses import replace

import pytest

from plugins.findability.treatment import treatment
from tests.procedures.samples import BY_ID, facts, repair


def named(**properties):
    """Give the fields, some of them with a property."""
    return tuple(replace(field, schema_org=properties.get(name, "")) for name, field in BY_ID.items())


def test_a_procedure_has_its_names():
    found = treatment(repair(also_called="[centering, trueing]"), named())

    assert found == {
        "@type": "MedicalProcedure",
        "name": "True a wheel",
        "alternateName": ["centering", "trueing"],
    }


def test_facts_go_out_under_the_property_of_their_field():
    procedure = facts(method="Spokes are turned.", tools="[jack, glue]", place="home", time="5 minutes")

    found = treatment(procedure, named(method="howPerformed", tools="preparation"))

    assert found["howPerformed"] == ["Spokes are turned."]
    assert found["preparation"] == ["jack", "glue"]
    assert found.keys() == {"@type", "name", "alternateName", "howPerformed", "preparation"}


def test_fields_that_share_a_property_follow_each_other():
    procedure = facts(place="home", parts="hub; rim", method="Spokes are turned.")

    found = treatment(procedure, named(method="followup", parts="followup", place="followup"))

    assert found["followup"] == ["Spokes are turned.", "hub", "rim", "home"]


@pytest.mark.parametrize(
    "fact",
    [
        "not known",
        "{says: It depends.}",
        "{value: Spokes are turned., population: wheels of steel}",
        "{value: Spokes are turned., compared_with: nothing}",
        "{value: Spokes are turned., conflict: No., conflict_sources: [a]}",
    ],
)
def test_what_is_not_there_or_holds_for_some_only_is_left_out(fact):
    assert treatment(facts(method=fact), named(method="howPerformed"))["howPerformed"] == []


def test_a_note_does_not_keep_a_fact_back():
    procedure = facts(method="{value: Spokes are turned., note: By hand.}")

    assert treatment(procedure, named(method="howPerformed"))["howPerformed"] == ["Spokes are turned."]


def test_a_field_that_a_procedure_does_not_mention_says_nothing():
    assert treatment(repair(), named(method="howPerformed"))["howPerformed"] == []
