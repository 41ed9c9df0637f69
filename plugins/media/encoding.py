"""From an original to the files that readers get: formats, widths, colours, and nothing besides the pixels.

Same pixels and settings give the same bytes on every machine: encoders run in one thread, and no setting is
left to chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms

from plugins.media.cache import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.media.cache import Cache
    from plugins.media.raster import Raster

WIDTHS = (480, 960, 1440)  # pixels: a phone, a text's measure on a desk, and that on a dense screen
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_TO_EIGHT_BITS = 1 / 257  # 65,535 becomes 255


@dataclass(frozen=True)
class Format:
    """A format of files, and what its encoder is told."""

    name: str
    options: dict[str, Any]

    @property
    def suffix(self) -> str:
        """The end of a file's name."""
        return "jpg" if self.name == "JPEG" else self.name.lower()

    @property
    def media_type(self) -> str:
        """The media type, as ``<source type>`` has it."""
        return f"image/{self.name.lower()}"


# 4:4:4 keeps red lettering of screenshots sharp; why speed 8, see docs/decisions/0012-pictures.md.
AVIF = Format("AVIF", {"quality": 60, "speed": 8, "subsampling": "4:4:4", "codec": "aom", "max_threads": 1})
WEBP = Format("WEBP", {"quality": 80, "method": 4})
JPEG = Format("JPEG", {"quality": 80, "progressive": True, "optimize": True})
PNG = Format("PNG", {"compress_level": 9})


def formats_of(raster: Raster) -> tuple[Format, ...]:
    """Return the formats of a picture, the best first; every browser knows the last."""
    return AVIF, WEBP, PNG if raster.transparent else JPEG


def sizes_of(raster: Raster) -> tuple[tuple[int, int], ...]:
    """Return the widths and heights of a picture's files, the smallest first; none is larger than it is."""
    widths = [width for width in WIDTHS if width < raster.width]
    if len(widths) < len(WIDTHS):
        widths.append(raster.width)
    return tuple((width, max(1, round(raster.height * width / raster.width))) for width in widths)


@dataclass(frozen=True)
class Encoder:
    """Writes the files of one original, or takes them from the cache; decodes it only where it must."""

    raster: Raster
    cache: Cache

    def file(self, kind: Format, size: tuple[int, int]) -> bytes:
        """Return the original as a file of a kind and a size in pixels."""
        name = key(self.raster.data, "file", self.raster.maker, kind.name, kind.options, size)
        return self.cache.kept(name, self._writing(kind, size))

    def _writing(self, kind: Format, size: tuple[int, int]) -> Callable[[], bytes]:
        def write() -> bytes:
            image = self._upright
            if image.size != size:
                image = image.resize(size, Image.Resampling.LANCZOS)
            file = BytesIO()
            image.save(file, kind.name, **kind.options)
            return file.getvalue()

        return write

    @cached_property
    def _upright(self) -> Image.Image:
        image = in_srgb(self.raster.pixels(), transparent=self.raster.transparent)
        if self.raster.turn in _TURNS:
            image = image.transpose(_TURNS[self.raster.turn])
        image.info.clear()  # encoders take profiles, comments and more from here
        return image


def in_srgb(image: Image.Image, *, transparent: bool) -> Image.Image:
    """Return an image in sRGB, 8 bits for each of red, green and blue, and of opacity where `transparent`."""
    mode = "RGBA" if transparent else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * _TO_EIGHT_BITS).convert("L")
    elif image.mode not in {"L", "RGB", "RGBA", "CMYK"}:
        image = image.convert(mode)
    return (_from_profile(image, profile, mode) if profile else image).convert(mode)


def _from_profile(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        found = ImageCms.profileToProfile(image, source, srgb, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):  # a profile of something else: browsers take sRGB then, too
        return image
    return found or image
