"""The drawing of the body as data: a figure, and the regions that have a name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("body.toml")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body with its shapes as path data (see body.toml); empty where it is not seen."""

    name: str
    front: str = ""
    back: str = ""
    between: str = ""
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words for it."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Body:
    """The outline of the figure, the lines inside it, and its regions in the order of drawing."""

    figure: str
    front: str
    back: str
    regions: tuple[Region, ...]

    def region(self, word: str) -> Region | None:
        """Return the region that a clinic calls `word`: in small letters or capitals, one or many."""
        known = {_plain(word): region for region in self.regions for word in region.words}
        return known.get(_plain(word))


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").split()).removesuffix("s")


@cache
def the_body() -> Body:
    """Return the drawing that comes with this package."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Body(data["figure"], **data["lines"], regions=tuple(map(_region, data["parts"].items())))


def _region(entry: tuple[str, dict[str, Any]]) -> Region:
    name, shapes = entry
    return Region(name, **shapes | {"also": tuple(shapes.get("also", ()))})
