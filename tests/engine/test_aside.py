"""Work beside a run: done by its end, or left undone, and never more than that."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import os, sys, threading, time
from pathlib import Path
from plugins.engine.aside import aside

file = Path(sys.argv[1])

def act():
    file.write_text(str(os.getpid()))
"""


def alone(script, *arguments):
    """Run a script in a process of its own: this one may have threads of other tests, which bar forking."""
    command = [sys.executable, "-c", SCRIPT + script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_another_process_has_done_it_by_the_end_of_the_block(tmp_path):
    done = alone("with aside(act): print(os.getpid())", tmp_path / "pid")

    assert done.returncode == 0
    assert (tmp_path / "pid").read_text() not in {"", done.stdout.strip()}


def test_what_leaves_the_block_ends_it(tmp_path):
    done = alone(
        "def long():\n"
        "    act()\n"
        "    time.sleep(1000)\n"
        "with aside(long):\n"
        "    while not file.exists() or not file.read_text():\n"
        "        time.sleep(0.01)\n"
        "    raise SystemExit(3)\n",
        tmp_path / "pid",
    )

    assert done.returncode == 3
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_what_fails_there_is_left_undone(tmp_path):
    done = alone("with aside(lambda: 1 / 0): print('here')", tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "here\n", "")


def test_beside_other_threads_nothing_is_forked(tmp_path):
    done = alone(
        "hold = threading.Event()\n"
        "threading.Thread(target=hold.wait).start()\n"
        "with aside(act): pass\n"
        "hold.set()\n",
        tmp_path / "pid",
    )

    assert done.returncode == 0
    assert not (tmp_path / "pid").exists()
