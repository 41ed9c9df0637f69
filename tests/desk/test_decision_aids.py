"""`check --decision-aids`: what each comparison lacks, the pairs among them."""

import re

import pytest

from tests.desk.spoiling import copy_base, swap

TITLE = "Comparisons as decision aids (IPDAS)"


@pytest.fixture
def content(tmp_path):
    return copy_base(tmp_path)


def table(done):
    """Give the printed table as rows of cells."""
    lines = done.stdout[done.stdout.index(TITLE) :].splitlines()[1:]
    return [re.split(r" {2,}", line.strip()) for line in lines]


def test_each_comparison_and_each_pair_is_listed_with_what_it_lacks(content, check, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    swap(content, "fields.yaml", {"type: frequency,": "type: frequency, decision_aid: benefit,"})

    done = check(content.parent, "--decision-aids")

    lacks = (
        "experience: No fact is kept on this; benefits: No data for Cold; harms: No data for Cold; "
        "without: No fact is kept on this; rates: 2 of 2 figures without the group of people; "
        "uncertainty: No fact is kept on this; date: No date for {}; "
        'updates: site.yaml has no "policies: updates"; funding: site.yaml has no "policies: funding"'
    )
    assert table(done) == [
        ["Page", "Meets", "Lacks"],
        ["/compare/warm-or-cold/", "5 of 14 points", lacks.format("Heat, Cold")],
        ["/compare/cold-vs-heat/", "5 of 14 points", lacks.format("Cold, Heat")],
    ]
    assert done.returncode == 0


def test_a_narrow_window_cuts_no_word_off(content, check, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    swap(content, "fields.yaml", {"type: frequency,": "type: frequency, decision_aid: benefit,"})

    done = check(content.parent, "--decision-aids")

    words = " ".join(done.stdout.split())
    assert words.count("funding: site.yaml") == 2
    assert "\N{HORIZONTAL ELLIPSIS}" not in words


def test_where_no_field_answers_a_question_it_says_so(content, check):
    done = check(content.parent, "--decision-aids")

    assert done.stdout.splitlines()[1:] == [
        "No field of fields.yaml has decision_aid: ..., so no comparison is judged."
    ]
    assert done.returncode == 0


def test_both_tables_can_be_asked_for_at_once(content, check):
    swap(content, "fields.yaml", {"type: frequency,": "type: frequency, decision_aid: benefit,"})

    done = check(content.parent, "--grades", "--decision-aids")

    assert done.stdout.index("Reading grades") < done.stdout.index(TITLE)
    assert done.returncode == 0


def test_what_is_wrong_is_told_and_the_table_is_printed_of_the_rest(content, check):
    swap(content, "fields.yaml", {"type: frequency,": "type: frequency, decision_aid: benefit,"})
    swap(content, "pages/about.md", {"title: About": "titel: About"})

    done = check(content.parent, "--decision-aids")

    assert 'unknown key "titel"' in done.stderr
    assert "/compare/warm-or-cold/" in done.stdout
    assert done.returncode == 1
