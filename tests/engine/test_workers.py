"""Work shared among processes: the same results, the same exceptions, nobody left behind."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from plugins.engine.workers import in_workers

JOBS = [1, 2, 3]
IMPORTS = """
import multiprocessing, os, signal
from plugins.engine.stop import Stop
from plugins.engine.workers import in_workers
"""


def squared(number):
    return b"%d" % number**2


@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 100, 1000])
def test_results_come_in_the_order_of_the_items(jobs, count):
    assert in_workers(squared, range(count), jobs) == [squared(number) for number in range(count)]


@pytest.mark.parametrize("jobs", JOBS)
def test_progress_counts_up_to_all(jobs):
    told = []
    in_workers(squared, range(50), jobs, told.append)
    assert told == list(range(1, 51))


def alone(script):
    """Run a script in a process of its own: this one may have threads of other tests, which bar forking."""
    command = [sys.executable, "-c", IMPORTS + script]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_work_is_done_elsewhere_and_shared():
    here, *elsewhere = alone(
        "found = in_workers(lambda _: b'%d' % os.getpid(), range(1000), 2)\n"
        "print(os.getpid(), *{one.decode() for one in found})"
    ).split()

    assert len(elsewhere) == 2
    assert here not in elsewhere


def test_with_one_job_or_other_threads_the_work_is_done_here():
    here = b"%d" % os.getpid()
    assert set(in_workers(lambda _: b"%d" % os.getpid(), range(9), 1)) == {here}
    finish = threading.Event()
    other = threading.Thread(target=finish.wait)
    other.start()
    try:
        assert set(in_workers(lambda _: b"%d" % os.getpid(), range(9), 2)) == {here}
    finally:
        finish.set()
        other.join()


class OddError(Exception):
    """An exception that cannot be sent to another process."""

    def __init__(self, *, number):
        super().__init__(f"odd: {number}")


@pytest.mark.parametrize("jobs", JOBS)
def test_the_first_exception_is_raised_as_it_would_be_without_workers(jobs):
    def only_even(number):
        if number % 2 and number > 50:
            raise OddError(number=number)
        return squared(number)

    with pytest.raises(OddError, match=r"^odd: 51$") as caught:
        in_workers(only_even, range(100), jobs)
    assert caught.traceback[-1].name == "only_even"


def test_after_an_exception_no_more_work_is_handed_out(tmp_path):
    failed = tmp_path / "failed"

    def wait_for_the_first(number):
        if not number:
            failed.touch()
            raise OddError(number=number)
        while not failed.exists():
            pass
        (tmp_path / str(number)).touch()
        return b""

    with pytest.raises(OddError):
        in_workers(wait_for_the_first, range(1000), 2)
    assert len(list(tmp_path.iterdir())) < 500


@pytest.mark.parametrize("jobs", JOBS)
def test_an_exit_of_the_function_is_an_exit_here(jobs):
    with pytest.raises(SystemExit, match=r"^3$"):
        in_workers(lambda _: sys.exit(3), range(9), jobs)


DEADLY = """
parent = os.getpid()

def deadly(number):
    if number == 60 and os.getpid() != parent:
        {die}
    return b"%d" % number

try:
    in_workers(deadly, range(100), 2)
except Stop as stop:
    print(stop, multiprocessing.active_children())
"""


@pytest.mark.parametrize(
    ("die", "reason"),
    [("os._exit(7)", "exit status 7"), ("os.kill(os.getpid(), signal.SIGKILL)", "ended by signal 9")],
)
def test_a_worker_that_dies_ends_the_run_with_a_sentence(die, reason):
    said = alone(DEADLY.format(die=die))

    assert said.startswith(f"A worker process died ({reason}); perhaps ")
    assert said.endswith(" JOBS=1 does without. []\n")


def test_results_may_be_larger_than_a_pipe():
    assert in_workers(lambda number: b"%d" % number * 1_000_000, range(4), 2)[3] == b"3" * 1_000_000


LONG = """
import sys, time
from plugins.engine.workers import in_workers

def slow(number):
    open(sys.argv[1] + f"/{number}", "w").close()
    time.sleep(60 * (number > 0))
    return b""

try:
    in_workers(slow, range(3), 3)
finally:
    print("tidied up")
"""


@pytest.fixture
def long_run(tmp_path):
    """Start a run, in a group of its own; one of its workers has nothing to do, two are busy."""
    run = subprocess.Popen(
        [sys.executable, "-c", LONG, tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while len(list(tmp_path.iterdir())) < 3:
        assert run.poll() is None
    yield run
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def has_members(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_ends_the_workers_too(long_run):
    os.killpg(long_run.pid, signal.SIGINT)
    out, err = long_run.communicate(timeout=60)
    assert out == "tidied up\n"
    assert err.count("Traceback") == 1
    assert not has_members(long_run.pid)
