"""The folder of a run goes with the run, whenever somebody presses Ctrl-C."""

import signal
import sys
from itertools import count

import pytest

from plugins.engine.staging import fresh


def interrupt_at(line, act):
    """Send Ctrl-C at the so many-th line of the engine while `act` runs; tell whether it came so far."""
    lines = count(1)

    def trace(frame, event, _):
        if "/plugins/engine/" not in frame.f_code.co_filename:
            return None
        if event == "line" and next(lines) == line:
            signal.raise_signal(signal.SIGINT)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return next(lines) > line


def test_ctrl_c_leaves_nothing_wherever_it_comes(tmp_path):
    folder = tmp_path / "staging"

    def run():
        with fresh(folder):
            (folder / "page").touch()

    interrupted = 0
    for line in count(1):
        try:
            if not interrupt_at(line, run):
                break
        except KeyboardInterrupt:
            interrupted += 1
        assert not folder.exists(), line
    assert interrupted


def test_what_goes_wrong_inside_leaves_nothing_either(tmp_path):
    with pytest.raises(ZeroDivisionError), fresh(tmp_path / "staging"):
        1 / 0  # noqa: B018
    assert list(tmp_path.iterdir()) == []
