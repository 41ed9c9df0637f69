"""What Ctrl-C and SIGTERM do during a run: end it cleanly, but never in the middle of a swap."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_Handler = Callable[[int, FrameType | None], object]


class Terminated(BaseException):
    """The run was asked to end by SIGTERM."""


@contextlib.contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM raise Terminated, so that the run can tidy up, as Ctrl-C lets it."""
    with _handling((signal.SIGTERM,), _raise_terminated):
        yield


@contextlib.contextmanager
def ignored() -> Iterator[None]:
    """Ignore both signals: for tidying up, which is short."""
    with _handling(_SIGNALS, lambda _number, _frame: None):
        yield


@contextlib.contextmanager
def deferred() -> Iterator[None]:
    """Keep both signals until the end of the block, then let them do what they do."""
    came: list[int] = []
    with _handling(_SIGNALS, lambda number, _frame: came.append(number)):
        yield
    for number in came:
        signal.raise_signal(number)


def _raise_terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated


@contextlib.contextmanager
def _handling(signals: tuple[signal.Signals, ...], handler: _Handler) -> Iterator[None]:
    """Handle signals with `handler` meanwhile; one that is ignored (as under nohup) stays ignored."""
    before = {number: signal.getsignal(number) for number in signals if _is_ours(number)}
    try:
        for number in before:
            signal.signal(number, handler)
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)


def _is_ours(number: signal.Signals) -> bool:
    """Tell whether the signal can be handled here: Python allows that in the main thread only."""
    in_main = threading.current_thread() is threading.main_thread()
    return in_main and signal.getsignal(number) is not signal.SIG_IGN
