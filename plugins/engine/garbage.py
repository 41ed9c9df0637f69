"""Looking for garbage less often: a build makes much that stays to its end, and few circles of waste."""

import contextlib
import gc
from collections.abc import Iterator

_OBJECTS = 200_000  # made between two looks; Python's own number is 700


@contextlib.contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for garbage rarely in the block: to go through all that stays takes long."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
