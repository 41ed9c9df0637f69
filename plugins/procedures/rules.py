"""Rules about procedures, each a function that yields problems; `PROCEDURE_RULES` is the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import nearest
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import Missing, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from plugins.editorial.citations import Citation
    from plugins.procedures.model import Finding, Procedure
    from plugins.procedures.schema import Field

MAX_COLUMNS = 5  # more do not fit side by side on a page that an editor chose (product rules, Tables)


def findings_of(procedure: Procedure) -> Iterator[tuple[str, Finding]]:
    """Yield every finding of a procedure with the name of what it belongs to."""
    for field, fact in procedure.facts.items():
        for finding in fact.findings:
            yield f"facts.{field}", finding
    for number, risk in enumerate(procedure.risks, 1):
        yield f"risks[{number}].how_often", risk.how_often


def citations_of(procedure: Procedure) -> Iterator[Citation]:
    """Yield every citation in the front matter of a procedure."""
    for _, finding in findings_of(procedure):
        yield from finding.sources
        yield from finding.conflict_sources
    for position in procedure.guidelines:
        yield from position.sources


def figures_have_sources(procedure: Procedure, fields: Iterable[Field]) -> Iterator[Problem]:
    """Yield figures without a source, an error, and words without one, a warning."""
    del fields
    for name, finding in findings_of(procedure):
        if finding.sources or isinstance(finding.value, Missing):
            continue
        figure = isinstance(finding.value, Quantity)
        severity = Severity.ERROR if figure else Severity.WARNING
        what = "a figure without a source" if figure else "no source"
        expected = "[@key] after the value, or sources: [key]"
        yield Problem(finding.place, what, expected, field=name, severity=severity)


def frequencies_have_a_group(procedure: Procedure, fields: Iterable[Field]) -> Iterator[Problem]:
    """How many were helped always says compared with what, so that rows never mix the two kinds."""
    kinds = {field.id: field.type for field in fields}
    for fact in procedure.facts.values():
        if not isinstance(kinds[fact.field], Frequency):
            continue
        for finding in fact.findings:
            if isinstance(finding.value, Quantity) and finding.compared_with is None:
                expected = "compared_with: sham, usual care, another treatment or nothing"
                message = "a share of people without what it was compared with"
                yield Problem(finding.place, message, expected, field=f"facts.{fact.field}")


def not_compared_with_itself(procedure: Procedure, fields: Iterable[Field]) -> Iterator[Problem]:
    """Yield a procedure's wish to be compared with itself."""
    del fields
    for slug, place in procedure.compare_with:
        if slug == procedure.slug:
            yield Problem(
                place, f'"{slug}" is this procedure itself', "another procedure", field="compare_with"
            )


def compare_with_is_known(procedure: Procedure, known: Collection[str]) -> Iterator[Problem]:
    """Yield slugs in ``compare_with`` that no procedure has."""
    for slug, place in procedure.compare_with:
        if slug not in known:
            suggestion = nearest(slug, known)
            yield Problem(
                place,
                f'no procedure "{slug}"',
                "the name of a file in procedures/",
                suggestion,
                "compare_with",
            )


PROCEDURE_RULES: tuple[Callable[[Procedure, Iterable[Field]], Iterator[Problem]], ...] = (
    figures_have_sources,
    frequencies_have_a_group,
    not_compared_with_itself,
)
