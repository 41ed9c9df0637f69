"""Facts in their short and long form, read with the type of their field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.editorial.citations import source_key, split_citations, uncited_text
from plugins.frontmatter import Mapping, Node, Problem, Refusal, Scalar, Sequence
from plugins.frontmatter.problems import nearest
from plugins.frontmatter.readers import Key, mapping, one_or_more, past_date, word_of
from plugins.procedures.fields.duration import Duration
from plugins.procedures.model import Certainty, Comparator, Fact, Finding, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.procedures.fields.base import FieldType
    from plugins.procedures.schema import Field

E = TypeVar("E", bound=Enum)
MISSING_WORDS = {missing.value: missing for missing in Missing if missing is not Missing.NO_DATA}
_COMPARATORS = list(Comparator)


def one_of(words: type[E]) -> Callable[[Node], E]:
    """Return a reader of one of the words of an enumeration."""
    read = word_of(*(word.value for word in words))
    return lambda node: words(read(node))


def read_value(node: Node, kind: FieldType[Any]) -> Any:
    """Read a value of the type `kind`, or one of the words that say why there is none."""
    for part in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(part, Scalar) and part.text:
            uncited_text(part)
    if isinstance(node, Scalar) and node.text.lower() in MISSING_WORDS:
        return MISSING_WORDS[node.text.lower()]
    try:
        return kind.parse(node)
    except Refusal as refusal:
        raise _with_missing_words(refusal, node) from None


def _with_missing_words(refusal: Refusal, node: Node) -> Refusal:
    """Suggest "not known" and its like where an author came close to one of them."""
    close = nearest(node.text, MISSING_WORDS) if isinstance(node, Scalar) else ""
    if not close:
        return refusal
    return Refusal(
        *(replace(problem, suggestion=problem.suggestion or close) for problem in refusal.problems)
    )


def _long_keys(kind: FieldType[Any]) -> dict[str, Key]:
    return {
        "value": Key(lambda node: read_value(node, kind)),
        "says": Key(uncited_text, default=""),
        "sources": Key(one_or_more(source_key), default=()),
        "certainty": Key(one_of(Certainty)),
        "population": Key(uncited_text, default=""),
        "note": Key(uncited_text, default=""),
        "conflict": Key(uncited_text, default=""),
        "conflict_sources": Key(one_or_more(source_key), default=()),
        "compared_with": Key(one_of(Comparator)),
        "versus": Key(kind.parse),
        "when": Key(Duration().parse),
        "changed": Key(past_date),
    }


def read_finding(node: Node, kind: FieldType[Any]) -> Finding:
    """Read one statement: ``30 minutes [@key]``, a list of choices, or the long form.  Raises Refusal."""
    if isinstance(node, Mapping):
        return _long(node, kind)
    if isinstance(node, Sequence):
        return Finding(read_value(node, kind), node.place)
    value, sources = split_citations(node)
    return Finding(read_value(value, kind), node.place, sources=sources)


def _long(node: Mapping, kind: FieldType[Any]) -> Finding:
    finding = Finding(place=node.place, **mapping(node, _long_keys(kind)))
    problems = [
        Problem(node.place, message, expected)
        for wrong, message, expected in (
            (
                finding.value is None and not finding.says,
                "neither a value nor a sentence",
                '"value" or "says"',
            ),
            (
                finding.value is not None and finding.says,
                'both "value" and "says"',
                "one of them; the rest as note",
            ),
            (
                finding.conflict and not finding.conflict_sources,
                "a conflict without its sources",
                "conflict_sources",
            ),
            (
                finding.conflict_sources and not finding.conflict,
                "conflict_sources without a conflict",
                "conflict: ...",
            ),
            (
                finding.versus is not None and not _has_group(finding),
                '"versus" without a group',
                "compared_with: ...",
            ),
        )
        if wrong
    ]
    if problems:
        raise Refusal(*problems)
    return finding


def _has_group(finding: Finding) -> bool:
    return finding.compared_with not in {None, Comparator.NOTHING}


def strength(finding: Finding) -> int:
    """Return the rank of a finding: against sham first, those without a comparison last."""
    return _COMPARATORS.index(finding.compared_with) if finding.compared_with else len(_COMPARATORS)


def read_fact(node: Node, field: Field) -> Fact:
    """Read what a procedure says of `field`.  Raises Refusal."""
    if not (isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node.items)):
        return Fact(field.id, (read_finding(node, field.type),), node.place)
    findings: list[Finding] = []
    problems: list[Problem] = []
    for number, item in enumerate(node.items, 1):
        try:
            findings.append(read_finding(item, field.type))
        except Refusal as refusal:
            problems += [problem.inside(f"[{number}]") for problem in refusal.problems]
    if problems:
        raise Refusal(*problems)
    return Fact(field.id, tuple(sorted(findings, key=strength)), node.place)


@dataclass(frozen=True)
class FactsReader:
    """Reads the ``facts:`` of a procedure by the fields of the clinic."""

    fields: tuple[Field, ...]

    def __call__(self, node: Node) -> dict[str, Fact]:
        """Return the facts by field, in the order of fields.yaml.  Raises Refusal."""
        keys = {field.id: Key(_of(field)) for field in self.fields}
        found = mapping(node, keys)
        return {field: fact for field, fact in found.items() if fact is not None}


def _of(field: Field) -> Callable[[Node], Fact]:
    return lambda node: read_fact(node, field)
