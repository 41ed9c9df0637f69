"""The preview's one loop: what was saved, what was built, and what to do next."""

import time
from collections.abc import Callable, Iterable
from queue import SimpleQueue

from plugins.engine.serve.builder import Builder
from plugins.engine.serve.events import Built, Event, Gone, Saved
from plugins.engine.serve.outcome import Outcome, Reply
from plugins.engine.serve.telling import Telling
from plugins.engine.serve.watched import Watched
from plugins.engine.serve.watching import Watcher, changed_since


class Preview:
    """Keeps the output like its sources: one build at a time, one more for all that is saved meanwhile."""

    def __init__(
        self, watched: Watched, start: Callable[[Callable[[Event], None]], Builder], telling: Telling
    ) -> None:
        self._start, self._telling = start, telling
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._watcher = self._watch(watched)
        self._unbuilt: set[str] = set()
        """What was saved since the last build began."""
        self._unshown: set[str] = set()
        """What was saved since the site that is shown."""
        self._replace_builder()

    def run(self) -> None:
        """Go on until interrupted."""
        while True:
            match self._events.get():
                case Saved(paths):
                    self._saved(paths)
                case Built(builder, reply) if builder is self._builder:
                    self._built(reply)
                case Gone(builder, status) if builder is self._builder:
                    self._gone(status)

    def end(self) -> None:
        """End the builder, and what it builds."""
        self._watcher.stop()
        self._builder.end()

    def _saved(self, paths: Iterable[str]) -> None:
        self._unbuilt.update(paths)
        code = [path for path in self._unbuilt if self._watcher.watched.is_code(path)]
        if code:
            self._telling.starts_anew(code)
            self._builder.end()
            self._begin(self._replace_builder)
        elif self._unbuilt and not self._busy:
            self._begin(self._builder.build if self._ready else self._replace_builder)

    def _begin(self, build: Callable[[], None]) -> None:
        self._unshown |= self._unbuilt
        self._unbuilt.clear()
        if self._watcher.is_stale():
            self._rewatch(self._watcher.watched)
        self._busy, self._begun = True, time.time()
        build()

    def _replace_builder(self) -> None:
        self._busy, self._begun = True, time.time()
        self._builder = self._start(self._events.put)

    def _built(self, reply: Reply) -> None:
        self._busy, self._ready = False, reply.ready
        known = self._watcher.watched
        watched = reply.watched if reply.ready else known.joined(reply.watched)
        if watched != known:
            self._rewatch(watched)
            self._unbuilt |= changed_since(self._begun, watched)
        self._tell(reply.outcome)
        self._saved(())

    def _gone(self, status: int) -> None:
        self._busy = self._ready = False
        cause = f"signal {-status}" if status < 0 else f"exit status {status}"
        words = f"The program that builds has ended by itself ({cause}). The next save starts it again."
        self._tell(Outcome(1, words, 0, (), words))
        self._saved(())

    def _tell(self, outcome: Outcome) -> None:
        self._telling.built(outcome, self._unshown)
        if outcome.status == 0 or not outcome.output_stands:
            self._unshown.clear()

    def _rewatch(self, watched: Watched) -> None:
        self._watcher.stop()
        self._watcher = self._watch(watched)

    def _watch(self, watched: Watched) -> Watcher:
        return Watcher(watched, lambda paths: self._events.put(Saved(paths)))
