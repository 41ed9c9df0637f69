"""Judging a comparison by all points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.procedures.decision_aid.points import POINTS

if TYPE_CHECKING:
    from plugins.procedures.decision_aid.points import Point
    from plugins.procedures.decision_aid.subject import Subject


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison lacks of one point; `missing` is "" where it is met."""

    point: Point
    missing: str


def verdicts(subject: Subject) -> tuple[Verdict, ...]:
    """Return the verdict on each point; none where the clinic's fields answer no question of a decision."""
    if not any(field.decision_aid for field in subject.fields):
        return ()
    return tuple(Verdict(point, point.missing(subject)) for point in POINTS)
