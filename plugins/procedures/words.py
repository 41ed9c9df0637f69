"""Findings in words, as tables, pages and data files show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.procedures.fields.duration import Duration
from plugins.procedures.model import Comparator, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.procedures.comparison import Statement
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding

GROUPS = {
    Comparator.SHAM: "a dummy treatment (sham)",
    Comparator.USUAL_CARE: "usual care",
    Comparator.OTHER: "another treatment",
}
NOGROUPS = "Nothing: no comparison group, so this cannot show what the treatment did"


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
    """Return the value with its time and the same measure in the other group.

    ``At 6 months, 48 in 100 were helped, 52 were not. With usual care: 9 in 100 were helped, 91 were not``
    """
    if finding.value is None or isinstance(finding.value, Missing):
        return capital(value_words(finding, kind))
    when = f"At {Duration().show(finding.when)}, " if finding.when else ""
    words = f"{when}{kind.say(finding.value)}"
    if finding.versus is not None and finding.compared_with in GROUPS:
        words += f". With {GROUPS[finding.compared_with]}: {kind.say(finding.versus)}"
    return capital(words)


def statement_words(statement: Statement, kind: FieldType[Any]) -> str:
    """Return a line of a cell: ``Soreness: 10 in 100 have it, 90 do not, within 2 weeks``."""
    subject = f"{statement.subject}: " if statement.subject else ""
    after = f", {statement.after}" if statement.after else ""
    return f"{subject}{finding_words(statement.finding, kind)}{typed_words(statement)}{after}"


def typed_words(statement: Statement) -> str:
    """Return the figure of the source where the row cannot show it: `` (2 in 10,000)``."""
    return f" ({statement.typed})" if statement.typed else ""


def limits(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return what limits a finding, as label and words; the conflict is not among them."""
    pairs = (
        ("Who", capital(finding.population)),
        ("Compared with", _compared(finding.compared_with)),
        ("When", f"At {Duration().show(finding.when)}" if finding.when and finding.says else ""),
        ("Certainty", capital(finding.certainty.value) if finding.certainty else ""),
        ("Note", capital(finding.note)),
    )
    return tuple((label, words) for label, words in pairs if words)


def _compared(group: Comparator | None) -> str:
    if group is None:
        return ""
    return capital(GROUPS.get(group, NOGROUPS))


def in_the_open(pairs: Iterable[tuple[str, str]]) -> str:
    """Return limits as the words that stand below a line, without their labels."""
    words = [
        words if label != "Compared with" or words == NOGROUPS else f"{label} {words[:1].lower()}{words[1:]}"
        for label, words in pairs
    ]
    return ". ".join(part.removesuffix(".") for part in words)
