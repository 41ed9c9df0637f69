"""The colours of the theme can be told apart, in both schemes."""

import math
import re

import pytest

from tests.conftest import ROOT

TOKENS = (ROOT / "theme/static/css/foundation/tokens.css").read_text(encoding="utf-8")
OKLCH = re.compile(r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)")
TEXTS = ("ink", "quiet", "accent", "warning")
LINES = ("edge", "accent", "warning")
GROUNDS = ("paper", "tint")
SCHEMES = ("light", "dark")


def linear_srgb(lightness, chroma, hue):
    """Turn OKLCH into linear-light sRGB: Björn Ottosson, "A perceptual color space for image processing".

    https://bottosson.github.io/posts/oklab/ – the same numbers as CSS Color 4, section 9.2.
    """
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def luminance(rgb):
    """Return the relative luminance of linear-light sRGB: WCAG 2.2, "relative luminance"."""
    red, green, blue = rgb
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio of two luminances: WCAG 2.2, "contrast ratio"."""
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def of_bytes(red, green, blue):
    """Return the linear-light sRGB of a colour of three bytes: the transfer function of IEC 61966-2-1."""

    def linear(byte):
        part = byte / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return linear(red), linear(green), linear(blue)


def colours():
    """Return the colours of the theme as linear-light sRGB, by name and scheme.

    What a screen of that kind cannot show is cut off, as browsers do.
    """
    found = {}
    for name, pair in re.findall(r"--([a-z]+): light-dark\((.+)\);", TOKENS):
        for scheme, (percent, chroma, hue) in zip(SCHEMES, OKLCH.findall(pair), strict=True):
            rgb = linear_srgb(float(percent) / 100, float(chroma), float(hue))
            found[name, scheme] = tuple(min(max(part, 0), 1) for part in rgb)
    return found


# CSS Color 4 and Ottosson's page give these for the primaries of sRGB.
@pytest.mark.parametrize(
    ("oklch", "rgb"),
    [
        ((1, 0, 0), (1, 1, 1)),
        ((0, 0, 0), (0, 0, 0)),
        ((0.62796, 0.25768, 29.234), (1, 0, 0)),
        ((0.86644, 0.29483, 142.495), (0, 1, 0)),
        ((0.45201, 0.31321, 264.052), (0, 0, 1)),
    ],
)
def test_the_conversion_gives_the_published_values(oklch, rgb):
    assert linear_srgb(*oklch) == pytest.approx(rgb, abs=1e-3)


@pytest.mark.parametrize(
    ("grey", "ratio"),
    [
        (0x00, 21.0),
        (0x76, 4.54),  # the darkest grey that passes on white, and the first that does not
        (0x77, 4.48),
        (0xFF, 1.0),
    ],
)
def test_the_ratio_to_white_is_the_published_one(grey, ratio):
    assert contrast(luminance(of_bytes(grey, grey, grey)), 1) == pytest.approx(ratio, abs=0.005)


def test_every_colour_of_the_theme_is_known():
    found = colours()

    assert {name for name, _ in found} == {*TEXTS, *LINES, *GROUNDS, "hairline"}
    assert len(re.findall("oklch", TOKENS)) == len(found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", TEXTS)
def test_text_can_be_read(name, ground, scheme):
    found = colours()

    assert contrast(luminance(found[name, scheme]), luminance(found[ground, scheme])) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", LINES)
def test_lines_and_the_focus_can_be_seen(name, ground, scheme):
    found = colours()

    assert contrast(luminance(found[name, scheme]), luminance(found[ground, scheme])) >= 3
