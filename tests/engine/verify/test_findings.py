"""All problems are told together, each fault once, and long lists end with a count."""

from dataclasses import replace

from plugins.engine.verify import Problem
from plugins.engine.verify.findings import MOST, gathered


def told(*problems):
    return str(gathered(problems, lambda problem: problem))


def test_nothing_is_wrong():
    assert not gathered((), lambda problem: problem)


def test_a_fault_on_many_pages_is_told_once():
    problems = [Problem("a kind", "has a fault", f"{number:04}.html", "none") for number in range(1300)]

    assert told(*problems) == (
        "0000.html: has a fault\n    expected none\n    the same on 1,299 more pages\n"
        "1,300 problems in the built pages"
    )


def test_many_faults_of_one_kind_end_with_a_count_and_leave_room_for_others():
    many = [Problem("a fault", f"has fault {number:03}", "a.html") for number in range(MOST + 212)]
    lines = told(*many, Problem("b fault", "has another", "b.html")).splitlines()

    assert lines[0] == "a.html: has fault 000"
    assert lines[MOST:] == [
        "... and 212 more of this kind: a fault",
        "b.html: has another",
        "223 problems in the built pages",
    ]


def test_only_what_is_told_gets_advice():
    asked = []

    def advise(problem):
        asked.append(problem.message)
        return replace(problem, suggestion="that")

    gathered([Problem("a", f"{number}", "a.html") for number in range(500)], advise)

    assert len(asked) == MOST
