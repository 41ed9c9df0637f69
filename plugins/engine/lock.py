"""One build at a time for each output folder."""

import contextlib
import fcntl
from collections.abc import Iterator

from plugins.engine.places import Places, shown
from plugins.engine.stop import Stop

BUSY = 75
"""The exit status for "try again later" (EX_TEMPFAIL)."""


@contextlib.contextmanager
def held(places: Places, *, wait: bool) -> Iterator[None]:
    """Hold the lock; if another build has it, wait or raise Stop.

    The system lets go of it when the process ends, however that happens. The file itself stays:
    removing it would let two builds lock two files of the same name.
    """
    places.lock.parent.mkdir(parents=True, exist_ok=True)
    with places.lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Stop(
                f"Another build of {shown(places.output)} is running; try again when it is done.", BUSY
            ) from None
        yield
