"""Whether this run belongs to a preview, which must outlive a failed build."""

import contextlib
import inspect
from collections.abc import Iterator
from contextvars import ContextVar

import pelican

_ours: ContextVar[bool] = ContextVar("ours", default=False)


@contextlib.contextmanager
def going_on() -> Iterator[None]:
    """Let the builds in the block be those of a preview (of `plugins.engine.serve`)."""
    token = _ours.set(True)
    try:
        yield
    finally:
        _ours.reset(token)


def is_running() -> bool:
    """Tell whether a preview is building: it waits for other builds, and shows what others refuse."""
    return _ours.get() or is_autoreload()


def is_autoreload() -> bool:
    """Tell whether Pelican's own autoreload loop is calling.

    Pelican tells its class nothing about it, and the loop takes an exception for a reason to build
    again at once, a thousand times a second, and SystemExit for its own end. So we look who calls.
    """
    frame = inspect.currentframe()
    while frame is not None:
        if frame.f_code is pelican.autoreload.__code__:
            return True
        frame = frame.f_back
    return False
