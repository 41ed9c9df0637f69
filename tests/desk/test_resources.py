"""How many processes may share the work, and how a command ends that was not let finish."""

import os

import pytest

from plugins.desk.commands import check
from plugins.desk.resources import jobs_wanted
from plugins.engine.stop import Stop
from plugins.frontmatter import Refusal


def test_without_a_wish_there_is_one_for_each_processor_that_may_be_used():
    assert jobs_wanted("") == len(os.sched_getaffinity(0))


@pytest.mark.parametrize(("asked", "jobs"), [("1", 1), ("2", 2), ("64", 64)])
def test_a_number_is_that_many(asked, jobs):
    assert jobs_wanted(asked) == jobs


@pytest.mark.parametrize("asked", ["0", "-1", "two", "1.5", "²", "65", " 2", "9" * 5000])
def test_what_is_no_number_of_processes_is_refused(asked):
    with pytest.raises(Refusal, match=r"is no number of processes\n    expected a whole number from 1 to 64"):
        jobs_wanted(asked)


def test_a_check_says_so(tmp_path, check_here, monkeypatch):
    monkeypatch.setenv("JOBS", "many")
    done = check_here(tmp_path, content=".")
    assert done.returncode == 1
    assert done.stderr == (
        'settings: JOBS: "many" is no number of processes\n'
        "    expected a whole number from 1 to 64, like JOBS=2\n"
    )


@pytest.mark.parametrize(
    ("error", "ending"),
    [(KeyboardInterrupt(), ("Interrupted.\n", 130)), (Stop("A worker died.", 1), ("A worker died.\n", 1))],
)
def test_a_check_that_is_ended_says_so_in_a_sentence(error, ending, tmp_path, check_here, monkeypatch):
    def ended(_):
        raise error

    monkeypatch.setattr(check, "read", ended)
    done = check_here(tmp_path, content=".")
    assert (done.stderr, done.returncode) == ending
