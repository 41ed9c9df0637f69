"""What the preview says in the terminal: a line for each build, and a report when there is a new one."""

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from plugins.engine.places import shown
from plugins.engine.serve.outcome import Outcome


class Terminal:
    """The lines, and what has been said already."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._builds = 0
        self._report = ""

    def starts(self) -> None:
        """Tell that the first build has begun: it may take a while."""
        self._say("building")

    def built(self, outcome: Outcome) -> None:
        """Tell how a build went; a report that still holds is not repeated."""
        if outcome.report != self._report:
            self._report = outcome.report
            sys.stderr.write(f"{outcome.report}\n" if outcome.report else "")
            sys.stderr.flush()
        self._say(self._summary(outcome))
        self._builds += 1
        if self._builds == 1:
            _print(f"The preview is at {self._address} and follows what you save. Ctrl-C ends it.")

    def starts_anew(self, paths: Iterable[str]) -> None:
        """Tell that code was changed."""
        names = sorted(shown(path) for path in paths)
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        self._say(f"{names[0]}{more} changed: loading the program anew")

    def ended(self) -> None:
        """Say goodbye."""
        _print("\nThe preview has ended.")

    def _summary(self, outcome: Outcome) -> str:
        word = "rebuilt" if self._builds else "built"
        if outcome.output_stands and outcome.status:
            return f"not {word}; the preview shows the last good site"
        return f"{word} in {outcome.seconds:.2f} s{_changes(outcome.changed)}"

    def _say(self, words: str) -> None:
        _print(f"{datetime.now().astimezone():%H:%M:%S} {words}")


def _changes(changed: tuple[str, ...] | None) -> str:
    if changed is None:
        return ""
    pages = sum(Path(name).suffix == ".html" for name in changed)
    return f": {pages} page{'' if pages == 1 else 's'} changed"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
