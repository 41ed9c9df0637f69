import dataclasses

import pytest

from plugins.editorial.review import State
from plugins.findability.people import author, with_review
from tests.findability.samples import DOCTOR, SIGNED, TEAM

TOLD = {
    "lastReviewed": "2026-02-26",
    "reviewedBy": {
        "@type": "Person",
        "name": "Dana Lee",
        "honorificSuffix": "MD",
        "jobTitle": "head of the clinic",
    },
}


def test_the_editorial_team_is_an_organization_and_the_others_are_people():
    assert author(TEAM)["@type"] == "Organization"
    assert author(DOCTOR, "https://clinic.org/authors/dana-lee/") == {
        "@type": "Person",
        "name": "Dana Lee",
        "url": "https://clinic.org/authors/dana-lee/",
    }


def test_a_review_that_stands_is_told():
    page = {"@type": "MedicalWebPage", "name": "x"}

    assert with_review(page, SIGNED) == {**page, **TOLD}


def test_the_review_of_a_post_is_one_of_its_page():
    post = {"@type": "BlogPosting", "headline": "x"}

    signed = with_review(post, SIGNED)

    assert signed == {**post, "mainEntityOfPage": {"@type": "MedicalWebPage", **TOLD}}


@pytest.mark.parametrize(
    "changes", [{"state": State.CHANGED}, {"state": State.UNREVIEWED}, {"reviewer": None, "assembled": True}]
)
def test_a_review_that_does_not_stand_or_is_not_of_this_page_is_not_told(changes):
    page = {"@type": "MedicalWebPage", "name": "x"}

    assert with_review(page, dataclasses.replace(SIGNED, **changes)) == page
    assert with_review(page, None) == page
