"""One denominator for a row: people compare figures only where all count in the same number of people.

Trevena et al., BMC Medical Informatics and Decision Making 2013;13(Suppl 2):S7.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.procedures.fields.frequency import common_denominator, on_denominator
from plugins.procedures.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.procedures.fields.frequency import Frequency
    from plugins.procedures.model import Finding


def denominator_of(findings: Iterable[Finding]) -> int:
    """Return what all `findings` of a row are to count in: 100 or 1,000."""
    return common_denominator(value for finding in findings for value in _figures(finding))


def _figures(finding: Finding) -> Iterator[Quantity]:
    yield from (value for value in (finding.value, finding.versus) if isinstance(value, Quantity))


def counted_in(of: int, finding: Finding, kind: Frequency) -> tuple[Finding, str]:
    """Return `finding` counted in `of`, and its typed figures in words where that says less than they do."""
    typed = list(_figures(finding))
    counted = {value: on_denominator(value, of) for value in typed}
    lost = ", ".join(kind.show(value) for value in typed if not kind.same(value, counted[value]))
    value = counted[finding.value] if isinstance(finding.value, Quantity) else finding.value
    versus = counted[finding.versus] if isinstance(finding.versus, Quantity) else finding.versus
    return replace(finding, value=value, versus=versus), lost
