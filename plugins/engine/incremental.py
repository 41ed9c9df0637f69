"""Building on the last site: what a run needs of it, and what it leaves for the next one."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.engine import spare, staging
from plugins.engine.jobs import jobs
from plugins.engine.pages.lazy_template import offer_lazily
from plugins.engine.pages.ledger import Ledger, Shelf, stamps
from plugins.engine.pages.round import Round, Standing
from plugins.engine.places import MARKER
from plugins.engine.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.engine.places import Places

SETTING = "INCREMENTAL"
_SITE = "Site: "  # in the marker of a site: its digest


def wanted(settings: Mapping[str, Any]) -> bool:
    """Tell whether a run may build on the last site: not where a plugin wants to hear of each page."""
    return bool(settings.get(SETTING)) and not signals.content_written.receivers


@contextlib.contextmanager
def templates_wait(turn: Round | None) -> Iterator[None]:
    """In a round, compile a template only if it prints something."""
    if turn is None:
        yield
        return
    with signals.generator_init.connected_to(offer_lazily):
        yield


def begin(places: Places, settings: Mapping[str, Any], environment: str) -> Round:
    """Return the round of a run: what the last site has, and what writing needs."""
    ledger = Shelf(places.ledgers).ledger(_site_in(places.output))
    store = Store.open(Path(settings["CACHE_PATH"]) / "engine" / "templates.jsonl", version="1")
    standing = Standing(ledger, stamps(places.output) if ledger.files else {})
    return Round(standing, environment, store, jobs(settings), lambda _all, _done: None)


def complete(places: Places, turn: Round, said: str) -> Places:
    """Put the site together; return the places of a run whose staging folder is the whole site."""
    files = spare.put_together(places, turn.entries, frozenset(turn.kept), turn.standing)
    ledger = Ledger(files, turn.environment, said)
    Shelf(places.ledgers).keep(ledger, {_site_in(places.output)})
    turn.store.save()
    staging.mark(places.spare, f"{_SITE}{ledger.site}\n")
    return replace(places, staging=places.spare)


def _site_in(folder: Path) -> str:
    """Return the digest of the site in a folder, as its marker says."""
    try:
        found = (folder / MARKER).read_text(encoding="utf-8").partition(_SITE)[2].strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return found if found.isalnum() else ""
