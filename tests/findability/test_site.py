import pytest

from tests.findability.samples import site


def test_the_publisher_has_what_the_footer_shows():
    assert site().publisher() == {
        "@type": "MedicalClinic",
        "name": "Green Hill",
        "address": "4 Hill Road",
        "telephone": "+1 202 555 2368",
        "url": "https://clinic.org/",
    }


def test_the_publisher_has_what_a_page_shows_beside_that():
    assert site().publisher({"clinic.email", "clinic.hours"})["email"] == "desk@greenhill.org"


@pytest.mark.parametrize(
    ("name", "text", "missing"),
    [
        ("phone", "555-0100", "telephone"),
        ("phone", "", "telephone"),
        ("address", "1 Example Street", "address"),
    ],
)
def test_what_is_empty_or_an_example_never_goes_out(name, text, missing):
    assert missing not in site(**{name: text}).publisher()


def test_a_clinic_that_has_no_name_yet_is_not_told_at_all():
    assert site(name="Example Pain Clinic").publisher() == {}


def test_addresses_are_whole_or_not_there():
    assert site().url("blog/x/") == "https://clinic.org/blog/x/"
    assert site(origin="").url("blog/x/") == ""
    assert site().itself == {"@type": "WebSite", "name": "Warm Hands", "url": "https://clinic.org/"}
