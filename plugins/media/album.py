"""The pictures of a site as they leave, and how a text shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.assets.naming import Asset, hashed
from plugins.editorial.rules import label_slug
from plugins.media.encoding import Encoder, formats_of, sizes_of
from plugins.media.raster import Raster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.media.cache import Cache
    from plugins.media.drawing import Drawing

FOLDER = "media"  # below the output
_LONGEST_NAME = 60
_SVG = "image/svg+xml"
_ATTRIBUTES = r'(?: [a-z]+="[^"]*")*?'
# As nh3 writes it; Pelican has put before the name what leads to the root of the site.
_IMAGE = re.compile(
    rf'<img(?P<before>{_ATTRIBUTES}) src="(?P<root>[^"]*?)(?P<name>{FOLDER}/[^"/]+)"(?P<after>{_ATTRIBUTES})>'
)
_OURS = re.compile(r' (?:width|height|loading|decoding)="[^"]*"')


@dataclass(frozen=True)
class File:
    """One file of a picture; the size is in pixels, None where a drawing tells none."""

    asset: Asset
    media_type: str
    size: tuple[int, int] | None


@dataclass(frozen=True)
class Picture:
    """All files of a picture, by format, each in rising widths; every browser can show the last."""

    files: tuple[File, ...]

    @property
    def main(self) -> File:
        """The file for whoever takes but one."""
        return self.files[-1]


@dataclass(frozen=True)
class Album:
    """The pictures by the name of their main file; `sizes` says how wide the theme shows them."""

    pictures: Mapping[str, Picture]
    sizes: str

    def pictured(self, html: str) -> str:
        """Return the HTML of a text with all formats, widths and the room that each of its pictures needs."""
        return _IMAGE.sub(self._picture, html)

    def _picture(self, found: re.Match[str]) -> str:
        picture = self.pictures.get(found["name"])
        if picture is None:
            return found[0]
        return self._markup(picture, found["root"], _OURS.sub("", found["before"] + found["after"]))

    def _markup(self, picture: Picture, root: str, told: str) -> str:
        """Return a picture for a page; `root` stands before each name, `told` is what its author said."""
        sets = [tuple(files) for _, files in groupby(picture.files, lambda file: file.media_type)]
        sources = "".join(
            f'<source type="{files[0].media_type}" srcset="{_names(files, root)}"{self._widths(files)}>'
            for files in sets[:-1]
        )
        own = f' srcset="{_names(sets[-1], root)}"{self._widths(sets[-1])}' if len(sets[-1]) > 1 else ""
        image = (
            f'<img src="{root}{picture.main.asset.name}"{own}{_room(picture.main)} loading="lazy" '
            f'decoding="async"{told}>'
        )
        return f"<picture>{sources}{image}</picture>" if sources else image

    def _widths(self, files: tuple[File, ...]) -> str:
        return f' sizes="{self.sizes}"' if len(files) > 1 else ""


def _names(files: tuple[File, ...], root: str) -> str:
    """Return the files of one format as ``srcset`` has them, with their widths where there is a choice."""
    if len(files) == 1:
        return root + files[0].asset.name
    return ", ".join(f"{root}{file.asset.name} {file.size[0]}w" for file in files if file.size)


def _room(file: File) -> str:
    return f' width="{file.size[0]}" height="{file.size[1]}"' if file.size else ""


def picture_of(original: Raster | Drawing, name: str, cache: Cache) -> Picture:
    """Return the files of a picture; `name` is that of the original, without its suffix."""
    stem = label_slug(name)[:_LONGEST_NAME].strip("-") or "picture"
    if not isinstance(original, Raster):
        asset = _asset(f"{stem}.svg", original.data)
        return Picture((File(asset, _SVG, original.size),))
    encoder = Encoder(original, cache)
    return Picture(
        tuple(
            File(_asset(f"{stem}-{size[0]}.{kind.suffix}", encoder.file(kind, size)), kind.media_type, size)
            for kind in formats_of(original)
            for size in sizes_of(original)
        )
    )


def _asset(name: str, content: bytes) -> Asset:
    return Asset(f"{FOLDER}/{hashed(name, content)}", content)
