"""What is drawn of a row, what never is, and what its pictures are called."""

import re

import pytest

from plugins.procedures.comparison import evidence_rows, field_row
from plugins.procedures.drawing import apart, drawing
from plugins.procedures.words import finding_words
from tests.procedures.samples import field, repair

FIELDS = (
    field("held", "frequency", picture="icon-array", frames=("held", "did not")),
    field("time", "duration", picture="bar"),
    field("method", "text"),
    field("slack", "percent"),
)
HELD, TIME, METHOD, SLACK = FIELDS
TRIED = "{value: 48 in 100, compared_with: %s, sources: [guild]}"
BOTH = "{value: 48 in 100, versus: 9 in 100, compared_with: %s, when: 6 months}"


def row(of, *lines):
    """Give the row of the field `of`, with a procedure that says each of `lines`."""
    procedures = [
        repair(f"repair-{n}", f"facts:\n  {of.id}: {line}", fields=FIELDS) for n, line in enumerate(lines)
    ]
    return field_row(of, procedures)


def findings(of):
    return [statement.finding for cell in of.cells for statement in cell.statements]


def pictures(of, beside=None):
    """Give the pictures of each finding of a row."""
    drawn = drawing(of, beside)
    return [list(drawn.draw(finding)) for finding in findings(of)]


def names(of):
    """Give whom each picture of the only finding shows and what it is called."""
    (drawn,) = pictures(of)
    return [(one.whom, re.findall(r'aria-label="([^"]*)"', one.svg)) for one in drawn]


def bar_end(of, beside=None):
    """Give where the bar or the dot of the first finding of a row ends."""
    (one,) = pictures(of, beside)[0]
    return float(re.search(r'class="bar__(?:range|dot)" d="M[\d.]+ \d+H([\d.]+)"', one.svg)[1])


def test_a_frequency_is_drawn_once_where_no_number_of_the_others_is_known():
    assert names(row(HELD, TRIED % "sham")) == [("", ["48 in 100 held, 52 did not"])]


@pytest.mark.parametrize(
    ("group", "whom"),
    [
        ("sham", "A dummy treatment (sham)"),
        ("usual care", "Usual care"),
        ("another treatment", "Another treatment"),
    ],
)
def test_both_groups_are_drawn_each_with_its_name(group, whom):
    assert names(row(HELD, BOTH % group)) == [
        ("Treated", ["48 in 100 held, 52 did not"]),
        (whom, ["9 in 100 held, 91 did not"]),
    ]


def test_a_result_without_a_comparison_group_is_never_drawn():
    alone = row(HELD, TRIED % "nothing")

    assert pictures(alone) == [[]]
    assert [apart(finding) for finding in findings(alone)] == [True]


@pytest.mark.parametrize("group", ["sham", "usual care", "another treatment"])
def test_results_with_one_stand_together(group):
    assert [apart(finding) for finding in findings(row(HELD, TRIED % group))] == [False]


def test_of_several_results_those_with_a_group_are_drawn():
    several = row(HELD, f"\n  - {TRIED % 'nothing'}\n  - {TRIED % 'sham'}")

    assert [len(drawn) for drawn in pictures(several)] == [1, 0]


@pytest.mark.parametrize("of", [HELD, TIME])
@pytest.mark.parametrize("line", ["not known", "not reported", "{says: nobody counted}"])
def test_what_is_no_figure_is_not_drawn(of, line):
    assert pictures(row(of, line)) == [[]]


@pytest.mark.parametrize(("of", "line"), [(METHOD, "By hand"), (SLACK, "5 percent")])
def test_a_field_that_asks_for_no_picture_has_none(of, line):
    assert pictures(row(of, line)) == [[]]
    assert drawing(row(of, line)).scale == ""


def test_risks_are_drawn_though_no_field_asks_for_it():
    more = 'risks: [{effect: A fall, how_often: "2 in 100 [@guild]", serious: true}]'

    (risks,) = evidence_rows((repair("new-rim", more),))

    assert names(risks) == [("", ["2 in 100 have it, 98 do not"])]


def test_what_is_less_than_one_of_the_row_is_drawn_as_it_is_said():
    (drawn,) = pictures(row(HELD, '{value: "2 in 10,000", compared_with: sham}'))

    assert ["Less than 1 in 1,000 held" in one.svg for one in drawn] == [True]


def test_the_bars_of_a_row_have_one_axis_that_is_said_once():
    times = row(TIME, "1 hour", "4 hours")

    assert drawing(times).scale == "0 to 4 hours"
    assert bar_end(times) < bar_end(row(TIME, "4 hours", "1 hour")) == bar_end(row(TIME, "4 hours"))


def test_the_axis_is_that_of_the_row_beside():
    alone, beside = row(TIME, "1 hour"), row(TIME, "1 hour", "4 hours")

    assert drawing(alone).scale == "0 to 1 hour"
    assert drawing(alone, beside).scale == "0 to 4 hours"
    assert bar_end(alone, beside) == bar_end(beside) < bar_end(alone)


def test_a_row_of_which_all_is_unknown_has_no_axis():
    assert drawing(row(TIME, "not known", "{says: quick}")).scale == ""


@pytest.mark.parametrize(
    ("of", "line"),
    [
        (HELD, TRIED % "sham"),
        (HELD, BOTH % "sham"),
        (HELD, "{value: up to 7.5 in 100, versus: 2 to 3 in 100, compared_with: usual care}"),
        (TIME, "1 to 2 hours"),
        (TIME, "at least 3 weeks"),
    ],
)
def test_the_name_of_a_picture_is_part_of_the_words_of_its_line(of, line):
    """Listeners hear the figure that readers see, in the same words."""
    one = row(of, line)
    words = finding_words(findings(one)[0], one.type)

    called = [name for _, found in names(one) for name in found]

    assert called
    assert all(name in words for name in called)
