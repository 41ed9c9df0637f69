"""Makes theme/static/fonts/atkinson.woff2 from the npm package of the typeface, and tells its metrics.

    npm pack @fontsource-variable/atkinson-hyperlegible-next && tar xzf *.tgz
    .venv/bin/python scripts/font.py package /path/to/LiberationSans-Regular.ttf

The second file is a font with the widths of Arial: what is printed at the end belongs into
theme/static/css/foundation/fonts.css, so that a page does not move when the typeface arrives.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parents[1] / "theme/static/fonts/atkinson.woff2"
WEIGHTS = (400, 700)
# ASCII, Latin-1 and the signs that typography and our tables use.
SIGNS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”…€−×ŒœŸ")]
FEATURES = ["kern", "mark", "ccmp", "locl", "tnum"]
SAMPLE = (
    "In 2023, 24 in 100 adults had pain on most days or every day in the past 3 months, and some more often. "
)


def subset(font: TTFont) -> TTFont:
    """Return the font with our signs and weights only."""
    options = Options(layout_features=FEATURES, flavor="woff2", notdef_outline=True)
    worker = Subsetter(options)
    worker.populate(unicodes=SIGNS)
    worker.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    return font


def width(font: TTFont) -> float:
    """Return how wide running text is, in parts of the size of the type."""
    names, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[names[ord(sign)]][0] for sign in SAMPLE) / len(SAMPLE) / font["head"].unitsPerEm


def fallback(font: TTFont, other: TTFont) -> str:
    """Return the descriptors that make another font take the room of this one (CSS Fonts 5, 11)."""
    ratio, em = width(font) / width(other), font["head"].unitsPerEm
    ascent, descent = font["hhea"].ascent / em, -font["hhea"].descent / em
    return (
        f"size-adjust: {ratio:.1%}; ascent-override: {ascent / ratio:.1%}; "
        f"descent-override: {descent / ratio:.1%}; line-gap-override: 0%;"
    )


def main(package: Path, arial: Path) -> None:
    """Write the font and its licence."""
    (source,) = (package / "files").glob("*-latin-wght-normal.woff2")
    font = subset(TTFont(source))
    font.save(TARGET)
    TARGET.with_name("OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")  # noqa: T201
    print(fallback(TTFont(TARGET), TTFont(arial)))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
