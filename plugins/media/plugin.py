"""Connects this room to Pelican's signals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator

if TYPE_CHECKING:
    from pelican.generators import StaticGenerator

    from plugins.media.album import Album, Picture

IMAGES = "IMAGES"  # in templates: the Album
SIZES = "IMAGE_SIZES"  # setting: how wide the theme shows a picture, as HTML's `sizes` has it


@dataclass(frozen=True)
class Place:
    """What Pelican needs of a file to link to it."""

    url: str


class ImagesGenerator(Generator):
    """Writes the pictures."""

    def generate_output(self, _: object) -> None:
        """Write each file once."""
        album: Album = self.context[IMAGES]
        for picture in album.pictures.values():
            for file in picture.files:
                path = Path(self.output_path) / file.asset.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.asset.content)


def images_generator(_: object) -> Any:
    """Return the generator of pictures."""
    return ImagesGenerator


def take_originals(generator: StaticGenerator) -> None:
    """Take all pictures out of what Pelican would copy, and let links lead to ours instead.

    Pelican copies whatever a text refers to; here only what the edition lets through stays.
    """
    from plugins.media.album import Album, picture_of
    from plugins.media.cache import Cache
    from plugins.media.original import Document, read_original

    cache = Cache()
    pictures: dict[str, Picture] = {}
    documents: set[str] = set()
    for name in generator.settings["STATIC_PATHS"]:
        path = Path(generator.path) / name
        original = read_original(path, cache)
        if isinstance(original, Document):
            documents.add(name)
            continue
        picture = picture_of(original, path.stem, cache)
        pictures[picture.main.asset.name] = picture
        generator.context["static_content"][name] = Place(picture.main.asset.name)
    files = generator.staticfiles
    files[:] = [file for file in files if file.get_relative_source_path() in documents]
    generator.context[IMAGES] = Album(pictures, generator.settings[SIZES])
    cache.prune()


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(images_generator)
    signals.static_generator_finalized.connect(take_originals)
