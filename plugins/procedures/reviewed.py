"""What a clinician reviews of a procedure, a comparison or an article: facts in words, and the text.

The words are made here for this alone: the wording of pages may improve without ending every review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.editorial.review.content import Line, Reviewed, facts, line
from plugins.editorial.review.sections import sections
from plugins.procedures.catalogue import called_pick
from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import ComparisonPage, Missing, Procedure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.editorial.posts import Page
    from plugins.procedures.catalogue import Catalogue
    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.model import Finding, Pick, Position, Risk
    from plugins.procedures.schema import Field

Found = tuple[str, str, Line]  # the name of a fact, its label, a statement


def reviewed(item: Page | Procedure | ComparisonPage, catalogue: Catalogue) -> Reviewed:
    """Return all that a signature on `item` stands for, the facts of others that it shows among them."""
    found = [_said("title", "Title", item.title), _said("summary", "Summary", item.summary)]
    if isinstance(item, Procedure):
        found += _names(item)
        found += _own(item, catalogue.fields)
    for pick in _picks(item):
        found += _shown(pick, catalogue)
    return Reviewed(facts(dict.fromkeys(found)), sections(item.body))


def shown_by(item: Page | Procedure | ComparisonPage, catalogue: Catalogue) -> tuple[Procedure, ...]:
    """Return the published procedures whose facts stand in tables of `item`, each once."""
    picked = (catalogue.comparison("", pick).procedures for pick in _picks(item))
    return tuple({procedure.slug: procedure for found in picked for procedure in found}.values())


def _picks(item: Page | Procedure | ComparisonPage) -> Iterator[Pick]:
    if isinstance(item, ComparisonPage):
        yield item.pick
    yield from map(called_pick, item.body.calls)


def _said(name: str, label: str, words: str) -> Found:
    return name, label, line(words)


def _names(procedure: Procedure) -> Iterator[Found]:
    for other in sorted(procedure.also_called):
        yield _said("also_called", "Also called", other)


def _own(procedure: Procedure, fields: Iterable[Field]) -> Iterator[Found]:
    """Yield the facts, risks and guidelines of a procedure."""
    for field in fields:
        if field.id in procedure.facts:
            for finding in procedure.fact(field.id):
                yield f"facts.{field.id}", field.label, _finding(finding, field.type)
    yield from map(_risk, procedure.risks)
    yield from map(_position, procedure.guidelines)


def _shown(pick: Pick, catalogue: Catalogue) -> Iterator[Found]:
    """Yield what a table says of its procedures: the rows that were asked for, and the harms with them."""
    wanted = {name for name, _ in pick.fields}
    fields = tuple(field for field in catalogue.fields if not wanted or field.id in wanted)
    for procedure in catalogue.comparison("", pick).procedures:
        yield _said(procedure.slug, procedure.title, procedure.title)
        for name, label, words in _own(procedure, fields):
            yield f"{procedure.slug}: {name}", f"{procedure.title}: {label}", words


def _finding(finding: Finding, kind: FieldType[Any], extra: Iterable[tuple[str, str]] = ()) -> Line:
    value = finding.says
    if isinstance(finding.value, Missing):
        value = finding.value.value
    elif finding.value is not None:
        value = kind.show(finding.value)
    conflict = " ".join(sorted({citation.key for citation in finding.conflict_sources}))
    parts = (
        ("", value),
        ("compared with", finding.compared_with.value if finding.compared_with else ""),
        ("against", kind.show(finding.versus) if finding.versus is not None else ""),
        ("at", Duration().show(finding.when) if finding.when else ""),
        ("certainty", finding.certainty.value if finding.certainty else ""),
        ("who", finding.population),
        ("note", finding.note),
        ("sources differ", f"{finding.conflict} [{conflict}]" if finding.conflict else ""),
        *extra,
    )
    return line(_joined(parts), (citation.key for citation in finding.sources))


def _joined(parts: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name}: {words}" if name else words for name, words in parts if words)


def _risk(risk: Risk) -> Found:
    within = Duration().show(risk.within) if risk.within else ""
    extra = (("within", within), ("serious", "yes" if risk.serious else "no"))
    return f"risks.{risk.effect}", f"Risk: {risk.effect}", _finding(risk.how_often, Frequency(), extra)


def _position(position: Position) -> Found:
    names = ("kind", "strength", "about", "summary", "note")
    words = _joined((("", position.says), *((name, getattr(position, name)) for name in names)))
    keys = (citation.key for citation in position.sources)
    return f"guidelines.{position.title}", f"Guideline: {position.title}", line(words, keys)
