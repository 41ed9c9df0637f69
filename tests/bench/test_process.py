"""What a command costs is counted with all that it starts."""

import os
import subprocess
import sys

import pytest

from bench.process import measured, memory_of

SIZE = 60_000_000
HELD = f"held = bytearray({SIZE})"
STAY = "import os, sys; os.write(1, b'ready\\n'); sys.stdin.read()"


@pytest.fixture
def memory():
    """Give the function that tells the memory of a program once each of its processes is ready."""

    def look(program, processes=1):
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert [process.stdout.readline() for _ in range(processes)] == ["ready\n"] * processes
            found = memory_of(process.pid)
            process.stdin.close()
        return found

    return look


def test_memory_of_children_counts_and_shared_memory_once(memory):
    alone = memory(f"{HELD}; {STAY}")
    each = memory(f"import os; os.fork(); {HELD}; {STAY}", 2)
    shared = memory(f"import os; {HELD}; os.fork(); {STAY}", 2)

    assert SIZE < alone < 2 * SIZE < each
    assert shared < alone + SIZE / 2


def test_memory_of_what_has_ended_is_none():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()

    assert memory_of(process.pid) == 0


def run(program, folder):
    return measured([sys.executable, "-c", program], folder, dict(os.environ), folder / "said.txt")


def test_processor_time_of_children_counts(tmp_path):
    work = "sum(range(3_000_000)); print(time.process_time())"
    cost = run(f"import os, time\nif os.fork(): os.wait()\nelse: {work}", tmp_path)

    assert cost.cpu > 0.9 * float((tmp_path / "said.txt").read_text(encoding="utf-8"))


def test_the_exit_status_and_the_words_are_kept(tmp_path):
    assert run("import sys; sys.exit('a reason')", tmp_path).status == 1
    assert (tmp_path / "said.txt").read_text(encoding="utf-8") == "a reason\n"
