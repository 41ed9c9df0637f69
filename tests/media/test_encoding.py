"""What readers get of each kind of original: its colours, its sizes, nothing else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from plugins.media.encoding import AVIF, JPEG, PNG, WEBP, Encoder, formats_of, in_srgb, sizes_of
from plugins.media.raster import Raster, read_raster
from tests.media.samples import opened, saved

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED = (255, 0, 0)


def near(pixel, wanted, most=6):
    return all(abs(one - other) <= most for one, other in zip(pixel, wanted, strict=True))


def sixteen_bits(value):
    return Image.new("I;16", (4, 4), value)


def palette():
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, *RED])
    return image


@pytest.mark.parametrize(
    ("image", "kind", "pixel"),
    [
        (Image.new("1", (4, 4), 1), "PNG", (255, 255, 255)),
        (Image.new("L", (4, 4), 100), "PNG", (100, 100, 100)),
        (Image.new("LA", (4, 4), (100, 50)), "PNG", (100, 100, 100, 50)),
        (sixteen_bits(65_535), "PNG", (255, 255, 255)),
        (sixteen_bits(100 * 257), "PNG", (100, 100, 100)),
        (palette(), "PNG", RED),
        (palette(), "GIF", RED),
        (Image.new("RGB", (4, 4), RED), "PNG", RED),
        (Image.new("RGBA", (4, 4), (*RED, 50)), "PNG", (*RED, 50)),
        (Image.new("CMYK", (4, 4), (0, 255, 255, 0)), "JPEG", RED),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else None,
)
def test_each_kind_of_pixels_keeps_its_colour(image, kind, pixel):
    raster = read_raster(saved(image, kind))
    found = in_srgb(raster.pixels(), transparent=raster.transparent)

    assert near(found.getpixel((1, 1)), pixel)


@pytest.mark.parametrize("options", [{"transparency": 1}, {"transparency": b"\xff\x00"}], ids=["one", "many"])
def test_a_colour_of_a_palette_that_shines_through_does_so(options):
    raster = read_raster(saved(palette(), "PNG", **options))

    assert formats_of(raster) == (AVIF, WEBP, PNG)
    assert in_srgb(raster.pixels(), transparent=True).getpixel((1, 1))[3] == 0


def swapped():
    """Return a profile whose red is sRGB's blue: an ICC file lists them by name."""
    return SRGB.replace(b"rXYZ", b"****").replace(b"bXYZ", b"rXYZ").replace(b"****", b"bXYZ")


def test_colours_are_those_that_the_profile_means():
    raster = read_raster(saved(Image.new("RGB", (4, 4), RED), icc_profile=swapped(), quality=95))

    assert near(in_srgb(raster.pixels(), transparent=False).getpixel((1, 1)), (0, 0, 255))


def test_a_profile_does_not_touch_how_much_shines_through():
    raster = read_raster(saved(Image.new("RGBA", (4, 4), (*RED, 50)), "PNG", icc_profile=swapped()))

    assert near(in_srgb(raster.pixels(), transparent=True).getpixel((1, 1)), (0, 0, 255, 50))


@pytest.mark.parametrize("image", [Image.new("RGB", (4, 4), RED), Image.new("L", (4, 4), 76)])
@pytest.mark.parametrize("profile", [b"no profile", SRGB[:200]])
def test_a_profile_that_cannot_be_read_changes_nothing(image, profile):
    raster = read_raster(saved(image, "PNG", icc_profile=profile))
    plain = read_raster(saved(image, "PNG"))

    assert in_srgb(raster.pixels(), transparent=False).getpixel((1, 1)) == in_srgb(
        plain.pixels(), transparent=False
    ).getpixel((1, 1))


@given(st.integers(1, 16_000), st.integers(1, 16_000))
def test_no_file_is_larger_than_its_original_or_of_another_shape(width, height):
    sizes = sizes_of(Raster(b"", width, height, 1, transparent=False))

    assert sizes == tuple(sorted(set(sizes)))
    assert sizes[-1] == (width, height) or sizes[-1][0] == 1440 < width
    for across, down in sizes:
        assert 1 <= across <= width
        assert 1 <= down <= height
        assert down == 1 or abs(down - height * across / width) <= 0.5


@pytest.mark.parametrize("size", [(1, 1), (1, 16_000), (16_000, 1), (3, 5)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_the_smallest_and_longest_pictures_can_be_written(cache, size, mode):
    raster = read_raster(saved(Image.new(mode, size, "red"), "PNG"))
    encoder = Encoder(raster, cache)

    for kind in formats_of(raster):
        for wanted in sizes_of(raster):
            assert opened(encoder.file(kind, wanted)).size == wanted


def test_no_note_or_profile_comes_along(cache):
    image = Image.new("RGBA", (9, 9), "red")
    data = saved(image, "PNG", icc_profile=swapped(), dpi=(300, 300))
    encoder = Encoder(read_raster(data), cache)
    photo = saved(image.convert("RGB"), icc_profile=swapped(), comment=b"at home", dpi=(300, 300))

    for file in (encoder.file(PNG, (9, 9)), Encoder(read_raster(photo), cache).file(JPEG, (9, 9))):
        assert b"ICC" not in file
        assert b"iCCP" not in file
        assert b"at home" not in file
        assert "dpi" not in Image.open(io.BytesIO(file)).info or b"\x01\x2c" not in file[:40]
