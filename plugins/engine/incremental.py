"""Building on the last site: what a run needs of it, and what it leaves for the next one."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.engine import spare, staging
from plugins.engine.jobs import jobs
from plugins.engine.pages.folders import stamps
from plugins.engine.pages.kept_readings import KeptReadings
from plugins.engine.pages.lazy_template import offer_lazily
from plugins.engine.pages.ledger import Ledger, Shelf
from plugins.engine.pages.look import look
from plugins.engine.pages.round import Round, Standing
from plugins.engine.places import MARKER
from plugins.engine.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plugins.engine.pages.look import Look
    from plugins.engine.places import Places
    from plugins.engine.progress import Progress

SETTING = "INCREMENTAL"
BY_FILE = "file_by_file"  # attribute of a last step that needs no other file than those made in this run
_SITE = "Site: "  # in the marker of a site: its digest


def wanted(settings: Mapping[str, Any]) -> bool:
    """Tell whether a run may build on the last site.

    Not where a plugin wants to hear of each page, nor where a last step may need all pages.
    """
    steps = settings.get("LAST_STEPS", ())
    by_file = all(getattr(step, BY_FILE, False) for step in steps)
    return bool(settings.get(SETTING)) and by_file and not signals.content_written.receivers


@contextlib.contextmanager
def sparing(places: Places, turn: Round | None, settings: Mapping[str, Any]) -> Iterator[None]:
    """In a round, read a file only if it has changed, and compile a template only if it prints something."""
    if turn is None:
        yield
        return
    kept = KeptReadings(turn.store, settings, turn.environment)
    with (
        spare.begun(places, turn),
        signals.generator_init.connected_to(offer_lazily),
        signals.readers_init.connected_to(kept.attach),
    ):
        yield


def begin(places: Places, settings: Mapping[str, Any], environment: str, progress: Progress) -> Round:
    """Return the round of a run: what the last site has, and what writing needs."""
    ledger = Shelf(places.ledgers).ledger(_site_in(places.output))
    store = Store.open(Path(settings["CACHE_PATH"]) / "engine" / "kept.jsonl", version="1")
    standing = Standing(ledger, stamps(places.output) if ledger.files else {})
    return Round(standing, environment, store, jobs(settings), progress, look(settings, environment))


def is_done(turn: Round, retained: Iterable[str]) -> bool:
    """Tell whether the last site is made of the very same things, and whole, with nothing put into it."""
    return stands(turn, turn.look.digest, retained)


def stands(turn: Round, made_of: str, retained: Iterable[str]) -> bool:
    """Tell whether the last site is that which is `made_of` what a digest tells, whole and as it was."""
    ledger = turn.standing.ledger
    beside = {MARKER, *retained}
    strange = turn.standing.stamps.keys() - ledger.files.keys()
    return (
        ledger.inputs == made_of
        and not 0 < ledger.until <= time.time()
        and all(map(turn.standing.intact, ledger.files))
        and all(path.partition("/")[0] in beside for path in strange)
    )


def complete(places: Places, turn: Round) -> tuple[Places, Ledger]:
    """Put the site together; return its ledger, and the places of a run that has all of it staged."""
    ledger = Ledger(spare.put_together(places, turn), until=turn.until)
    turn.store.save()
    staging.mark(places.spare, f"{_SITE}{ledger.site}\n")
    return replace(places, staging=places.spare), ledger


def remember(places: Places, ledger: Ledger, look: Look, said: str) -> None:
    """Keep what is known of the new site, and of the one that it replaces.

    `look` is what was seen of all that it is made of; nothing where the next run must not rest on that.
    """
    inputs = look.digest if look.files else ""
    found = replace(ledger, inputs=inputs, said=said, look=look)
    Shelf(places.ledgers).keep(found, {_site_in(places.output)})


def _site_in(folder: Path) -> str:
    """Return the digest of the site in a folder, as its marker says."""
    try:
        found = (folder / MARKER).read_text(encoding="utf-8").partition(_SITE)[2].strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return found if found.isalnum() else ""
