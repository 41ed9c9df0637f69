"""Problems as values, and the one wording of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter import Place, Problem, Severity, refuse, report
from plugins.frontmatter.problems import count, in_file_order, nearest

HERE = Place("a.md", 3, 5)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem(HERE, "wrong"), "a.md:3:5: wrong"),
        (Problem(Place("a.md"), "wrong", "right"), "a.md: wrong\n    expected right"),
        (Problem(HERE, "wrong", "", "rigth"), 'a.md:3:5: wrong\n    did you mean "rigth"?'),
        (
            Problem(HERE, "wrong", "right", "write", "field", Severity.WARNING),
            'a.md:3:5: warning: field: wrong\n    expected right; did you mean "write"?',
        ),
        (Problem(HERE, "late", severity=Severity.NOTICE), "a.md:3:5: notice: late"),
    ],
)
def test_a_problem_has_one_wording(problem, words):
    assert str(problem) == words


def test_a_problem_inside_others_names_the_way_to_it():
    problem = Problem(HERE, "wrong").inside("value").inside("[2]").inside("risks")

    assert problem.field == "risks[2].value"


def test_a_refusal_reads_like_its_problems():
    assert str(refuse(HERE, "wrong", expected="right", suggestion="write")) == (
        'a.md:3:5: wrong\n    expected right; did you mean "write"?'
    )


@pytest.mark.parametrize(
    ("word", "choice"),
    [("durations", "duration"), ("DURATION", "duration"), ("reif", "Relief"), ("xyz", ""), ("", "")],
)
def test_the_nearest_choice_is_offered_as_it_is_spelt(word, choice):
    assert nearest(word, ["duration", "Relief"]) == choice


def test_a_choice_less_like_than_asked_for_is_not_offered():
    assert nearest("iframe", ["time"]) == "time"
    assert nearest("iframe", ["time"], likeness=0.8) == ""


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_choice_itself_is_its_nearest(choices):
    assert nearest(choices[0], choices).casefold() == choices[0].casefold()


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1000, "1,000 files")]
)
def test_a_count_is_in_words(number, words):
    assert count(number, "file") == words


PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Place, st.sampled_from("ab"), st.integers(0, 12), st.integers(0, 12)),
        st.sampled_from(["one", "two"]),
        severity=st.sampled_from(Severity),
    )
)


@given(PROBLEMS)
def test_problems_come_in_the_order_of_files_each_once(problems):
    ordered = in_file_order(problems)

    assert set(ordered) == set(problems)
    assert len(ordered) == len(set(problems))
    assert [problem.place for problem in ordered] == sorted(problem.place for problem in ordered)


@given(PROBLEMS, st.randoms())
def test_the_order_of_finding_does_not_show(problems, random):
    shuffled = problems[:]
    random.shuffle(shuffled)

    assert [str(p.place) for p in in_file_order(shuffled)] == [str(p.place) for p in in_file_order(problems)]


def test_a_report_ends_with_counts_of_each_kind_and_the_outcome():
    problems = [
        Problem(Place("b.md", 10, 1), "last"),
        Problem(Place("a.md", 10, 1), "second", severity=Severity.WARNING),
        Problem(Place("a.md", 9, 1), "first"),
        Problem(Place("a.md", 9, 1), "first"),
        Problem(Place("c.md"), "whole", severity=Severity.NOTICE),
    ]

    assert report(problems, "the site was not built.") == (
        "a.md:9:1: first\na.md:10:1: warning: second\nb.md:10:1: last\nc.md: notice: whole\n"
        "2 problems, 1 warning, 1 notice in 3 files; the site was not built."
    )


def test_a_report_of_nothing_is_the_outcome():
    assert report([], "all is well.") == "all is well."
