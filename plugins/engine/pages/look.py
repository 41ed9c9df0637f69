"""A look at all that a site is made of, before anything is read: whether there is anything to do."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import digest
from plugins.engine.pages.folders import file_digest, file_digests

if TYPE_CHECKING:
    from collections.abc import Iterator

MORE = "INPUTS"  # setting: other files and folders that the site is made of


@dataclass(frozen=True)
class Look:
    """What was seen: `rest` is all but files, `files` are digests by path, for each place where they lie."""

    rest: tuple[str, ...] = ()
    files: tuple[tuple[Path, Mapping[str, str]], ...] = ()

    @cached_property
    def digest(self) -> str:
        """A digest of all; where it lies does not count."""
        return digest([*self.rest, *(digest(_pairs(files)) for _, files in self.files)])

    def edited_since(self, last: Look) -> dict[Path, str] | None:
        """Return the files with other bytes than in the `last` look, with their digests there.

        None where anything else is another.
        """
        if (self.rest, self._names) != (last.rest, last._names):
            return None
        places = zip(self.files, last.files, strict=True)
        return {
            place / path: then[path]
            for (place, now), (_, then) in places
            for path in now
            if now[path] != then[path]
        }

    @cached_property
    def _names(self) -> list[tuple[Path, list[str]]]:
        return [(place, list(files)) for place, files in self.files]


def look(settings: Mapping[str, Any], environment: str) -> Look:
    """Look at the content, the theme, the program and the day, on which what is public hangs."""
    today = str(datetime.datetime.now(tz=datetime.UTC).date())
    said = os.environ.get("SOURCE_DATE_EPOCH", "")  # the day that a reproducible build is told
    return Look((environment, today, said), tuple((place, _files(place)) for place in _places(settings)))


def _places(settings: Mapping[str, Any]) -> Iterator[Path]:
    for place in (settings["PATH"], settings["THEME"], *settings.get(MORE, ())):
        yield Path(place)
    yield from map(Path, settings["THEME_TEMPLATES_OVERRIDES"])


def _files(place: Path) -> Mapping[str, str]:
    return {"": file_digest(place)} if place.is_file() else file_digests(place)


def _pairs(files: Mapping[str, str]) -> Iterator[str]:
    for path, found in files.items():
        yield path
        yield found
