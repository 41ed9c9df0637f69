"""One entry of the bibliography."""

import pytest

from plugins.editorial.sources import published, read_source
from plugins.frontmatter import Place, parse_yaml

GOOD = "{title: A, publisher: B, url: https://a.test, date: 2016, accessed: 2026-01-02}"


def entry(source):
    (found,) = parse_yaml(source, "s.yaml")
    return found


def test_a_source_is_read_with_its_place():
    source = read_source(entry(f"a.b-c_1: {GOOD}"))

    assert (source.key, source.title, source.date, source.accessed.isoformat()) == (
        "a.b-c_1",
        "A",
        "2016",
        "2026-01-02",
    )
    assert (source.kind, source.note, source.tier) == ("", "", "")
    assert source.place == Place("s.yaml", 1, 1)


@pytest.mark.parametrize("date", ["2016-11-30", "2016-11", "2016", "1999", "not shown"])
def test_a_date_is_kept_as_exact_as_it_is_known(date):
    assert published(parse_yaml(date, "s.yaml")) == date


DATE = "is not a date\n    expected a day (2016-11-30), a month (2016-11), a year, or: not shown"


@pytest.mark.parametrize(
    "date", ["2016-13", "2016-00", "2016-02-30", "16", "1816", "19２０", "Nov 2016", "Not shown"]
)
def test_what_is_no_date_is_refused(refusal, date):
    assert refusal(published, parse_yaml(date, "s.yaml")) == f's.yaml:1:1: "{date}" {DATE}'


KEY = "cannot be cited\n    expected a letter or digit, then letters, digits, or one of - _ ."


@pytest.mark.parametrize("key", ["a b", "-a", "é", "a;b", "@a"])
def test_a_key_that_no_citation_can_name_is_refused(refusal, key):
    assert refusal(read_source, entry(f"'{key}': {GOOD}")) == f's.yaml:1:1: "{key}" {KEY}'


def test_all_that_is_wrong_with_a_source_is_said_at_once(refusal):
    said = refusal(read_source, entry("a:\n  titel: A\n  url: a.test\n  date: soon\n  tier: D\n"))

    assert said == (
        's.yaml:2:3: unknown key "titel"\n'
        "    expected keys: title, publisher, url, date, accessed, kind, note, tier; "
        'did you mean "title"?\n'
        's.yaml:3:8: url: "a.test" is not a web address\n    expected https://...\n'
        f's.yaml:4:9: date: "soon" {DATE}\n'
        's.yaml:5:9: tier: "D" is not a choice\n    expected one of: A, B, C\n'
        's.yaml:2:3: "publisher" is missing\n    expected a line publisher: ...\n'
        's.yaml:2:3: "accessed" is missing\n    expected a line accessed: ...'
    )
