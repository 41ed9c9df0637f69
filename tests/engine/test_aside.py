"""Work beside a run: done by its end, or left undone, and never more than that."""

import os
import threading
import time

import pytest

from plugins.engine.aside import aside

LONG = 600  # seconds: a test that waits for it has failed


def test_another_process_has_done_it_by_the_end_of_the_block(tmp_path):
    with aside(lambda: (tmp_path / "pid").write_text(str(os.getpid()))):
        pass

    assert (tmp_path / "pid").read_text() not in {"", str(os.getpid())}


def test_what_leaves_the_block_ends_it(tmp_path):
    def act():
        (tmp_path / "pid").write_text(str(os.getpid()))
        time.sleep(LONG)

    def block():
        with aside(act):
            while not (tmp_path / "pid").exists():
                time.sleep(0.01)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        block()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_what_fails_there_is_left_undone(capfd):
    with aside(lambda: 1 / 0):
        pass

    assert capfd.readouterr() == ("", "")


def test_beside_other_threads_nothing_is_forked(tmp_path):
    hold = threading.Event()
    thread = threading.Thread(target=hold.wait)
    thread.start()
    with aside((tmp_path / "done").touch):
        pass
    hold.set()
    thread.join()

    assert not (tmp_path / "done").exists()
