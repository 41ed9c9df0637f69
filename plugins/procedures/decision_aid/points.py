"""The points, each a question and a function that returns what is missing, "" where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter.problems import count
from plugins.procedures.decision_aid.subject import Subject, says
from plugins.procedures.fields.frequency import Frequency, denominator
from plugins.procedures.model import Quantity
from plugins.procedures.query import usual_care

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from plugins.procedures.comparison import Row
    from plugins.procedures.model import Procedure


@dataclass(frozen=True, slots=True)
class Point:
    """A question that readers may ask of a comparison."""

    id: str
    question: str
    missing: Callable[[Subject], str]


def _titles(options: Iterable[Procedure]) -> str:
    return ", ".join(option.title for option in options)


def _no_data_for(options: Iterable[Procedure]) -> str:
    titles = _titles(options)
    return f"No data for {titles}" if titles else ""


def _options(subject: Subject) -> str:
    return "" if len(subject.options) > 1 else "Only one option is described"


def _without_a_procedure(subject: Subject) -> str:
    if usual_care(subject.options):
        return ""
    known = usual_care(subject.elsewhere)
    if known:
        return f"No care without a procedure stands beside; this site describes {_titles(known)}"
    return "This site describes no care without a procedure"


def _role(role: str) -> Callable[[Subject], str]:
    """Return the judge of a question that fields answer for each option."""

    def missing(subject: Subject) -> str:
        fields = subject.shown_for(role)
        if not fields:
            return "Left out of this table" if subject.fields_for(role) else "No fact is kept on this"
        return _no_data_for(option for option in subject.options if not says(option, fields))

    return missing


def _harms(subject: Subject) -> str:
    return _no_data_for(option for option in subject.options if not option.risks)


def _equal_detail(subject: Subject) -> str:
    """Harms and benefits of each option: none may have one side alone."""
    fields = subject.shown_for("benefit")
    halves = [option for option in subject.options if says(option, fields) != bool(option.risks)]
    return f"Only benefits or only harms for {_titles(halves)}" if halves else ""


def _group_and_time(subject: Subject) -> str:
    figures = list(subject.figures())
    groups = sum(not finding.population for finding, _ in figures)
    times = sum(not timed for _, timed in figures)
    told = [
        f"{n} of {count(len(figures), 'figure')} without {what}" for n, what in _lacks(groups, times) if n
    ]
    return "; ".join(told)


def _lacks(groups: int, times: int) -> tuple[tuple[int, str], ...]:
    return (groups, "the group of people"), (times, "a time")


def _one_denominator(subject: Subject) -> str:
    for row in subject.comparison.rows:
        if isinstance(row.type, Frequency) and len(_denominators(row)) > 1:
            return f"Not in the row {row.label}"
    return ""


def _denominators(row: Row) -> set[Decimal]:
    values = [statement.finding.value for cell in row.cells for statement in cell.statements]
    return {denominator(value) for value in values if isinstance(value, Quantity)}


def _sources(subject: Subject) -> str:
    lacking = subject.unsourced()
    return f"{count(lacking, 'statement')} without a source" if lacking else ""


def _dates(subject: Subject) -> str:
    undated = [option for option in subject.options if option.modified is None]
    return f"No date for {_titles(undated)}" if undated else ""


def _policy(name: str) -> Callable[[Subject], str]:
    return lambda subject: "" if name in subject.policies else f'site.yaml has no "policies: {name}"'


POINTS = (
    Point("options", "Are the options named?", _options),
    Point("no-procedure", "Is care without a procedure among them?", _without_a_procedure),
    Point("experience", "Is it said what each option is like?", _role("experience")),
    Point("benefits", "Are the good effects of each option told?", _role("benefit")),
    Point("harms", "Are the bad effects of each option told?", _harms),
    Point("equal-detail", "Are good and bad effects told side by side for each?", _equal_detail),
    Point("without", "Is it said what may happen without treatment?", _role("without treatment")),
    Point("rates", "Does each figure say how many of whom, in what time?", _group_and_time),
    Point("denominator", "Do figures of a row count in the same number of people?", _one_denominator),
    Point("uncertainty", "Is it said how sure the evidence is?", _role("uncertainty")),
    Point("sources", "Does each statement name its source?", _sources),
    Point("date", "Is it said when the facts last changed?", _dates),
    Point("updates", "Is it said how pages are kept up to date?", _policy("updates")),
    Point("funding", "Is it said who pays for this site?", _policy("funding")),
)
