"""Work that another process does beside a run, so that less of it is left to do."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from typing import TYPE_CHECKING

from plugins.engine import crew, interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextlib.contextmanager
def aside(act: Callable[[], None]) -> Iterator[None]:
    """Let a process of its own do `act` during the block, or until somebody leaves the block by an exception.

    Whoever needs what `act` does must look what is done at the end, and do the rest: there may be no second
    process, and what fails there is told by nobody.
    """
    forked = hasattr(os, "fork") and threading.active_count() == 1
    if not forked:
        yield
        return
    child = None
    try:
        with crew.signals_kept():
            child = os.fork()
            if child == 0:
                _only(act)
        yield
    except BaseException:
        if child is not None:
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        if child is not None:
            with interrupts.deferred():
                os.waitpid(child, 0)


def _only(act: Callable[[], None]) -> None:
    """Do this, and end the process without anything that its parent meant to do at its end."""
    try:
        crew.alone()
        act()
    finally:
        os._exit(0)
