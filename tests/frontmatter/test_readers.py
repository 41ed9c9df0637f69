"""Small readers, and the ways to combine them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter import Place, Scalar, parse_yaml
from plugins.frontmatter.readers import (
    Key,
    date,
    listing,
    mapping,
    moment,
    one_or_more,
    slug,
    text,
    truth,
    web_address,
    word_of,
)

DATE = "year-month-day, like 2026-10-05"
MOMENT = "date, time and offset, like 2026-10-07T14:05:00-05:00"
SLUG = "small letters a to z, digits and single hyphens, like first-visit"


def node(source):
    return parse_yaml(source, "a.md")


GOOD = [
    (text, "a b", "a b"),
    (text, "no", "no"),
    (word_of("a", "b"), "b", "b"),
    (date, "2024-02-29", datetime.date(2024, 2, 29)),
    (
        moment,
        "2026-10-07T14:05:00Z",
        datetime.datetime(2026, 10, 7, 14, 5, tzinfo=datetime.UTC),
    ),
    (slug, "a-1-b", "a-1-b"),
    (slug, "a" * 100, "a" * 100),
    (web_address, "http://localhost:8000/a?b#c", "http://localhost:8000/a?b#c"),
    (web_address, "https://köln.example", "https://köln.example"),
    (truth, "true", True),
    (truth, "false", False),
    (listing(text), "[a, b]", ("a", "b")),
    (listing(text), "[]", ()),
    (one_or_more(text), "a", ("a",)),
    (one_or_more(text), "[a, b]", ("a", "b")),
]


@pytest.mark.parametrize(("read", "source", "value"), GOOD)
def test_a_good_value_is_read(read, source, value):
    assert read(node(source)) == value


BAD = [
    (text, "", "1:1: nothing where a text belongs\n    expected a text"),
    (text, "''", "1:1: nothing where a text belongs\n    expected a text"),
    (text, "[a]", "1:1: a list where a text belongs\n    expected a text"),
    (text, "a: b", "1:1: keys with values where a text belongs\n    expected a text"),
    (text, '"a\\0"', "1:1: control character U+0000\n    expected text without it; delete it"),
    (text, '"\\ue000C0\\ue001"', "1:1: control character U+E000\n    expected text without it; delete it"),
    (
        word_of("low", "high"),
        "hihg",
        '1:1: "hihg" is not a choice\n    expected one of: low, high; did you mean "high"?',
    ),
    (word_of(), "a", '1:1: "a" is not a choice\n    expected nothing: there are no choices'),
    (
        date,
        "2026-02-30",
        '1:1: "2026-02-30" is not a day of the calendar\n    expected a date like 2026-10-05',
    ),
    (date, "03/04/2024", f'1:1: "03/04/2024" is not a date\n    expected {DATE}'),
    (date, "20260101", f'1:1: "20260101" is not a date\n    expected {DATE}'),
    (date, "２０２６-01-01", f'1:1: "２０２６-01-01" is not a date\n    expected {DATE}'),
    (moment, "soon", f'1:1: "soon" is not a date with time\n    expected {MOMENT}'),
    (
        moment,
        "2026-10-07T14:05:00",
        f'1:1: "2026-10-07T14:05:00" has no offset from UTC\n    expected {MOMENT}',
    ),
    (slug, "Nerve block", f'1:1: "Nerve block" cannot be an address\n    expected {SLUG}'),
    (slug, "../a", f'1:1: "../a" cannot be an address\n    expected {SLUG}'),
    (slug, "a--b", f'1:1: "a--b" cannot be an address\n    expected {SLUG}'),
    (slug, "a" * 101, "1:1: 101 characters are too long\n    expected at most 100"),
    (web_address, "clinic.example", '1:1: "clinic.example" is not a web address\n    expected https://...'),
    (web_address, "javascript:a", '1:1: "javascript:a" is not a web address\n    expected https://...'),
    (web_address, "https://", '1:1: "https://" is not a web address\n    expected https://...'),
    (web_address, "'https://[a'", '1:1: "https://[a" is not a web address\n    expected https://...'),
    (web_address, "https://a b", '1:1: "https://a b" is not a web address\n    expected https://...'),
    (truth, "yes", '1:1: "yes" is not a choice\n    expected one of: true, false'),
    (listing(text), "a", '1:1: "a" where a list belongs\n    expected a list, like [a, b]'),
    (listing(text), "[a, b, a]", '1:8: "a" is listed twice\n    expected it once'),
    (
        listing(date, of="a list of days"),
        "2026-01-01",
        '1:1: "2026-01-01" where a list belongs\n    expected a list of days, like [a, b]',
    ),
    (
        listing(word_of("a", "b")),
        "[c, a, d]",
        (
            '1:2: [1]: "c" is not a choice\n    expected one of: a, b\n'
            'a.md:1:8: [3]: "d" is not a choice\n    expected one of: a, b'
        ),
    ),
    (one_or_more(text), "[a, a]", '1:5: "a" is listed twice\n    expected it once'),
]


@pytest.mark.parametrize(("read", "source", "message"), BAD)
def test_a_bad_value_is_refused(refusal, read, source, message):
    assert refusal(read, node(source)) == f"a.md:{message}"


KEYS = {"name": Key(text, required=True), "year": Key(date), "role": Key(text, default="staff")}


def test_a_mapping_gives_a_value_or_a_default_for_each_key():
    assert mapping(node("name: A\nyear:\n"), KEYS) == {"name": "A", "year": None, "role": "staff"}


def test_all_that_is_wrong_with_a_mapping_is_said_at_once(refusal):
    assert refusal(mapping, node("year: soon\nroel: a\nrole: ''\n"), KEYS) == (
        'a.md:1:7: year: "soon" is not a date\n    expected year-month-day, like 2026-10-05\n'
        'a.md:2:1: unknown key "roel"\n    expected keys: name, year, role; did you mean "role"?\n'
        "a.md:3:7: role: nothing where a text belongs\n    expected a text\n"
        'a.md:1:1: "name" is missing\n    expected a line name: ...'
    )


def test_a_required_key_without_a_value_is_empty_not_missing(refusal):
    assert refusal(mapping, node("name:"), KEYS) == 'a.md:1:1: "name" is empty\n    expected a value'


def test_a_misspelt_key_is_not_missing_as_well(refusal):
    assert refusal(mapping, node("nmae: A"), KEYS) == (
        'a.md:1:1: unknown key "nmae"\n    expected keys: name, year, role; did you mean "name"?'
    )


def test_a_key_that_is_right_elsewhere_is_offered_as_it_is_written_there(refusal):
    assert refusal(mapping, node("name: A\ncolour: red"), KEYS, elsewhere={"color": "facts: color"}) == (
        'a.md:2:1: unknown key "colour"\n    expected keys: name, year, role; did you mean "facts: color"?'
    )


def test_what_has_no_keys_is_no_mapping(refusal):
    assert refusal(mapping, node("[a]"), KEYS) == (
        "a.md:1:1: a list where keys with values belong\n    expected keys: name, year, role"
    )


@given(st.dates())
def test_each_day_is_read_back(day):
    assert date(Scalar(Place("a"), day.isoformat())) == day


@given(st.datetimes(timezones=st.timezones()))
def test_each_moment_is_read_back(when):
    assert moment(Scalar(Place("a"), when.isoformat())) == datetime.datetime.fromisoformat(when.isoformat())
