"""A look at all that a site is made of, before anything is read: whether there is anything to do."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import digest
from plugins.engine.pages.folders import file_digest, folder_digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MORE = "INPUTS"  # setting: other files and folders that the site is made of


def look(settings: Mapping[str, Any], environment: str) -> str:
    """Return a digest of the content, the theme, the program and the day, on which what is public hangs."""
    today = str(datetime.datetime.now(tz=datetime.UTC).date())
    said = os.environ.get("SOURCE_DATE_EPOCH", "")  # the day that a reproducible build is told
    return digest([environment, today, said, *map(_of, _places(settings))])


def _places(settings: Mapping[str, Any]) -> Iterator[Path]:
    for place in (settings["PATH"], settings["THEME"], *settings.get(MORE, ())):
        yield Path(place)
    yield from map(Path, settings["THEME_TEMPLATES_OVERRIDES"])


def _of(place: Path) -> str:
    return file_digest(place) if place.is_file() else folder_digest(place)
