"""What staff put into the folder of images: which kind of file it is, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.media.cache import key
from plugins.media.drawing import Drawing, read_drawing
from plugins.media.raster import Raster, prove_whole, read_raster
from plugins.media.refusal import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.media.cache import Cache

MAX_MEGABYTES = 20


@dataclass(frozen=True)
class Document:
    """A PDF file: links may lead to it."""

    data: bytes


Original = Raster | Drawing | Document


def read_original(path: Path, cache: Cache) -> Original:
    """Return the file `path`, a regular one.

    Raises UnfitError where no page can show it; `cache` remembers which were found to be whole.
    """
    data = _bytes(path)
    if data.startswith(b"%PDF-"):
        return Document(data)
    if path.suffix.lower() == ".svg":
        return read_drawing(data)
    raster = read_raster(data)
    cache.kept(key(data, "whole", raster.maker), lambda: prove_whole(raster))
    return raster


def _bytes(path: Path) -> bytes:
    most = MAX_MEGABYTES * 1_000_000
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        expected = "a smaller file: 2,000 pixels in width are enough for every screen"
        raise UnfitError(f"has more than {MAX_MEGABYTES} MB", expected)
    return data
