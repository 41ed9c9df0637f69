from plugins.findability.people import author, with_review
from tests.findability.samples import DOCTOR, TEAM, Signed

SIGNED = {
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

    assert with_review(page, Signed()) == {**page, **SIGNED}


def test_the_review_of_a_post_is_one_of_its_page():
    post = {"@type": "BlogPosting", "headline": "x"}

    signed = with_review(post, Signed())

    assert signed == {**post, "mainEntityOfPage": {"@type": "MedicalWebPage", **SIGNED}}


def test_without_a_review_nothing_is_told():
    page = {"@type": "MedicalWebPage", "name": "x"}

    assert with_review(page, None) == page
