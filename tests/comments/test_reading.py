"""Good comments: their order, their replies, their dates."""

import dataclasses
import datetime as dt

import pytest

from plugins.comments import read_comments


def outline(comments):
    """Give the ids, each with those of its replies where it has some."""
    return [(comment.id, outline(comment.replies)) if comment.replies else comment.id for comment in comments]


def test_no_folder_is_a_site_without_comments(desk):
    assert desk.read() == ({}, [])


def test_an_empty_folder_of_an_article_gives_nothing(desk):
    (desk.comments / "nerve-block").mkdir(parents=True)

    assert desk.read() == ({}, [])


def test_what_editors_leave_behind_is_not_looked_at(desk):
    desk.put(".first.yaml.swp", b"\0")
    desk.put("first.yaml~", b"\0")
    desk.put("Thumbs.db", b"\0")

    assert desk.read() == ({}, [])


def test_comments_stand_by_the_moment_they_were_written_and_then_by_id(desk):
    desk.comment("a", date="2026-10-07T14:00:00-05:00")  # 19:00 UTC
    desk.comment("b", date="2026-10-07T18:00:00+00:00")
    desk.comment("d", date="2026-10-07T15:00:00-04:00")  # the same moment as a
    desk.comment("c", date="2026-10-07T21:00:00+02:00")  # and again

    assert outline(desk.thread()) == ["b", "a", "c", "d"]


def test_replies_follow_their_parent_by_date(desk):
    desk.comment("first")
    desk.comment("second", date="2026-10-08T09:00:00Z")
    desk.comment("late", reply_to="first", date="2026-11-02T09:00:00Z")
    desk.comment("soon", reply_to="first", date="2026-11-01T09:00:00Z")

    assert outline(desk.thread()) == [("first", ["soon", "late"]), "second"]


def test_the_fourth_level_goes_on_at_the_third_and_says_whom_it_answers(desk):
    desk.comment("a")
    desk.comment("b", reply_to="a", name="Bea")
    desk.comment("c", reply_to="b", name="Carl")
    desk.comment("d", reply_to="c", name="Dora")
    desk.comment("e", reply_to="d")
    desk.comment("f", reply_to="b", date="2026-11-01T09:00:00Z")
    thread = desk.thread()

    assert outline(thread) == [("a", [("b", ["c", "d", "e", "f"])])]
    assert [reply.reply_to.name for reply in thread[0].replies[0].replies] == ["Bea", "Carl", "Dora", "Bea"]


def test_a_talk_of_two_thousand_answers_is_read(desk):
    desk.comment("n0")
    for number in range(1, 2000):
        desk.comment(f"n{number}", reply_to=f"n{number - 1}")
    level = desk.thread()[0].replies[0].replies

    assert [comment.id for comment in level] == [f"n{number}" for number in range(2, 2000)]


def test_the_day_is_that_of_the_writer_and_the_machine_date_keeps_the_offset(desk):
    desk.comment("late", date="2026-10-07 23:30:00.123456-05:00")  # 8 October in UTC
    [comment] = desk.thread()

    assert (comment.day, comment.machine_date) == ("October 7, 2026", "2026-10-07T23:30:00-05:00")


def test_a_comment_of_this_very_moment_is_not_in_the_future(desk):
    desk.comment("now", date="2026-12-01T07:00:00-05:00")

    assert outline(desk.thread()) == ["now"]


def test_without_a_given_moment_the_clock_says_what_is_future(desk):
    hour = dt.timedelta(hours=1)
    moment = dt.datetime.now(dt.UTC)
    desk.comment("past", date=(moment - hour).isoformat())
    desk.comment("future", date=(moment + hour).isoformat())
    threads, problems = read_comments(desk.comments, "comments", ["nerve-block"])

    assert outline(threads["nerve-block"]) == ["past"]
    assert [problem.place.path for problem in problems] == ["comments/nerve-block/future.yaml"]


def test_the_longest_name_and_text_are_taken(desk):
    desk.comment("long", name="n" * 100, text="ü" * 5000)

    assert len(desk.thread()[0].text) == 5000


def test_what_yaml_would_change_stays_as_typed(desk):
    desk.comment("typed", name="no", text="0123")
    [comment] = desk.thread()

    assert (comment.name, comment.text) == ("no", "0123")


def test_blank_lines_make_paragraphs(desk):
    desk.comment("two", text="|\n  One\n  and on.\n\n     \n\n    Two.\n")

    assert desk.thread()[0].paragraphs == ("One\nand on.", "Two.")


def test_a_comment_cannot_be_changed(desk):
    desk.comment("first")
    [comment] = desk.thread()

    with pytest.raises(dataclasses.FrozenInstanceError):
        comment.text = "other"
