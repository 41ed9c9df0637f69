"""A bound on time that leaves no alarm behind."""

import re
import signal
import threading

import pytest

from plugins.editorial.limits import TooSlowError, time_limit


def test_what_takes_too_long_is_stopped():
    with pytest.raises(TooSlowError), time_limit(0.02):
        re.fullmatch("(a+)+b", "a" * 60)


def test_the_alarm_and_its_handler_are_as_before():
    before = signal.getsignal(signal.SIGALRM)

    with time_limit(1000):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_an_error_inside_passes_and_stops_the_alarm():
    with pytest.raises(KeyError, match="a"), time_limit(1000):
        raise KeyError("a")

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_beside_the_main_thread_the_block_just_runs():
    timers = []

    def work():
        with time_limit(1000):
            timers.append(signal.getitimer(signal.ITIMER_REAL))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert timers == [(0, 0)]
