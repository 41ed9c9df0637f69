"""A procedure as https://schema.org/MedicalProcedure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.procedures.model import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.findability.script import Node
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding, Procedure
    from plugins.procedures.schema import Field


def treatment(procedure: Procedure, fields: Iterable[Field]) -> Node:
    """Return a procedure with its other names, and with the facts of those `fields` that name a property."""
    return {
        "@type": "MedicalProcedure",
        "name": procedure.title,
        "alternateName": list(procedure.also_called),
        **_facts(procedure, fields),
    }


def _facts(procedure: Procedure, fields: Iterable[Field]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in fields:
        if field.schema_org:
            words = found.setdefault(field.schema_org, [])
            words += (part for finding in procedure.fact(field.id) for part in _words(finding, field.type))
    return found


def _words(finding: Finding, kind: FieldType[Any]) -> Sequence[str]:
    """Return the values of a finding; none where it holds for some only: the limit would be lost."""
    limited = finding.population or finding.compared_with or finding.conflict
    if limited or finding.value is None or isinstance(finding.value, Missing):
        return ()
    return kind.items(finding.value)
