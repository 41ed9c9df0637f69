"""What guidelines say of a procedure, side by side: in which order, and whether they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.procedures.model import Position

# In the order in which a cell shows them.
SAYS = ("for", "for with conditions", "only in trials", "against", "no recommendation")
_FAVOR = frozenset(SAYS[:2])
_OPPOSE = frozenset(SAYS[2:4])

KINDS = ("guideline", "society position", "government report", "evidence review", "payer policy")
_ADVISING = frozenset(KINDS[:3])  # a review gives results, and a payer its own rules: neither advises


def in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return positions that say the same together, those in favor first."""
    return tuple(sorted(positions, key=lambda position: SAYS.index(position.says)))


def disagree(positions: Iterable[Position]) -> bool:
    """Whether two bodies whose task is to advise stand on opposite sides.

    They may speak of different patients; that is why each is shown with those it is about.
    """
    advising = [position for position in positions if position.kind in _ADVISING]
    favor = {position.body for position in advising if position.says in _FAVOR}
    oppose = {position.body for position in advising if position.says in _OPPOSE}
    return any(one != other for one in favor for other in oppose)


def summary(positions: Iterable[Position]) -> str:
    """Return how many say what: "Guidelines disagree: 2 for, 1 against"; "" where nobody says anything."""
    positions = tuple(positions)
    said = [position.says for position in positions]
    counts = ", ".join(f"{said.count(word)} {word}" for word in SAYS if word in said)
    if not counts:
        return ""
    return f"Guidelines disagree: {counts}" if disagree(positions) else f"{counts[0].upper()}{counts[1:]}"
