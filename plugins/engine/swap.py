"""Puts a rendered site in the place of the last one, so that there is always a complete one."""

import contextlib
import errno
from collections.abc import Iterator

from plugins.engine import interrupts, staging
from plugins.engine.exchange import exchange
from plugins.engine.places import Places, shown
from plugins.engine.stop import Stop

_FIXED = {errno.EBUSY, errno.EXDEV}


def swap(places: Places) -> None:
    """Put the staged site in place; the last one is then where the staging folder was."""
    with interrupts.deferred(), _fixed_in_words(places):
        if not places.output.exists():
            places.staging.rename(places.output)
        elif not exchange(places.staging, places.output):
            _rename_twice(places)


@contextlib.contextmanager
def _fixed_in_words(places: Places) -> Iterator[None]:
    """Say what helps where the system renames no such folder: one from a container's image, say."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FIXED:
            raise
        raise Stop(
            f"{shown(places.output)} cannot be replaced in one step here ({error.strerror}); "
            f"remove it and .{places.output.name}.* beside it and build again, "
            "or choose another folder as output."
        ) from None


def _rename_twice(places: Places) -> None:
    """Swap where the system cannot: a kill between the two first renames is mended by `recover`.

    The third rename is there so that `old` is either complete or absent: a kill in the middle of
    removing it must not leave a part that looks like a site to be put back.
    """
    places.output.rename(places.old)
    try:
        places.staging.rename(places.output)
    except OSError:
        places.old.rename(places.output)
        raise
    places.old.rename(places.staging)


def recover(places: Places) -> None:
    """Mend what a killed run left: put the last output back if it is missing."""
    if not places.old.exists():
        return
    if places.output.exists():
        staging.remove(places.old)
    else:
        places.old.rename(places.output)
