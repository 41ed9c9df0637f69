"""Refuses a build that would take many pages away: that is more often a mistake than a wish."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.engine.places import Places, shown
from plugins.engine.stop import Stop

_PAGES = (".html", ".htm")
_ALWAYS = 1
"""So many may go from any site: of 5 pages, one is more than a tenth, and taking one back is daily work."""
_NAMED = 10


def check(places: Places, settings: Mapping[str, Any]) -> None:
    """Raise Stop if too many pages of the last site are missing in the staged one."""
    share = allowed_share(settings)
    if share is None or os.environ.get("CONFIRM") == "1":
        return
    last = _without(settings.get("SHRINK_GUARD_IGNORES", ()), _pages(places.output))
    gone = last - _pages(places.staging)
    if len(gone) > max(share * len(last), _ALWAYS):
        raise Stop(
            f"This build would take away {len(gone)} of the {len(last)} pages in {shown(places.output)}, "
            f"more than {share * 100:g}%:\n{_listed(sorted(gone))}"
            "If they are meant to go, give the same command again with CONFIRM=1."
        )


def allowed_share(settings: Mapping[str, Any]) -> float | None:
    """Read the setting SHRINK_GUARD: the share of the pages that may go, or None for any."""
    share = settings.get("SHRINK_GUARD")
    if share is None or (type(share) in {float, int} and 0 <= share < 1):  # False is neither
        return share
    raise Stop(f"SHRINK_GUARD is {share!r}; expected a part of 1, such as 0.10 for a tenth, or None.")


def _pages(folder: Path) -> set[str]:
    return {
        f"{base}/{name}".removeprefix(f"{folder}/")
        for base, _, names in os.walk(folder)
        for name in names
        if name.endswith(_PAGES)
    }


def _without(ignored: Iterable[str], pages: Iterable[str]) -> set[str]:
    return {page for page in pages if not page.startswith(tuple(ignored))}


def _listed(pages: list[str]) -> str:
    more = [f"and {len(pages) - _NAMED} more"] if len(pages) > _NAMED else []
    return "".join(f"    {line}\n" for line in pages[:_NAMED] + more)
