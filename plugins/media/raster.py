"""Photos and other pictures made of pixels: judged by their first bytes, and only then decoded."""

from __future__ import annotations

import contextlib
import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import PIL
from PIL import Image

from plugins.media.refusal import DAMAGED, UNKNOWN, UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PIXELS = 50_000_000  # decoded, 200 MB of memory
MAX_SIDE = 16_000  # WebP ends at 16,383
_KINDS = ("JPEG", "PNG", "WEBP", "GIF")
_SIGNATURE = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP", re.DOTALL)
_ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4
_ON_ITS_SIDE = (5, 6, 7, 8)
_SIZE = f"at most {MAX_PIXELS // 1_000_000} million pixels, such as 8,000 × 6,000, and {MAX_SIDE:,} in a row"
# What Pillow's decoders raise over bytes that are not as they should be.
_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Raster:
    """A picture of pixels as it was put down: its bytes, and what their beginning says.

    `width` and `height` are those of the upright picture; `turn` is its EXIF orientation, 1 to 8.
    """

    data: bytes
    width: int
    height: int
    turn: int
    transparent: bool

    @property
    def maker(self) -> str:
        """What reads and writes the pixels: another version may do so otherwise."""
        return f"Pillow {PIL.__version__}"

    def pixels(self) -> Image.Image:
        """Return the decoded picture as it is in the file.  Raises UnfitError where that is damaged."""
        with _strictly():
            image = Image.open(BytesIO(self.data), formats=_KINDS)
            image.load()
        return image


def read_raster(data: bytes) -> Raster:
    """Return the picture that `data` is, by its beginning alone.  Raises UnfitError."""
    if not _SIGNATURE.match(data):
        raise UnfitError(*UNKNOWN)
    with _strictly():
        image = Image.open(BytesIO(data), formats=_KINDS)
        _judge(image)
        turn = _orientation(image)
        transparent = image.has_transparency_data
    width, height = image.size[::-1] if turn in _ON_ITS_SIDE else image.size
    return Raster(data, width, height, turn, transparent)


def prove_whole(raster: Raster) -> bytes:
    """Decode all of a picture and return nothing.  Raises UnfitError where that cannot be done."""
    raster.pixels()
    return b""


def _judge(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise UnfitError(f"has {width:,} × {height:,} pixels", _SIZE)
    # Telephones save a photo with a second one behind it (MPO): that does not move.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        expected = "a still picture: the one moment that shows what you mean, or a few side by side"
        raise UnfitError("is animated", expected)


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held; upright where that is not told, or in no way that can be read."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif") or b"")
        turn = exif.get(_ORIENTATION)
    except _UNREADABLE:  # browsers show such a photo as it is, too
        return 1
    return turn if isinstance(turn, int) and turn in range(1, 9) else 1


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Turn what Pillow raises over the bytes of a file, and its doubts about their size, into UnfitError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # doubts about metadata, which is thrown away
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise UnfitError("has far too many pixels", _SIZE) from None
        except _UNREADABLE:
            raise UnfitError(*DAMAGED) from None
