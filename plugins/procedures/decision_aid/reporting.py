"""What the check says of comparisons as decision aids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import count
from plugins.procedures import addresses
from plugins.procedures.decision_aid.judging import Verdict, verdicts
from plugins.procedures.decision_aid.subject import Subject
from plugins.procedures.query import usual_care

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Comparison
    from plugins.procedures.model import ComparisonPage


def subject_of(comparison: Comparison, catalogue: Catalogue, policies: Collection[str]) -> Subject:
    """Return `comparison` as it is judged among all that the clinic has."""
    here = {procedure.slug for procedure in comparison.procedures}
    elsewhere = tuple(procedure for procedure in catalogue.in_order if procedure.slug not in here)
    return Subject(comparison, catalogue.fields, policies, elsewhere)


def page_problems(page: ComparisonPage, catalogue: Catalogue, policies: Collection[str]) -> Iterator[Problem]:
    """Yield what an editor's comparison lacks; a warning where care without a procedure is left out."""
    subject = subject_of(catalogue.comparison(page.title, page.pick), catalogue, policies)
    found = verdicts(subject)
    if not found or len(subject.options) <= 1:
        return
    if not usual_care(subject.options) and (known := usual_care(subject.elsewhere)):
        message = "no care without a procedure stands beside the procedures"
        slugs = ", ".join(procedure.slug for procedure in known)
        yield Problem(page.pick.place, message, f"one of: {slugs}", severity=Severity.WARNING)
    if lacking := [verdict for verdict in found if verdict.missing]:
        message = f"as a decision aid it meets {told(found)}: {reasons(lacking)}"
        yield Problem(page.place, message, severity=Severity.NOTICE)


def told(found: tuple[Verdict, ...]) -> str:
    """Return how many points are met: "12 of 14 points"."""
    met = sum(not verdict.missing for verdict in found)
    return f"{met} of {count(len(found), 'point')}"


def reasons(lacking: list[Verdict]) -> str:
    """Return what is missing, point by point."""
    return "; ".join(f"{verdict.point.id}: {verdict.missing}" for verdict in lacking)


def listed(catalogue: Catalogue, policies: Collection[str]) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    """Yield the address of each comparison page and the verdicts on it."""
    for page in catalogue.comparisons:
        comparison = catalogue.comparison(page.title, page.pick)
        yield addresses.of_comparison(page), verdicts(subject_of(comparison, catalogue, policies))
    for pair in catalogue.pairs:
        subject = subject_of(catalogue.pair(pair), catalogue, policies)
        yield addresses.of_pair(*pair), verdicts(subject)
