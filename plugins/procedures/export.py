"""The same data for others to use: JSON, CSV, JSON Schema."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from plugins.editorial.citations import distinct
from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import Certainty, Comparator, Missing
from plugins.procedures.notes import behind
from plugins.procedures.words import statement_words, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.editorial.citations import Citation
    from plugins.editorial.sources import Source
    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.comparison import Cell, Comparison, Statement
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding, Position, Procedure, Risk

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_COLUMNS = (
    "procedure title field label text certainty population compared_with versus when within serious "
    "note conflict sources conflict_sources"
).split()


def _value(finding: Finding, kind: FieldType[Any]) -> Any:
    if finding.value is None or isinstance(finding.value, Missing):
        return None
    return kind.export(finding.value)


def finding_json(finding: Finding, kind: FieldType[Any]) -> dict[str, Any]:
    """Return a finding as JSON has it; what it does not say is left out."""
    found = {
        "text": value_words(finding, kind),
        "value": _value(finding, kind),
        "missing": finding.value.value if isinstance(finding.value, Missing) else None,
        "certainty": finding.certainty.value if finding.certainty else None,
        "population": finding.population,
        "compared_with": finding.compared_with.value if finding.compared_with else None,
        "versus": kind.export(finding.versus) if finding.versus is not None else None,
        "when": Duration().export(finding.when) if finding.when else None,
        "note": finding.note,
        "conflict": finding.conflict,
        "sources": list(distinct(finding.sources)),
        "conflict_sources": list(distinct(finding.conflict_sources)),
    }
    return {key: value for key, value in found.items() if value not in (None, "", []) or key == "sources"}


def _risk_json(risk: Risk) -> dict[str, Any]:
    found = {
        "effect": risk.effect,
        "serious": risk.serious,
        "how_often": finding_json(risk.how_often, Frequency()),
    }
    return {**found, "within": Duration().export(risk.within)} if risk.within else found


def _position_json(position: Position) -> dict[str, Any]:
    names = ("body", "year", "kind", "says", "strength", "about", "summary", "note")
    found = {name: getattr(position, name) for name in names if getattr(position, name)}
    return {**found, "sources": list(distinct(position.sources))}


def procedure_json(procedure: Procedure, catalogue: Catalogue) -> dict[str, Any]:
    """Return a procedure as JSON has it."""
    kinds = {field.id: field.type for field in catalogue.fields}
    facts = {
        name: [finding_json(finding, kinds[name]) for finding in fact.findings]
        for name, fact in procedure.facts.items()
    }
    return {
        "slug": procedure.slug,
        "title": procedure.title,
        "also_called": list(procedure.also_called),
        "category": procedure.category,
        "approach": procedure.approach,
        "summary": procedure.summary,
        "facts": facts,
        "risks": [_risk_json(risk) for risk in procedure.risks],
        "guidelines": [_position_json(position) for position in procedure.guidelines],
    }


def _source_json(source: Source) -> dict[str, str]:
    names = ("title", "publisher", "url", "date")
    return {**{name: getattr(source, name) for name in names}, "accessed": source.accessed.isoformat()}


def catalogue_json(catalogue: Catalogue, sources: dict[str, Source]) -> str:
    """Return all published procedures, and the sources that they cite."""
    procedures = [procedure_json(procedure, catalogue) for procedure in catalogue.in_order]
    cited = sorted(_cited(procedures))
    content = {
        "$schema": "schema.json",
        "procedures": procedures,
        "sources": {key: _source_json(sources[key]) for key in cited},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _cited(value: Any) -> Iterator[str]:
    """Yield the keys of the sources in a JSON value."""
    if isinstance(value, list):
        for item in value:
            yield from _cited(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from item if key in {"sources", "conflict_sources"} else _cited(item)


def schema_json(catalogue: Catalogue) -> str:
    """Return the JSON Schema (2020-12) of `catalogue_json`, made from fields.yaml."""
    facts = {
        field.id: {"title": field.label, "type": "array", "items": _finding_schema(field.type)}
        for field in catalogue.fields
    }
    procedure = {
        "slug": _TEXT,
        "title": _TEXT,
        "also_called": {"type": "array", "items": _TEXT},
        "category": _TEXT,
        "approach": _TEXT,
        "summary": _TEXT,
        "facts": {"type": "object", "properties": facts, "additionalProperties": False},
        "risks": {"type": "array", "items": _RISK},
        "guidelines": {"type": "array", "items": _POSITION},
    }
    properties = {
        "$schema": _TEXT,
        "procedures": {"type": "array", "items": _object(procedure)},
        "sources": {"type": "object", "additionalProperties": _SOURCE},
    }
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_object(properties)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


_TEXT = {"type": "string"}
_KEYS = {"type": "array", "items": _TEXT}


def _object(properties: dict[str, Any], required: Iterable[str] | None = None) -> dict[str, Any]:
    needed = list(properties if required is None else required)
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _finding_schema(kind: FieldType[Any]) -> dict[str, Any]:
    value = kind.json_schema()
    properties = {
        "text": _TEXT,
        "value": value,
        "missing": {"enum": [missing.value for missing in Missing]},
        "certainty": {"enum": [certainty.value for certainty in Certainty]},
        "population": _TEXT,
        "compared_with": {"enum": [comparator.value for comparator in Comparator]},
        "versus": value,
        "when": Duration().json_schema(),
        "note": _TEXT,
        "conflict": _TEXT,
        "sources": _KEYS,
        "conflict_sources": _KEYS,
    }
    return _object(properties, ["text", "sources"])


_RISK = _object(
    {
        "effect": _TEXT,
        "serious": {"type": "boolean"},
        "how_often": _finding_schema(Frequency()),
        "within": Duration().json_schema(),
    },
    ["effect", "serious", "how_often"],
)
_POSITION = _object(
    {
        **dict.fromkeys(("body", "year", "kind", "says", "strength", "about", "summary", "note"), _TEXT),
        "sources": _KEYS,
    },
    ["body", "year", "says", "about", "sources"],
)
_SOURCE = _object(dict.fromkeys(("title", "publisher", "url", "date", "accessed"), _TEXT))


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: Iterable[Iterable[str]]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def _with_keys(text: str, citations: tuple[Citation, ...]) -> str:
    keys = "; ".join(f"@{key}" for key in distinct(citations))
    return f"{text} [{keys}]" if keys else text


def _cell_text(cell: Cell, kind: FieldType[Any]) -> str:
    """Return what a cell of the table says, line by line, with the keys of its sources."""
    lines = (line for statement in cell.statements for line in _statement_lines(statement, kind))
    return "\n".join([*filter(None, [cell.summary]), *lines])


def _statement_lines(statement: Statement, kind: FieldType[Any]) -> Iterator[str]:
    finding = statement.finding
    yield _with_keys(statement_words(statement, kind), finding.sources)
    yield from (f"{label}: {words}" for label, words in behind(statement))
    if finding.conflict:
        yield _with_keys(f"Sources differ: {finding.conflict}", finding.conflict_sources)


def table_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV: the same rows, columns and words as the table."""
    return _csv(_table_rows(comparison))


def full_table_csv(comparison: Comparison) -> str:
    """Return the full table as CSV; there, procedures are rows and fields are columns."""
    corner, *heads = zip(*_table_rows(comparison), strict=True)
    return _csv([("Treatment", *corner[1:]), *heads])


def _table_rows(comparison: Comparison) -> Iterator[list[str]]:
    yield ["Fact", *(procedure.title for procedure in comparison.procedures)]
    for row in comparison.rows:
        yield [row.label, *(_cell_text(cell, row.type) for cell in row.cells)]


def catalogue_csv(catalogue: Catalogue) -> str:
    """Return every finding of every procedure, a line each."""
    lines = (line for procedure in catalogue.in_order for line in _lines(procedure, catalogue))
    return _csv([_COLUMNS, *lines])


def _lines(procedure: Procedure, catalogue: Catalogue) -> Iterator[list[str]]:
    head = [procedure.slug, procedure.title]
    for field in catalogue.fields:
        for finding in procedure.fact(field.id):
            yield [*head, field.id, field.label, *_finding_cells(finding, field.type)]
    for risk in procedure.risks:
        within = Duration().show(risk.within) if risk.within else ""
        cells = _finding_cells(risk.how_often, Frequency(), within, "yes" if risk.serious else "no")
        yield [*head, "risks", risk.effect, *cells]
    for p in procedure.guidelines:
        note = " ".join(part for part in (p.strength, p.summary, p.note) if part)
        keys = " ".join(distinct(p.sources))
        yield [
            *head,
            "guidelines",
            p.title,
            p.says,
            "",
            p.about,
            "",
            "",
            "",
            "",
            "",
            note,
            "",
            keys,
            "",
        ]


def _finding_cells(finding: Finding, kind: FieldType[Any], within: str = "", serious: str = "") -> list[str]:
    return [
        value_words(finding, kind),
        finding.certainty.value if finding.certainty else "",
        finding.population,
        finding.compared_with.value if finding.compared_with else "",
        kind.show(finding.versus) if finding.versus is not None else "",
        Duration().show(finding.when) if finding.when else "",
        within,
        serious,
        finding.note,
        finding.conflict,
        " ".join(distinct(finding.sources)),
        " ".join(distinct(finding.conflict_sources)),
    ]
