"""Forked processes that work out what they are told to, and end with this one whatever happens."""

from __future__ import annotations

import contextlib
import gc
import signal
import warnings
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.engine import interrupts
from plugins.engine.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_DONE, _RAISED = b"=", b"!"


@dataclass
class Worker:
    """A process, the pipe to it, and the numbers of the items that it has still to do."""

    process: ForkProcess
    connection: Connection
    todo: deque[int] = field(default_factory=deque)

    def take(self, pieces: deque[range]) -> bool:
        """Give it the next piece of work, if there is one."""
        if not pieces:
            return False
        piece = pieces.popleft()
        self.todo.extend(piece)
        with self._told_of_death():
            self.connection.send_bytes(b"%d %d" % (piece.start, piece.stop))
        return True

    def result(self) -> tuple[int, bytes | None]:
        """Return the number of its next item and the result, None where there was an exception."""
        with self._told_of_death():
            message = self.connection.recv_bytes()
        return self.todo.popleft(), message[1:] if message.startswith(_DONE) else None

    @contextlib.contextmanager
    def _told_of_death(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError):
            self.process.join()
            status = self.process.exitcode or 0
            reason = f"exit status {status}" if status >= 0 else f"ended by signal {-status}"
            raise Stop(
                f"A worker process died ({reason}); perhaps memory ran out. JOBS=1 does without."
            ) from None


@contextlib.contextmanager
def crew_for(
    function: Callable[[Any], bytes], items: Sequence[Any], jobs: int
) -> Iterator[tuple[Worker, ...]]:
    """Give workers that apply `function` to `items`; fewer than `jobs` where the system allows no more."""
    from multiprocessing import get_context

    context = get_context("fork")
    pipes = [context.Pipe() for _ in range(jobs)]
    ends = [end for pipe in pipes for end in pipe]
    workers: list[Worker] = []
    try:
        with signals_kept(), contextlib.suppress(OSError):
            for ours, theirs in pipes:
                others = [end for end in ends if end is not theirs]
                process = context.Process(target=_work, args=(function, items, theirs, others), daemon=True)
                with warnings.catch_warnings():
                    # Threads that Python does not know, those of libraries, hold none of its locks.
                    warnings.filterwarnings("ignore", ".* is multi-threaded, use of fork", DeprecationWarning)
                    process.start()
                workers.append(Worker(process, ours))
        for _, theirs in pipes:
            theirs.close()
        yield tuple(workers)
    finally:
        with interrupts.deferred():
            _dismiss(workers, ends)


def _dismiss(workers: Iterable[Worker], ends: Iterable[Connection]) -> None:
    """End all processes; none has anything to do any more, or that it has is not wanted."""
    for end in ends:
        end.close()
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join()
        worker.process.close()


@contextlib.contextmanager
def signals_kept() -> Iterator[None]:
    """Let signals wait, so that none meets a new process before it knows what to do with them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def alone() -> None:
    """Be a new process: what signals do to the parent is not for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent says what becomes of us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _work(
    function: Callable[[Any], bytes], items: Sequence[Any], connection: Connection, others: list[Connection]
) -> None:
    """Do pieces of work until the pipe is closed, by this run or by its end."""
    gc.freeze()  # to look for garbage among what the parent has made would copy all of it
    for other in others:
        other.close()  # a pipe ends when nobody holds its other end
    alone()
    with contextlib.suppress(EOFError, OSError):
        while piece := connection.recv_bytes():
            start, stop = map(int, piece.split())
            for item in items[start:stop]:
                connection.send_bytes(_attempt(function, item))


def _attempt(function: Callable[[Any], bytes], item: Any) -> bytes:
    try:
        return _DONE + function(item)
    except BaseException:  # noqa: BLE001 - the parent meets it again
        return _RAISED
