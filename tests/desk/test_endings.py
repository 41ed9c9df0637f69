"""How a command ends that was not let finish."""

import pytest

from plugins.desk.commands import check
from plugins.engine.stop import Stop


def test_a_number_of_processes_that_is_none_is_told(tmp_path, check_here, monkeypatch):
    monkeypatch.setenv("JOBS", "many")
    done = check_here(tmp_path, content=".")
    assert done.returncode == 1
    assert done.stderr == "JOBS is 'many'; expected the number of processes that may build, such as 2.\n"


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
