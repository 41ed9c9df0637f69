"""The clinic, its people and its bibliography."""

import pytest

from plugins.editorial.house import Comments, Detail, unfilled
from plugins.frontmatter import Place

MINIMUM = "title: A\nclinic: {name: B}\nemergency: C\n"


def test_the_house_stands_on_three_files(house):
    assert (house.title, house.tagline, house.languages) == ("Warm Hands", "", ("en",))
    assert house.comments == Comments(enabled=True, endpoint="")
    assert set(house.sources.records) == {"guide", "trial", "third"}
    assert set(house.people.records) == {"editorial-team", "ann"}
    assert [f"{problem.place}: {problem.field}" for problem in house.problems] == [
        "content/sources.yaml:4:9: broken",
        "content/sources.yaml:4:9: broken",
        "content/sources.yaml:4:9: broken",
        "content/sources.yaml:4:9: broken",
        "content/people.yaml:3:9: broken",
    ]


def test_a_detail_is_shown_or_named_while_it_is_empty(house):
    assert house.detail("clinic.phone") == "+1 555 <200> 3000"
    assert house.detail("clinic.hours") == "[hours]"
    assert house.detail("emergency") == "Call 911."


def test_all_keys_of_the_site_are_read(read_folder):
    site = read_folder(
        MINIMUM.replace("B}", "B, email: b@c.test}")
        + "tagline: D\ncomments: {enabled: false, endpoint: https://e.test}\n"
        "navigation: [{label: F, url: /g/}]\nfooter: [{label: H, url: /i/#j}, {label: K, url: /}]\n"
        "languages: [en, es-MX]\n"
    )

    assert site.problems[-1].place.path == "content/people.yaml"
    assert (site.tagline, site.languages) == ("D", ("en", "es-MX"))
    assert site.detail("clinic.email") == "b@c.test"
    assert site.comments == Comments(enabled=False, endpoint="https://e.test")
    assert [(link.label, link.url) for link in (*site.navigation, *site.footer)] == [
        ("F", "/g/"),
        ("H", "/i/#j"),
        ("K", "/"),
    ]


KEYS = (
    "keys: title, tagline, clinic, emergency, comments, navigation, footer, questions, policies, languages, "
    "review_every"
)
BAD = {
    "an unknown key": ("titel: D", f'4:1: unknown key "titel"\n    expected {KEYS}; did you mean "title"?'),
    "an address elsewhere": (
        "footer: [{label: D, url: //e.test}]",
        '4:26: footer[1].url: "//e.test" is not an address of this site\n    expected one like /compare/',
    ),
    "a link twice": (
        "footer: [{label: D, url: /e/}, {label: D, url: /e/}]",
        "4:32: footer: keys with values is listed twice\n    expected it once",
    ),
    "no language": (
        "languages: [English]",
        '4:13: languages[1]: "English" is not a language\n    expected a code like en or es',
    ),
    "no languages": (
        "languages: []",
        "4:12: languages: an empty list\n    expected one or more codes like en or es",
    ),
    "comments in another form": (
        "comments: no",
        '4:11: comments: "no" where keys with values belong\n    expected keys: enabled, endpoint',
    ),
}


@pytest.mark.parametrize(("line", "message"), BAD.values(), ids=BAD)
def test_a_bad_line_of_the_site_is_refused(read_folder, line, message):
    problems = read_folder(MINIMUM + line, sources="a: {}", people="a: {}").problems

    assert [str(p) for p in problems if "site" in p.place.path] == [f"content/site.yaml:{message}"]


@pytest.mark.parametrize(
    ("clinic", "message"),
    [
        ("B", '2:9: clinic: "B" where keys with values belong\n    expected name: ..., phone: ...'),
        ("{phone: [1]}", "2:17: clinic.phone: a list where a text belongs\n    expected a text"),
        (
            "{email: at home}",
            '2:17: clinic.email: "at home" is not an e-mail address\n    expected one like name@clinic.org',
        ),
        (
            '{name: "\\ue000"}',
            "2:16: clinic.name: control character U+E000\n    expected text without it; delete it",
        ),
    ],
)
def test_a_bad_detail_of_the_clinic_is_refused(read_folder, clinic, message):
    problems = read_folder(f"title: A\nclinic: {clinic}\nemergency: C\n").problems

    assert [str(p) for p in problems if "site" in p.place.path] == [f"content/site.yaml:{message}"]


def test_a_site_with_mistakes_still_has_all_its_parts(read_folder):
    site = read_folder("nothing")

    assert (site.title, site.tagline, site.details, site.languages) == ("", "", {}, ("en",))
    assert (site.navigation, site.footer, site.comments) == ((), (), Comments())


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", False),
        ("Example Pain Clinic", False),
        ("clinic@example.org", False),
        ("example: 3 business days", False),
        ("555-0100", False),
        ("+1 (212) 555 0123", False),
        ("Green Hill Clinic", True),
        ("555-2000", True),
        ("Call us, for example on Monday", True),
    ],
)
def test_an_example_is_not_the_clinics_own_value(text, filled):
    assert Detail("clinic.name", text, Place("site.yaml")).filled is filled


def test_what_is_not_filled_in_is_a_notice(house):
    assert [str(problem) for problem in unfilled(house)] == [
        (
            "content/site.yaml:5:9: notice: clinic.hours is not yet filled in\n"
            "    expected the clinic's own value"
        )
    ]
