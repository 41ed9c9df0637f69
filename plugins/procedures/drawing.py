"""What is drawn of the findings of a row: nothing, icon arrays, or bars on one axis.

A way to draw is an entry in `DRAWERS`; the `picture:` of a field names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from plugins.procedures.model import Comparator, Quantity
from plugins.procedures.pictures import axis, icon_array, range_bar
from plugins.procedures.words import GROUPS, capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from plugins.procedures.comparison import Row
    from plugins.procedures.model import Finding


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, and whom it shows where a line has two."""

    whom: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the findings of one row are drawn; `scale` says what its bars span, "0 to 12 months"."""

    draw: Callable[[Finding], Iterator[PictureView]]
    scale: str = ""


def drawing(row: Row, beside: Row | None = None) -> Drawing:
    """Return how `row` is drawn; on the axis of the row `beside`, where that has more to compare with."""
    return _drawing(beside or row)


@lru_cache(maxsize=256)  # a row of all procedures is asked for anew with each of them
def _drawing(row: Row) -> Drawing:
    start = DRAWERS.get(row.picture)
    return start(row.type, list(_figures(row))) if start else Drawing(_nothing)


def apart(finding: Finding) -> bool:
    """Whether a result has no comparison group: never drawn or read with those that have one."""
    return finding.compared_with is Comparator.NOTHING


def _figures(row: Row) -> Iterator[Quantity]:
    for cell in row.cells:
        for statement in cell.statements:
            if isinstance(statement.finding.value, Quantity):
                yield statement.finding.value


def _nothing(finding: Finding) -> Iterator[PictureView]:
    del finding
    yield from ()


def _bars(kind: Any, figures: Iterable[Quantity]) -> Drawing:
    common = axis(figures, kind)

    def draw(finding: Finding) -> Iterator[PictureView]:
        if common and isinstance(finding.value, Quantity):
            yield PictureView("", range_bar(finding.value, kind, common, _sentence(finding, kind)))

    return Drawing(draw, common.words if common else "")


def _icon_arrays(kind: Any, figures: Iterable[Quantity]) -> Drawing:
    del figures  # all count in the same number of people already

    def draw(finding: Finding) -> Iterator[PictureView]:
        if not isinstance(finding.value, Quantity) or apart(finding):
            return
        versus = finding.versus if isinstance(finding.versus, Quantity) else None
        yield PictureView("Treated" if versus else "", icon_array(finding.value, _sentence(finding, kind)))
        if versus and finding.compared_with:
            array = icon_array(versus, kind.say(versus))
            yield PictureView(capital(GROUPS[finding.compared_with]), array)

    return Drawing(draw)


def _sentence(finding: Finding, kind: Any) -> str:
    """Return the value as it stands in the line beside the picture: first there, or behind the time."""
    words: str = kind.say(finding.value)
    return words if finding.when else capital(words)


DRAWERS: dict[str, Callable[[Any, Iterable[Quantity]], Drawing]] = {
    "bar": _bars,
    "icon-array": _icon_arrays,
}
