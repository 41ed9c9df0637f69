"""Ending the sign that Pelican turns in a thread while it works: beside threads nothing is forked safely."""

import threading

from rich.live import Live


def end() -> None:
    """End everything that rich shows and draws anew from threads; who ends it once more does no harm."""
    for thread in threading.enumerate():
        live = getattr(thread, "live", None)
        if isinstance(live, Live):
            live.stop()
            thread.join()
