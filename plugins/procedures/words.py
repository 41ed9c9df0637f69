"""Findings in words, as tables, pages and data files show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.procedures.fields.duration import Duration
from plugins.procedures.model import Comparator, Missing

if TYPE_CHECKING:
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding

_AGAINST = {
    Comparator.SHAM: "with a dummy treatment (sham)",
    Comparator.USUAL_CARE: "with usual care",
    Comparator.OTHER: "with another treatment",
}
_GROUP = {
    Comparator.SHAM: "a dummy treatment (sham)",
    Comparator.USUAL_CARE: "usual care",
    Comparator.OTHER: "another treatment",
    Comparator.NOTHING: "nothing: no comparison group",
}


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def value_words(finding: Finding, kind: FieldType[Any]) -> str:
    """Return the value alone, or the sentence that stands for it."""
    if isinstance(finding.value, Missing):
        return finding.value.words
    if finding.value is None:
        return finding.says
    return kind.show(finding.value)


def finding_words(finding: Finding, kind: FieldType[Any]) -> str:
    """Return the value and its comparison: ``48 in 100, against 9 in 100 with usual care``."""
    words = capital(value_words(finding, kind))
    if finding.versus is not None and finding.compared_with in _AGAINST:
        words += f", against {kind.show(finding.versus)} {_AGAINST[finding.compared_with]}"
    if finding.when is not None and not finding.says:
        words += f", at {Duration().show(finding.when)}"
    return words


def details(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return what limits a finding, as label and words; the conflict is not among them."""
    group = _GROUP[finding.compared_with] if finding.compared_with else ""
    certainty = capital(finding.certainty.value) if finding.certainty else ""
    pairs = (
        ("Compared with", capital(group)),
        ("When", f"At {Duration().show(finding.when)}" if finding.when and finding.says else ""),
        ("Who", capital(finding.population)),
        ("Certainty", certainty),
        ("Note", capital(finding.note)),
    )
    return tuple((label, words) for label, words in pairs if words)
