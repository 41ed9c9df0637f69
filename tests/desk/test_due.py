"""`python -m plugins.desk due`: the table, the calendar, the status."""

import datetime

import pytest
from icalendar import Calendar

from tests.desk.signing import PAGES, Clinic


@pytest.fixture
def clinic(tmp_path, runner):
    return Clinic(tmp_path, runner)


def test_the_table_goes_by_date_with_what_must_be_done_now_at_both_ends(clinic):
    clinic.sign("heat", "dr-lee", "--on", "2026-02-01")
    clinic.sign("articles/warm-hands", "dr-lee", "--on", "2025-01-31")
    clinic.sign("cold")
    clinic.edit("procedures/cold.md", "Cold numbs", "Cold dulls")

    done = clinic.desk("due")

    assert [" ".join(line.split()) for line in done.stdout.splitlines()] == [
        "Due State Page Reviewed By",
        "now changed since procedures/cold 2026-09-21 Kim Lee",
        "2026-01-31 overdue articles/warm-hands 2025-01-31 Kim Lee",
        "2027-02-01 current procedures/heat 2026-02-01 Kim Lee",
        "- not reviewed articles/cold-days - -",
        "- not reviewed comparisons/warm-or-cold - -",
        "due.ics: 2 of 5 pages have a date; import it into your calendar",
    ]
    assert done.stderr == ""
    assert done.returncode == 3


def test_the_status_says_that_nothing_must_be_done(clinic):
    clinic.sign_all()

    assert clinic.desk("due").returncode == 0


def test_the_status_says_that_the_content_has_problems(clinic):
    clinic.edit("procedures/heat.md", "title: Heat", "titel: Heat")

    done = clinic.desk("due")

    assert done.stderr.endswith("what is due is known when these are mended\n")
    assert done.returncode == 1


def test_the_calendar_has_a_day_and_a_reminder_for_each_review(clinic):
    clinic.sign("heat", "dr-lee", "--on", "2026-02-01")

    clinic.desk("due", "--calendar", "reviews.ics", "--within", "30")

    (event,) = Calendar.from_ical((clinic.folder / "reviews.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == datetime.date(2027, 2, 1)
    assert str(event["summary"]) == "Review due: Heat"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == datetime.timedelta(days=-30)


def test_the_calendar_is_the_same_for_the_same_reviews_and_its_events_are_known_again(clinic):
    clinic.sign_all()
    calendars = []
    for _ in range(2):
        clinic.desk("due")
        calendars.append((clinic.folder / "due.ics").read_bytes())

    assert calendars[0] == calendars[1]
    uids = {str(event["uid"]) for event in Calendar.from_ical(calendars[0]).walk("VEVENT")}
    assert len(uids) == len(PAGES)
    clinic.sign("heat", "dr-lee", "--on", "2026-09-01")
    clinic.desk("due")
    again = Calendar.from_ical((clinic.folder / "due.ics").read_bytes())
    assert {str(event["uid"]) for event in again.walk("VEVENT")} == uids


def test_a_calendar_that_cannot_be_written_is_said(clinic):
    done = clinic.desk("due", "--calendar", "content/site.yaml/due.ics")

    assert done.stderr == "content/site.yaml/due.ics: File exists; the calendar was not written\n"
    assert done.returncode == 1


def test_drafts_and_news_are_not_due(clinic):
    clinic.edit("procedures/heat.md", "status: published", "status: draft")
    clinic.edit("articles/cold-days.md", "Tags: winter", "Medical: false")

    said = clinic.desk("due").stdout

    assert "procedures/heat" not in said
    assert "articles/cold-days" not in said


def test_the_help_tells_the_status(clinic):
    assert "3    something must: a page was never reviewed" in clinic.desk("due", "--help").stdout
