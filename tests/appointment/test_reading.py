"""The file of the sheet."""

import pytest

from plugins.appointment import Group, Sheet, read_appointment
from plugins.appointment.paper import MOST_LINES

FILE = """\
title: A slip
lead: Mark what you want.
matters: [Speed, Silence]
questions:
  Before:
    - What if I wait?
    - Is oil enough?
  "After: all of it":
    - When may I ride?
"""
MORE = """\
tell: [Where it squeaks]
caution: Do not take the chain off.
"""


@pytest.fixture
def read(tmp_path):
    """Give a function that reads a text as the file."""

    def from_text(text):
        path = tmp_path / "appointment.yaml"
        path.write_text(text, encoding="utf-8")
        return read_appointment(path, "appointment.yaml")

    return from_text


def test_without_a_file_there_is_no_page_and_nothing_is_wrong(tmp_path):
    found = read_appointment(tmp_path / "appointment.yaml", "appointment.yaml")

    assert (found.sheet, found.problems, found.has_page) == (None, (), False)


def test_a_link_that_leads_nowhere_is_no_missing_file(tmp_path):
    (tmp_path / "appointment.yaml").symlink_to("elsewhere.yaml")

    assert read_appointment(tmp_path / "appointment.yaml", "appointment.yaml").problems


def test_a_sheet_keeps_its_lists_in_their_order(read):
    found = read(FILE + MORE)

    questions = (
        Group("Before", ("What if I wait?", "Is oil enough?")),
        Group("After: all of it", ("When may I ride?",)),
    )
    assert found.problems == ()
    assert found.has_page
    assert found.sheet == Sheet(
        "A slip",
        "Mark what you want.",
        ("Speed", "Silence"),
        questions,
        ("Where it squeaks",),
        "Do not take the chain off.",
    )


def test_what_to_tell_may_be_left_out(read):
    sheet = read(FILE).sheet

    assert (sheet.tell, sheet.caution) == ((), "")


def test_a_file_with_a_mistake_gives_no_sheet_but_will_have_a_page(read):
    found = read(FILE.replace("title: A slip\n", ""))

    assert [str(problem) for problem in found.problems] == [
        'appointment.yaml:1:1: "title" is missing\n    expected a line title: ...'
    ]
    assert (found.sheet, found.has_page) == (None, True)


def test_as_much_is_taken_as_fits_on_a_page(read):
    """The file has 7 lines that are printed, 2 of them headings; a long one takes 2."""
    room = MOST_LINES - 7
    long = f"A {'long ' * 11}line"
    full = f"{FILE}tell: [{long}, {', '.join(map(str, range(room - 2)))}]\n"

    assert read(full).problems == ()
    assert "37 lines leave no room" in str(read(full.replace("tell: [", "tell: [one, ")).problems[0])
