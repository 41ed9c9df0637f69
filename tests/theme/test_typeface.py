"""The stand-in for the typeface takes its room, so that a page does not move when the typeface arrives."""

import re

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import OURS, ROOT

FONTS = ROOT / "theme/static/css/foundation/fonts.css"
# The widths of Arial, Helvetica and Liberation Sans, which are the same, in thousandths of the size of the
# type: Adobe's Core 14 AFM files (Helvetica.afm), from the space to the tilde.
ARIAL = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556
556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556
556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
"""
STAND_IN = dict(enumerate((int(width) for width in ARIAL.split()), start=ord(" ")))
PARTS = {"ascent": "ascent", "descent": "descent", "line-gap": "lineGap"}


@pytest.fixture(scope="module")
def typeface():
    with TTFont(ROOT / "theme/static/fonts/atkinson.woff2") as font:
        yield font


@pytest.fixture(scope="module")
def declared():
    """Give the numbers of the stand-in, as parts of one."""
    face = next(line for line in FONTS.read_text(encoding="utf-8").splitlines() if "Arial" in line)
    found = re.findall(r"(size-adjust|\w+(?:-gap)?-override): ([\d.]+)%", face)
    return {name: float(number) / 100 for name, number in found}


def width(text, advances, size):
    """Return how wide a text is, in parts of the size of the type."""
    return sum(advances[ord(sign)] for sign in text) / size


@pytest.mark.parametrize("folder", ["articles", "procedures", "pages"])
def test_a_text_is_as_wide_in_the_stand_in_to_two_parts_in_a_hundred(typeface, declared, folder):
    names, metrics = typeface.getBestCmap(), typeface["hmtx"]
    own = {sign: metrics[names[sign]][0] for sign in STAND_IN}
    texts = [
        path.read_text(encoding="utf-8").split("\n---\n")[1] for path in sorted((OURS / folder).glob("*.md"))
    ]
    ratios = [
        width(plain, STAND_IN, 1000)
        * declared["size-adjust"]
        / width(plain, own, typeface["head"].unitsPerEm)
        for plain in ("".join(sign for sign in text if ord(sign) in STAND_IN) for text in texts)
    ]

    assert ratios
    assert ratios == pytest.approx([1] * len(ratios), abs=0.02)


@pytest.mark.parametrize("part", PARTS)
def test_a_line_is_as_high_in_the_stand_in(typeface, declared, part):
    own = abs(getattr(typeface["hhea"], PARTS[part])) / typeface["head"].unitsPerEm
    stands = declared[f"{part}-override"] * declared["size-adjust"]

    assert stands == pytest.approx(own, abs=0.005)
