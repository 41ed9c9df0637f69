"""Icon arrays: as many squares as people of a hundred or a thousand, always in the same order and size.

After the rules for showing risk in Bonner et al., Med Decis Making 2021;41:821: one denominator, filled from
one corner row by row, part and whole both in sight.  Squares are dashes of a stroke with flat ends, so that
7.6 people are 7 squares and six tenths of one: the length that is drawn is the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.procedures.model import Qualifier
from plugins.procedures.pictures.svg import digits, path, picture

if TYPE_CHECKING:
    from plugins.procedures.model import Quantity

SIDE = 4  # of a square, in units of the picture
GAP = 1  # between squares
STEP = SIDE + GAP
_COLUMNS_AND_ROWS = {"in 100": (10, 10), "in 1,000": (40, 25)}
_AT_MOST = {Qualifier.UP_TO, Qualifier.LESS_THAN}


def icon_array(value: Quantity, sentence: str) -> Markup:
    """Return the picture of a frequency, named by `sentence`; nothing for more than 1,000 people.

    Full squares are those who have it, striped squares those who may (a range from its low end to its high
    end, "up to" from nothing), dots all others.
    """
    if value.unit not in _COLUMNS_AND_ROWS:
        return Markup()
    columns, rows = _COLUMNS_AND_ROWS[value.unit]
    low = Decimal(0) if value.qualifier in _AT_MOST else value.low
    parts = (
        path("icons__have", _squares(Decimal(0), low, columns)),
        path("icons__may", _squares(low, value.high, columns)),
        path("icons__rest", _dots(ceil(value.high), columns * rows, columns)),
    )
    name = f"icons icons--{columns * rows}"
    return picture(name, columns * STEP - GAP, rows * STEP - GAP, sentence, parts)


def _squares(first: Decimal, last: Decimal, columns: int) -> str:
    """Return strokes over the cells from person `first` to person `last`, which may be parts of one.

    The style sheet breaks each stroke into squares: its dashes begin anew where a stroke begins, so what
    is left of a square that is partly taken is a stroke of its own.
    """
    data = ""
    for row, begin, end in _rows(first, last, columns):
        whole = min(Decimal(ceil(begin)), end)
        data += _stroke(row, begin, whole) + _stroke(row, whole, end)
    return data


def _stroke(row: int, begin: Decimal, end: Decimal) -> str:
    if begin == end:
        return ""
    start, stop = _left(begin), _left(end) if end % 1 else _left(end) - GAP
    return f"M{digits(start)} {_middle(row)}h{digits(stop - start)}"


def _left(person: Decimal) -> Decimal:
    """Return where a person, or a part of one, begins."""
    return int(person) * STEP + person % 1 * SIDE


def _dots(first: int, last: int, columns: int) -> str:
    """Return strokes that the style sheet breaks into dots, one for each person."""
    data = ""
    for row, begin, end in _rows(Decimal(first), Decimal(last), columns):
        # One unit longer than to the last dot, so that it is on the stroke whatever the rounding.
        length = (int(end - begin) - 1) * STEP + 1
        data += f"M{_middle(int(begin))} {_middle(row)}h{length}"
    return data


def _rows(first: Decimal, last: Decimal, columns: int) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Yield each row that has some of `first` to `last`, and from where to where in that row."""
    for row in range(int(first) // columns, ceil(last / columns)):
        begin = max(first - row * columns, Decimal(0))
        end = min(last - row * columns, Decimal(columns))
        if begin < end:
            yield row, begin, end


def _middle(cell: int) -> int:
    return cell * STEP + SIDE // 2
