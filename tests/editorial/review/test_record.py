"""Fingerprints, records, and what has changed since."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.review import (
    Fact,
    Line,
    Review,
    Reviewed,
    Section,
    changes_since,
    fingerprint,
    read_record,
)
from plugins.editorial.review.content import facts, line
from plugins.editorial.review.record import record_text, reviewed_last, with_review

DAY = datetime.date(2026, 2, 26)
PART = st.text("abc “’\n", max_size=5)
LINES = st.builds(Line, PART, st.lists(PART, max_size=2).map(tuple))
FACTS = st.lists(st.builds(Fact, PART, PART, st.lists(LINES, max_size=2).map(tuple)), max_size=3)
TEXTS = st.lists(st.builds(Section, PART, PART), max_size=3)
REVIEWED = st.builds(lambda f, t: Reviewed(tuple({x.name: x for x in f}.values()), tuple(t)), FACTS, TEXTS)
TIME = Fact("time", "How long", (Line("10 minutes", ("trial",)),))
PLACE = Fact("place", "Where", (Line("home"),))

EMPTY = {"by": "", "on": "2026-01-01", "fingerprint": "", "facts": [], "text": []}


def review(content, by="ann"):
    return Review(by, DAY, fingerprint(content), content)


@given(REVIEWED, REVIEWED)
def test_two_contents_have_one_fingerprint_just_when_they_say_the_same(one, other):
    def said(content):
        return {f.name: f.lines for f in content.facts}, content.text

    assert (fingerprint(one) == fingerprint(other)) is (said(one) == said(other))


@given(REVIEWED)
def test_nothing_has_changed_in_what_is_the_same(content):
    assert not changes_since(review(content), content).any


@given(st.lists(REVIEWED, max_size=3))
def test_a_record_is_read_as_it_was_written(tmp_path_factory, contents):
    path = tmp_path_factory.mktemp("record") / "a.json"
    reviews = tuple(map(review, contents))
    path.write_text(record_text(reviews), encoding="utf-8")

    assert read_record(path, "a.json") == reviews
    assert record_text(read_record(path, "a.json")) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[{]", "reviews/a.json:1:3"),
        ("{}x", "reviews/a.json:1:3"),
        ("[1]", "reviews/a.json:1:1"),
        ("{}", "reviews/a.json:1:1"),
        ("5", "reviews/a.json:1:1"),
        ('[{"by": "ann"}]', "reviews/a.json:1:1"),
        (json.dumps([EMPTY | {"by": 1}]), "reviews/a.json:1:1"),
        (json.dumps([EMPTY | {"on": "2026-13-01"}]), "reviews/a.json:1:1"),
        ("[" * 100_000, "reviews/a.json:1:1"),
    ],
)
def test_a_damaged_record_is_refused_with_its_place(text, place, tmp_path, refusal):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")

    said = refusal(read_record, path, "reviews/a.json")

    assert said.startswith(f"{place}: the record of reviews is damaged\n    expected what make sign wrote")


def test_signing_twice_is_recorded_once():
    first, second = review(Reviewed((TIME,), ())), review(Reviewed((), ()))

    assert with_review((first, second), first) == (second, first)


def test_only_the_last_reviews_are_kept():
    reviews = tuple(review(Reviewed((), (Section(str(number), ""),))) for number in range(6))

    assert with_review(reviews[:5], reviews[5]) == reviews[2:]


def test_the_review_that_the_page_bears_counts_or_else_the_last():
    first, second = review(Reviewed((TIME,), ())), review(Reviewed((), ()))

    assert reviewed_last((first, second), first.fingerprint) == first
    assert reviewed_last((first, second), "1-of-nobody") == second
    assert reviewed_last((), "") is None


def test_facts_and_texts_that_came_changed_and_went_are_told_apart():
    before = Reviewed((TIME, PLACE), (Section("", "Old."), Section("Gone", ""), Section("Same", "Same.")))
    now = Reviewed(
        (Fact("time", "Duration", (Line("12 minutes"),)), Fact("tools", "Tools", ())),
        (Section("", "New."), Section("Same", "Same."), Section("Fresh", "")),
    )

    found = changes_since(review(before), now)

    assert [fact.name for fact in found.added] == ["tools"]
    assert [(c.label, c.before, c.now) for c in found.changed] == [
        ("Duration", TIME.lines, (Line("12 minutes"),))
    ]
    assert found.removed == (PLACE,)
    assert found.text == (
        ("Changed: the text above the first heading", ""),
        ("New", "Fresh"),
        ("Taken out", "Gone"),
    )


def test_another_order_of_sections_is_a_change():
    one, other = Section("One", "1"), Section("Other", "2")

    found = changes_since(review(Reviewed((), (one, other))), Reviewed((), (other, one)))

    assert found.text == (("The sections are in another order", ""),)


def test_another_label_is_no_change():
    renamed = Fact("time", "Duration", TIME.lines)

    assert fingerprint(Reviewed((TIME,), ())) == fingerprint(Reviewed((renamed,), ()))
    assert not changes_since(review(Reviewed((TIME,), ())), Reviewed((renamed,), ())).any


def test_statements_of_one_name_stand_together_without_typography():
    found = facts([("a", "A", line("“x”", ["s", "r", "s"])), ("b", "B", line("y")), ("a", "A", line("z"))])

    assert found == (
        Fact("a", "A", (Line('"x"', ("r", "s")), Line("z"))),
        Fact("b", "B", (Line("y"),)),
    )
