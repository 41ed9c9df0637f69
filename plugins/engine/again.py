"""Building again in a process that stays: after an edit of texts, all else is as the last run left it.

What an edit can change, only a plugin knows.  One that does puts a function into the shared context, among
those in `RENEW`, by the folder whose files it knows.  It is given those of them with other bytes than in the
last run, and where to write what is no page; it puts what they say now in the place of what they said, and
returns the names of the facets that have become others; or None where more may be different, and then all is
read anew.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.engine.incremental import stands
from plugins.engine.pages.facet import noted, printed
from plugins.engine.progress import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from plugins.engine.pages.job import Job
    from plugins.engine.pages.look import Look
    from plugins.engine.pages.round import Round

    Renew = Callable[[frozenset[Path], Path], Iterable[str] | None]

RENEW = "RENEW"


@dataclass(frozen=True)
class Left:
    """What a run has left: its settings at the end, what it saw and wrote, and what pages were made of."""

    settings: Mapping[str, Any]
    look: Look
    jobs: Sequence[Job]
    shared: dict[str, Any]
    contents: Sequence[Any]

    @classmethod
    def by(cls, turn: Round, settings: Mapping[str, Any], contents: Sequence[Any]) -> Left:
        """Return what is left after a round that went well."""
        return cls(dict(settings), turn.look, turn.jobs, turn.shared, contents)

    def repeat(self, turn: Round, settings: dict[str, Any], folder: Path) -> bool:
        """Write into `folder` what edits have changed; tell whether that is enough, and nothing need be read.

        The `settings` are then as the run left them.
        """
        # A later look than ours, where pages were corrected meanwhile (see correcting.py).
        last = turn.standing.ledger.look
        edits = [turn.look.edited_since(look) for look in (self.look, last)]
        edited = frozenset(file for files in edits for file in files or ())
        whole = None not in edits and stands(turn, last.digest, settings["OUTPUT_RETENTION"])
        if not (edited and whole and self._all_known(turn)):
            return False
        before = dict(settings)
        now = {"OUTPUT_PATH": settings["OUTPUT_PATH"], PROGRESS: turn.progress}
        settings.update({**self.settings, **now})
        names = self._renewed(edited, folder)
        if names is None:
            settings.clear()
            settings.update(before)
            return False
        read = frozenset(how(name) for name in names for how in (noted, printed))
        turn.repeat(self.jobs, folder, self.shared, read)
        sys.stderr.write(turn.standing.ledger.said)
        return True

    def _all_known(self, turn: Round) -> bool:
        """Tell whether all followed from what is known, and made nothing be logged."""
        files = turn.standing.ledger.files
        return all(job.path in files and files[job.path].inputs for job in self.jobs)

    def _renewed(self, edited: frozenset[Path], folder: Path) -> list[str] | None:
        """Return the names of the facets that have become others; None where nobody knows all that has."""
        known: Mapping[Path, Renew] = self.shared.get(RENEW, {})
        places = {place: {file for file in edited if file.is_relative_to(place)} for place in known}
        if edited.difference(*places.values()):  # somebody else's
            return None
        names: list[str] = []
        for place, files in places.items():
            found = known[place](frozenset(files), folder) if files else ()
            if found is None:
                return None
            names += found
        return names
