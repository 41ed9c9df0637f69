"""Picking and ordering procedures: pure functions on tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter import Place, Problem, Refusal, Scalar
from plugins.frontmatter.problems import nearest
from plugins.procedures.model import Missing
from plugins.procedures.schema import HEADER_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.procedures.model import Pick, Procedure
    from plugins.procedures.schema import Field


def values_of(procedure: Procedure, field: Field) -> tuple[str, ...]:
    """Return the single values that a procedure has for a pickable field."""
    findings = procedure.fact(field.id)
    present = [f.value for f in findings if f.value is not None and not isinstance(f.value, Missing)]
    return tuple(dict.fromkeys(item for value in present for item in field.type.items(value)))


def having(procedures: Iterable[Procedure], field: Field, value: str) -> tuple[Procedure, ...]:
    """Return the procedures that have `value` for `field`."""
    return tuple(procedure for procedure in procedures if value in values_of(procedure, field))


def matching(
    pick: Pick, procedures: Mapping[str, Procedure], fields: Iterable[Field]
) -> tuple[Procedure, ...]:
    """Return the procedures that `pick` names, in its order, or that meet its conditions, by title."""
    if pick.procedures:
        return tuple(procedures[slug] for slug, _ in pick.procedures if slug in procedures)
    by_id = {field.id: field for field in fields}

    def meets(procedure: Procedure) -> bool:
        return all(_has(procedure, key, wanted, by_id) for key, wanted, _ in pick.where)

    return by_title(filter(meets, procedures.values()))


def _has(procedure: Procedure, key: str, wanted: tuple[str, ...], fields: Mapping[str, Field]) -> bool:
    actual = (getattr(procedure, key),) if key in HEADER_KEYS else values_of(procedure, fields[key])
    return bool(set(wanted) & set(actual))


def by_title(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return procedures in the order of their titles."""
    return tuple(sorted(procedures, key=lambda p: (p.title.casefold(), p.slug)))


def pick_problems(
    pick: Pick, known: Iterable[str], fields: Iterable[Field], headers: Mapping[str, set[str]]
) -> list[Problem]:
    """Return what is wrong with the names in `pick`.

    `known` are the slugs of all procedures; `headers` gives the values in use of each of `HEADER_KEYS`.
    """
    known, by_id = set(known), {field.id: field for field in fields}
    problems = [
        Problem(place, f'no procedure "{slug}"', "the name of a file in procedures/", nearest(slug, known))
        for slug, place in pick.procedures
        if slug not in known
    ]
    for name, place in pick.fields:
        if name not in by_id:
            problems.append(
                Problem(place, f'no field "{name}"', f"fields: {', '.join(by_id)}", nearest(name, by_id))
            )
    for key, wanted, place in pick.where:
        problems += _condition_problems(key, wanted, place, by_id, headers)
    return problems


def _condition_problems(
    key: str,
    wanted: tuple[str, ...],
    place: Place,
    fields: Mapping[str, Field],
    headers: Mapping[str, set[str]],
) -> list[Problem]:
    pickable = [*headers, *(name for name, field in fields.items() if field.type.pickable)]
    if key not in pickable:
        message = f'"{key}" cannot be asked for' if key in fields else f'no field "{key}"'
        return [Problem(place, message, f"one of: {', '.join(pickable)}", nearest(key, pickable))]
    problems: list[Problem] = []
    for value in wanted:
        if key in headers:
            if value not in headers[key]:
                choices = sorted(headers[key])
                message = f'no procedure has the {key} "{value}"'
                problems.append(
                    Problem(place, message, f"one of: {', '.join(choices)}", nearest(value, choices))
                )
            continue
        try:
            fields[key].type.parse(Scalar(place, value))
        except Refusal as refusal:
            problems += [problem.inside(key) for problem in refusal.problems]
    return problems
