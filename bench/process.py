"""What a command costs: wall time, processor time and memory, of it and of all that it starts."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAUSE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and processor time; the peak of memory in bytes; the exit status."""

    wall: float
    cpu: float
    memory: int
    status: int


@dataclass
class Watch:
    """Looks now and then at the memory of a process and its children, and keeps the highest sum.

    Memory that several of them share counts once (PSS; on macOS what each has for itself).  The system's own
    peak of a process (ru_maxrss) will not do: it begins with the size of the process that started it.
    """

    pid: int
    peak: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look until it is over."""
        looking = True
        while looking:
            self.peak = max(self.peak, memory_of(self.pid))
            looking = not self.over.wait(PAUSE)


def memory_of(pid: int) -> int:
    """Return the bytes that a process and its children take now."""
    total = 0
    try:
        first = psutil.Process(pid)
        for process in (first, *first.children(recursive=True)):
            memory = process.memory_full_info()
            total += getattr(memory, "pss", memory.uss)
    except psutil.Error:  # one of them has just ended
        pass
    return total


def measured(command: Sequence[str], folder: Path, environment: dict[str, str], log: Path) -> Cost:
    """Run a command in `folder`, its words into `log`, and return what it cost."""
    with log.open("wb") as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        watch = Watch(process.pid)
        looking = threading.Thread(target=watch.look, daemon=True)
        looking.start()
        status, usage = _ended(process)
        wall = time.perf_counter() - begin
        watch.over.set()
        looking.join()
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.peak, status)


def _ended(process: subprocess.Popen[bytes]) -> tuple[int, os.struct_rusage]:
    """Wait for a process; return its exit status and what it and its children used."""
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage
