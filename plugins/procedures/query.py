"""Picking and ordering procedures: pure functions on tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter import Place, Problem, Refusal, Scalar
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.procedures.model import Missing
from plugins.procedures.schema import HEADER_KEYS, WITHOUT_A_PROCEDURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.procedures.model import Condition, Pick, Procedure, Value
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
        return all(_has(procedure, condition, by_id) for condition in pick.where)

    return by_title(filter(meets, procedures.values()))


def _has(procedure: Procedure, condition: Condition, fields: Mapping[str, Field]) -> bool:
    key = condition.key
    actual = (getattr(procedure, key),) if key in HEADER_KEYS else values_of(procedure, fields[key])
    return any(value in actual for value, _ in condition.values)


def by_title(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return procedures in the order of their titles."""
    return tuple(sorted(procedures, key=lambda p: (p.title.casefold(), p.slug)))


def usual_care(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return those of `procedures` that are care without a procedure."""
    return tuple(procedure for procedure in procedures if procedure.approach == WITHOUT_A_PROCEDURE)


def sorts(procedures: Iterable[Procedure], field: Field) -> bool:
    """Whether procedures may be put in an order by a field: free text and results of studies may not.

    Results against a sham, against usual care and against nothing are not of one kind, and those without a
    comparison group may never stand in one order with others (product rules, Risk).
    """
    compared = any(finding.compared_with for p in procedures for finding in p.fact(field.id))
    return field.type.sortable and not compared


def ranks(procedures: Iterable[Procedure], field: Field) -> dict[str, int | None]:
    """Return the place of each procedure by the first value that it has for `field`, counted from 0.

    Equal values share a place; a procedure without a value has none, since it comes last in both directions.
    """
    values = {procedure.slug: _first_value(procedure, field) for procedure in procedures}
    keys = {slug: field.type.sort_key(value) for slug, value in values.items() if value is not None}
    places = {key: place for place, key in enumerate(sorted(set(keys.values())))}
    return {slug: places[keys[slug]] if slug in keys else None for slug in values}


def _first_value(procedure: Procedure, field: Field) -> Value | None:
    present = (f.value for f in procedure.fact(field.id))
    return next((value for value in present if value is not None and not isinstance(value, Missing)), None)


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
    for condition in pick.where:
        problems += _condition_problems(condition, by_id, headers)
    return problems


def _condition_problems(
    condition: Condition, fields: Mapping[str, Field], headers: Mapping[str, set[str]]
) -> list[Problem]:
    key = condition.key
    pickable = [*headers, *(name for name, field in fields.items() if field.type.pickable)]
    if key not in pickable:
        message = f'"{key}" cannot be asked for' if key in fields else f'no field "{key}"'
        return [Problem(condition.place, message, f"one of: {', '.join(pickable)}", nearest(key, pickable))]
    if key in headers:
        return [
            _unused(key, value, place, sorted(headers[key]))
            for value, place in condition.values
            if value not in headers[key]
        ]
    return [p.inside(key) for value, place in condition.values for p in _unfit(value, place, fields[key])]


def _unused(key: str, value: str, place: Place, choices: list[str]) -> Problem:
    message = f'no procedure has the {key} "{value}"'
    return Problem(place, message, f"one of: {', '.join(choices)}", nearest(value, choices))


def _unfit(value: str, place: Place, field: Field) -> tuple[Problem, ...]:
    """Return why `value` is no single value of `field`."""
    try:
        items = field.type.items(field.type.parse(Scalar(place, value)))
    except Refusal as refusal:
        return refusal.problems
    if value in items:
        return ()
    expected = f"a list: [{', '.join(items)}]"
    return (Problem(place, f'"{shorten(value)}" is more than one value', expected),)
