"""What browsers are told: which site there is now, how it differs from the one they show, what is wrong."""

import json
import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, replace

from plugins.engine.serve.outcome import Outcome

_REMEMBERED = 100  # builds; a page that is older is told to load anew
_ENOUGH = 200  # changed files; with more it is quicker to load anew than to read their names


@dataclass(frozen=True)
class News:
    """One message to one browser."""

    version: int
    """Of the site; a later one is greater, also when the preview was started anew."""
    changed: tuple[str, ...] | None = None
    """The files that are others than in the version the browser shows; None if nobody knows."""
    only_styles: bool = False
    """Whether nothing but style sheets was saved since then."""
    heading: str = ""
    report: str = ""
    """What is wrong with the last build, or nothing."""
    failure: int = 0
    """Counts the builds that left the site as it was, so that each of them is told even to who knows why."""

    def to_json(self) -> str:
        """Return it as JavaScript reads it."""
        return json.dumps(asdict(self))


class Board:
    """Where the server pins up the news, and threads wait for them."""

    def __init__(self) -> None:
        self._now = News(int(time.time() * 1000))
        self._past: deque[News] = deque(maxlen=_REMEMBERED)
        self._turn = 0
        self._turned = threading.Condition()

    @property
    def version(self) -> int:
        """The version of the site that is in the output folder, or an earlier one for a moment."""
        return self._now.version

    def pin(self, outcome: Outcome, *, heading: str, only_styles: bool) -> None:
        """Tell everybody how a build went."""
        with self._turned:
            told = replace(self._now, heading=heading, report=outcome.problems)
            if outcome.output_stands:
                told = replace(told, failure=told.failure + 1)
            else:
                changed = outcome.changed if len(outcome.changed or ()) <= _ENOUGH else None
                told = replace(told, version=told.version + 1, changed=changed, only_styles=only_styles)
                self._past.append(told)
            self._now = told
            self._turn += 1
            self._turned.notify_all()

    def news(self, since: int, turn: int, patience: float) -> tuple[News | None, int]:
        """Wait for something that was pinned up after `turn`; return it as seen from version `since`."""
        with self._turned:
            self._turned.wait_for(lambda: self._turn > turn, patience)
            return (self._seen_from(since) if self._turn > turn else None), self._turn

    def _seen_from(self, since: int) -> News:
        missed = [told for told in self._past if told.version > since]
        complete = len(missed) == self._now.version - since
        changed = [told.changed for told in missed]
        known = complete and None not in changed
        return replace(
            self._now,
            changed=tuple(sorted({name for names in changed for name in names or ()})) if known else None,
            only_styles=complete and all(told.only_styles for told in missed),
        )
