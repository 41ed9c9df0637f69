"""Pictures of pixels: what is told by their first bytes, and that no bytes harm."""

import re
import struct
import warnings
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.media.raster import prove_whole, read_raster
from plugins.media.refusal import UnfitError
from tests.media.samples import exif, photo, saved

STILL = {"JPEG": Image.new("RGB", (30, 20), "red"), "PNG": Image.new("RGBA", (30, 20), "#f008")}
FRAMES = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
SAMPLES = [
    photo(40, 30),
    saved(STILL["PNG"], "PNG", exif=exif(3)),
    saved(STILL["PNG"], "WEBP", exif=exif(5)),
    saved(Image.new("P", (9, 9)), "GIF", transparency=0),
]


def frames(kind):
    return saved(FRAMES[0], kind, save_all=True, append_images=FRAMES[1:])


def png(width, height, *chunks):
    """Return the beginning of a PNG file that says it has this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", b"")]
    packed = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_size_and_transparency_are_told_without_decoding(kind):
    data = saved(STILL.get(kind, STILL["PNG"]), kind)
    raster = read_raster(data)

    assert (raster.width, raster.height, raster.turn) == (30, 20, 1)
    assert raster.transparent == (kind in {"PNG", "WEBP"})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_on_its_side_has_the_size_of_the_upright_one(kind, turn):
    raster = read_raster(saved(STILL["JPEG"], kind, exif=exif(turn)))

    assert raster.turn == turn
    assert (raster.width, raster.height) == ((30, 20) if turn < 5 else (20, 30))


@pytest.mark.parametrize(
    "notes", [b"Exif\0\0MM\0", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0knees", b"Exif\0\0"]
)
def test_notes_that_cannot_be_read_change_nothing(notes):
    raster = read_raster(saved(STILL["JPEG"], exif=notes))

    assert raster.turn == 1
    assert prove_whole(raster) == b""


@pytest.mark.parametrize("turn", [0, 9, 65_535])
def test_a_turn_that_there_is_not_changes_nothing(turn):
    assert read_raster(saved(STILL["JPEG"], exif=exif(turn))).turn == 1


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(kind):
    with pytest.raises(UnfitError, match="is animated"):
        read_raster(frames(kind))


def test_a_photo_with_a_second_one_behind_it_does_not_move():
    """So telephones save photos: the format is called MPO."""
    raster = read_raster(frames("MPO"))

    assert (raster.width, raster.height) == (8, 8)
    assert raster.pixels().getpixel((4, 4))[0] > 200


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "AVIF", "PPM", "ICO"])
def test_other_kinds_of_pictures_are_refused(kind):
    with pytest.raises(
        UnfitError, match="not a picture that a page can show; expected a JPEG, PNG, WebP, GIF or SVG"
    ):
        read_raster(saved(FRAMES[0], kind))


@pytest.mark.parametrize("size", [(7_072, 7_072), (16_001, 1), (1, 16_001)])
def test_a_picture_of_too_many_pixels_is_refused_before_any_is_decoded(size):
    """These have none: decoding would say that they are damaged."""
    with pytest.raises(
        UnfitError, match=f"has {size[0]:,} × {size[1]:,} pixels; expected at most 50 million"
    ):
        read_raster(png(*size))


@pytest.mark.parametrize("size", [(10_000, 9_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_is_a_bomb_to_pillow_is_refused_in_our_words_alone(size):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")  # as in a build, where they are printed
        with pytest.raises(
            UnfitError, match="pixels; expected at most 50 million pixels, such as 8,000 × 6,000"
        ):
            read_raster(png(*size))

    assert said == []


@pytest.mark.parametrize("size", [(7_071, 7_071), (16_000, 3_125)])
def test_a_picture_of_just_few_enough_pixels_is_taken(size):
    raster = read_raster(png(*size))

    assert (raster.width, raster.height) == size


def test_words_that_grow_without_end_are_refused():
    text = b"Comment\0\0" + zlib.compress(b" " * 50_000_000)

    with pytest.raises(UnfitError, match="damaged"):
        prove_whole(read_raster(png(2, 2, (b"zTXt", text))))


@given(st.sampled_from(SAMPLES), st.data())
def test_no_bytes_harm(sample, data):
    """Whatever is cut or changed: the picture is taken, or refused in words."""
    end = data.draw(st.integers(0, len(sample)))
    at = data.draw(st.integers(0, max(end - 1, 0)))
    changed = sample[:at] + data.draw(st.binary(max_size=8)) + sample[at:end]
    said = what_is_said(changed)

    assert said == "" or re.fullmatch(r"(is|has) .+; expected .+", said)


def what_is_said(data):
    try:
        prove_whole(read_raster(data))
    except UnfitError as error:
        return str(error)
    return ""
