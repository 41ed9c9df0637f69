"""The builder as the server knows it: a process that is asked to build, and can be replaced."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import IO

from plugins.engine.serve.events import Built, Event, Gone
from plugins.engine.serve.outcome import Reply

_GRACE = 5  # seconds in which a build that is asked to end can tidy up


class Builder:
    """A worker; it begins to build at once, and tells what happens to it."""

    def __init__(self, arguments: Sequence[str], tell: Callable[[Event], None]) -> None:
        # In a process group of its own, so that Ctrl-C reaches the server alone, which ends it in order.
        self._process = subprocess.Popen(  # noqa: S603 (our own module, with the arguments we were given)
            [sys.executable, "-m", "plugins.engine.serve.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            process_group=0,
        )
        self._tell = tell
        threading.Thread(target=self._listen, daemon=True).start()

    def build(self) -> None:
        """Ask for another build; the answer comes as an event."""
        with contextlib.suppress(BrokenPipeError):  # then the event Gone is on its way
            _stream(self._process.stdin).write("build\n")
            _stream(self._process.stdin).flush()

    def end(self) -> None:
        """End the process, and a build with it: the output stays as it is."""
        with contextlib.suppress(BrokenPipeError):
            _stream(self._process.stdin).close()  # for one that is tidying up and ignores the signal
        self._process.terminate()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            pass  # a plugin that does not listen
        finally:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        for line in _stream(self._process.stdout):
            self._tell(Built(self, Reply.from_line(line)))
        self._tell(Gone(self, self._process.wait()))


def _stream(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:  # Popen gives what it was asked for
        raise TypeError
    return pipe
