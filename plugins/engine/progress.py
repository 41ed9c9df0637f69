"""How far a run is, and at its end what it has done: a bar where somebody watches, a line for each stage."""

from __future__ import annotations

import contextlib
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds without a bar: who waits no longer needs none
_PACE = 0.1  # seconds between two drawings of the bar
PROGRESS = "PROGRESS"  # setting: the Progress of the run that goes on, for plugins with long work


@dataclass
class Stage:
    """A part of a run: how many of its things are done, and in the end what became of them."""

    name: str
    said: str = ""
    done: int = 0
    total: int = 0
    seconds: float = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Note that so many of all are done."""
        self.done, self.total = done, total

    def __str__(self) -> str:
        return f"{self.name:<9} {self.said:<60} {self.seconds:5.2f} s"


class Progress:
    """The stages of one run."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._began = time.monotonic()
        self._bar: Bar | None = None
        self._drawn = 0.0

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Time a stage, which is called with how many things are done of how many, and says what it did."""
        found = _Shown(name, self)
        began = time.monotonic()
        try:
            yield found
        finally:
            found.seconds = time.monotonic() - began
            self.stages.append(found)
            self._hide()

    def summary(self) -> str:
        """Return a line for each stage that has something to say."""
        return "\n".join(str(stage) for stage in self.stages if stage.said)

    def show(self, stage: Stage) -> None:
        """Move the bar, if somebody watches and has waited long enough."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._began > PATIENCE and now - self._drawn > _PACE:
            self._drawn = now
            if self._bar is None:
                self._bar = _bar()
                self._bar.add_task(stage.name, total=stage.total)
            self._bar.update(self._bar.task_ids[0], completed=stage.done, total=stage.total, refresh=True)

    def _hide(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


class _Shown(Stage):
    """A stage whose bar moves."""

    def __init__(self, name: str, progress: Progress) -> None:
        super().__init__(name)
        self._progress = progress

    def __call__(self, done: int, total: int) -> None:
        super().__call__(done, total)
        self._progress.show(self)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(file=getattr(sys.stderr, "unheard", sys.stderr))
    # Drawn by hand: the thread that would draw it bars the next stage from forking.
    bar = Bar(console=console, transient=True, auto_refresh=False)
    bar.start()
    return bar
