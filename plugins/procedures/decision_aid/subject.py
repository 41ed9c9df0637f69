"""What is judged: a comparison, which fields answer which question, and what the clinic says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import Missing, Quantity
from plugins.procedures.rules import findings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import Finding, Procedure
    from plugins.procedures.schema import Field


@dataclass(frozen=True)
class Subject:
    """A comparison and what it is judged by.

    `policies` are the names of those that the clinic has, `elsewhere` its procedures beyond the comparison.
    """

    comparison: Comparison
    fields: tuple[Field, ...]
    policies: Collection[str]
    elsewhere: tuple[Procedure, ...]

    @property
    def options(self) -> tuple[Procedure, ...]:
        """The treatments side by side."""
        return self.comparison.procedures

    def fields_for(self, role: str) -> tuple[Field, ...]:
        """Return the fields that answer a question of a decision (schema.ROLES)."""
        return tuple(field for field in self.fields if field.decision_aid == role)

    def shown_for(self, role: str) -> tuple[Field, ...]:
        """Return those of them that the comparison shows."""
        rows = {row.id for row in self.comparison.rows}
        return tuple(field for field in self.fields_for(role) if field.id in rows)

    def figures(self) -> Iterator[tuple[Finding, bool]]:
        """Yield each frequency of the options with whether it says within what time."""
        kinds = {field.id: field.type for field in self.fields}
        for option in self.options:
            for fact in option.facts.values():
                if isinstance(kinds[fact.field], Frequency):
                    yield from ((f, f.when is not None) for f in fact.findings if _is_figure(f))
            yield from ((r.how_often, r.within is not None) for r in option.risks if _is_figure(r.how_often))

    def unsourced(self) -> int:
        """Return how many statements of the options name no source."""
        findings = (finding for option in self.options for _, finding in findings_of(option))
        return sum(not finding.sources and not isinstance(finding.value, Missing) for finding in findings)


def _is_figure(finding: Finding) -> bool:
    return isinstance(finding.value, Quantity)


def says(option: Procedure, fields: Iterable[Field]) -> bool:
    """Whether an option has anything but reasons for having nothing in one of `fields`."""
    return any(not isinstance(f.value, Missing) for field in fields for f in option.fact(field.id))
