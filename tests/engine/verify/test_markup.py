"""What the rules do not allow in a page, and files that collide."""

import pytest

from tests.engine.verify.samples import problems_of

FILES = {
    "index.html": '<p onclick=run()><iframe src="/"></iframe><script src=https://cdn.org/a.js></script>',
}


def test_any_site_may_have_them():
    assert problems_of(FILES) == []


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("inline", "has onclick on <p>"),
        ("frames", "has <iframe>"),
        ("foreign", 'fetches "https://cdn.org/a.js" from another host'),
    ],
)
def test_a_strict_site_may_not(rule, message):
    assert problems_of(FILES, **{rule: False}) == [("index.html", message)]


def test_an_id_is_there_once():
    assert problems_of({"a.html": "<p id=x><p id=x>"}) == [("a.html", 'has the id "x" more than once')]


def test_a_feed_can_be_read():
    assert problems_of({"feed.xml": "<feed>"}) == [
        ("feed.xml", "is no XML that can be read: no element found: line 1, column 6")
    ]


def test_two_files_differ_in_more_than_capital_letters():
    assert problems_of({"a/One.html": "", "a/one.html": "", "a/two.html": ""}) == [
        ("a/one.html", 'is the same as "a/One.html" on many computers')
    ]
