"""Whether this run belongs to a preview, which must outlive a failed build."""

import inspect

import pelican


def is_running() -> bool:
    """Tell whether Pelican's autoreload loop is calling.

    Pelican tells its class nothing about it, and the loop takes an exception for a reason to build
    again at once, a thousand times a second, and SystemExit for its own end. So we look who calls.
    """
    frame = inspect.currentframe()
    while frame is not None:
        if frame.f_code is pelican.autoreload.__code__:
            return True
        frame = frame.f_back
    return False
