"""What a run says to people, kept so that it can be said again when nothing has changed."""

import contextlib
import logging
import sys
from collections.abc import Iterator
from typing import Any, TextIO


class _Ear:
    """Stands in for a stream; hears what is written.  `unheard` is the stream, for what is of the moment."""

    def __init__(self, stream: TextIO, heard: list[str]) -> None:
        self.unheard = stream
        self._heard = heard

    def write(self, text: str) -> int:
        """Write, and keep."""
        self._heard.append(text)
        return self.unheard.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unheard, name)


class _Listener(logging.Handler):
    """Keeps warnings; others show them."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self._heard.append(f"{record.levelname} {record.getMessage()}\n")


@contextlib.contextmanager
def heard() -> Iterator[list[str]]:
    """Give all that the block writes to standard error, and its warnings."""
    said: list[str] = []
    stream, listener = sys.stderr, _Listener(said)
    sys.stderr = _Ear(stream, said)
    logging.getLogger().addHandler(listener)
    try:
        yield said
    finally:
        logging.getLogger().removeHandler(listener)
        sys.stderr = stream
