"""What a run says to people, kept so that it can be said again when nothing has changed."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Any, TextIO


class _Ear:
    """Stands in for a stream; hears what is written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.heard: list[str] = []

    def write(self, text: str) -> int:
        """Write, and keep."""
        self.heard.append(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def heard() -> Iterator[list[str]]:
    """Give all that the block writes to standard error."""
    stream = sys.stderr
    ear = _Ear(stream)
    sys.stderr = ear
    try:
        yield ear.heard
    finally:
        sys.stderr = stream
