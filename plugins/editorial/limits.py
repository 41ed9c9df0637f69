"""A bound on the time that one file may take, since some texts keep a parser busy for minutes."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

READING_SECONDS = 10


class TooSlowError(Exception):
    """Raised inside `time_limit` when the time is over."""


@contextlib.contextmanager
def time_limit(seconds: float = READING_SECONDS) -> Iterator[None]:
    """Raise TooSlowError inside the block after `seconds`.

    Only the main thread of a system with alarms can be interrupted; elsewhere the block just runs.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
