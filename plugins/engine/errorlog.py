"""Counts what is logged as an error, or should be: Pelican logs many failures and then exits 0."""

import contextlib
import logging
from collections.abc import Iterator

_FILES_MISSING = ("A problem occurred copying file", "While copying", "Cannot copy")
"""How Pelican's warnings begin that mean: a file is missing or cut short (the disk is full, say)."""


class Counter(logging.Handler):
    """A log handler that only counts."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one error."""
        if record.levelno >= logging.ERROR or str(record.msg).startswith(_FILES_MISSING):
            self.count += 1


@contextlib.contextmanager
def errors_counted() -> Iterator[Counter]:
    """Count the errors logged in the block, shown or not."""
    root = logging.getLogger()
    _let_errors_through(root)
    counter = Counter()
    root.addHandler(counter)
    try:
        yield counter
    finally:
        root.removeHandler(counter)


def _let_errors_through(root: logging.Logger) -> None:
    """Move a level above WARNING (`--quiet`) from the loggers to their handlers.

    A logger that is deaf makes no record, and there is nothing to count; a handler that is deaf
    shows nothing, which is all that was asked for.
    """
    for logger in (root, logging.getLogger("pelican")):
        if logger.level > logging.WARNING:
            for handler in root.handlers:
                handler.setLevel(max(handler.level, logger.level))
            logger.setLevel(logging.WARNING)
