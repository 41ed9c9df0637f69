"""The body map: where something is used, or the ways to what is used there.

Front and back stand side by side.  Colour never speaks alone: marked regions are striped, and every picture
stands beside the same in words.  A page has one map at most, because parts of it are called by ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.procedures.pictures.body import the_body
from plugins.procedures.words import capital

if TYPE_CHECKING:
    from plugins.procedures.pictures.body import Region

_SIZE = (300, 456)
_MIDDLE = 150
_CENTRES = {"front": 75, "back": 225}
_FIGURES = Markup('<use href="#body-map-figure" x="75"/><use href="#body-map-figure" x="225"/>')
_HEAD = Markup(
    '<svg class="body-map body-map--{0}" width="{1}" height="{2}" viewBox="0 0 {1} {2}" role="{3}" '
    'aria-label="{4}">'
)
_DEFS = Markup(
    '<defs><path id="body-map-figure" d="{}"/><clipPath id="body-map-inside">{}</clipPath>{}</defs>'
)
# A style sheet cannot name a pattern of the page in all browsers: the attribute `fill` can.
_STRIPES = Markup(
    '<pattern id="body-map-stripes" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path class="body-map__ground" d="M0 0h5v5H0z"/>'
    '<path class="body-map__stripe" d="M2 0v5"/></pattern>'
)
_SIDES = Markup('<text x="75" y="450">Front</text><text x="225" y="450">Back</text></svg>')
_INSIDE = Markup('<g clip-path="url(#body-map-inside)">{}</g>')
_MARKS = Markup('<g class="body-map__marks" fill="url(#body-map-stripes)">{}</g>')
_SHAPE = Markup('<path d="{}" transform="translate({})"/>')
# The space between name and amount is for those who listen; it moves the name by half its width.
_LINK = Markup('<a href="{}">{}<text x="152" y="24">{} <tspan x="150" dy="18">{}</tspan></text></a>')
_ON_BUTTON = Markup('<text class="body-map__button" x="150" y="418" aria-hidden="true">{}</text>')


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the map: what the clinic calls the region, its address, and how much is there."""

    name: str
    address: str
    amount: str


def body_map(names: Iterable[str], sentence: str) -> Markup:
    """Return the body with the regions called `names` striped; nothing where it has none of them.

    Its accessible name is `sentence`, which should name them all: what the body does not have is not drawn.
    """
    marked = {region for name in names if (region := the_body().region(name))}
    if not marked:
        return Markup()
    shapes = Markup().join(_shapes(region) for region in the_body().regions if region in marked)
    return _frame("marks", "img", sentence, _INSIDE.format(_MARKS.format(shapes)), _STRIPES)


def body_map_of_ways(ways: Iterable[Way], sentence: str) -> Markup:
    """Return the body with a link on each region that has a way; nothing where there is none.

    Each link is called by its name and how much is there, as the plain links beside it should be.
    """
    found = {region: way for way in ways if (region := the_body().region(way.name))}
    links = Markup().join(_link(region, found[region]) for region in the_body().regions if region in found)
    return _frame("ways", "group", sentence, links) if links else Markup()


def _frame(name: str, role: str, sentence: str, parts: Markup, patterns: str = "") -> Markup:
    body = the_body()
    lines = _at("front", body.front) + _at("back", body.back)
    head = _HEAD.format(name, *_SIZE, role, sentence)
    defs = _DEFS.format(body.figure, _FIGURES, patterns)
    skin = Markup('<g class="body-map__skin">{}</g>').format(_FIGURES)
    outline = Markup('<g class="body-map__lines">{}{}</g>').format(_FIGURES, lines)
    return head + defs + skin + parts + outline + _SIDES


def _link(region: Region, way: Way) -> Markup:
    target = _INSIDE.format(_shapes(region))
    if region.between:
        target = _SHAPE.format(region.between, _MIDDLE) + _ON_BUTTON.format(capital(way.name))
    return _LINK.format(way.address, target, capital(way.name), way.amount)


def _shapes(region: Region) -> Markup:
    return _at("front", region.front) + _at("back", region.back)


def _at(side: str, data: str) -> Markup:
    return _SHAPE.format(data, _CENTRES[side]) if data else Markup()
