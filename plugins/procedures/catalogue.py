"""The catalogue: the fields, the procedures and the comparisons of a clinic, complete and judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Refusal, Severity
from plugins.procedures.comparison import Comparison, compare
from plugins.procedures.procedure_file import read_pick
from plugins.procedures.query import by_title, matching, pick_problems, usual_care
from plugins.procedures.rules import MAX_COLUMNS, compare_with_is_known
from plugins.procedures.schema import HEADER_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.blocks import Call
    from plugins.editorial.body import Body
    from plugins.procedures.model import ComparisonPage, Pick, Procedure
    from plugins.procedures.schema import Field

COMPARE = "compare"  # the name of our block


@dataclass(frozen=True)
class Catalogue:
    """What is read of ``fields.yaml``, ``procedures/`` and ``comparisons/``.

    `left_out` are the slugs of procedures whose files have problems: known, but not shown.  `root` is the
    content folder as messages give it.
    """

    fields: tuple[Field, ...]
    procedures: dict[str, Procedure]
    comparisons: tuple[ComparisonPage, ...]
    left_out: frozenset[str] = frozenset()
    root: str = ""

    def inside(self, item: Procedure | ComparisonPage) -> str:
        """Return the path of an item's file inside the content folder."""
        return item.path.removeprefix(f"{self.root}/")

    @cached_property
    def known(self) -> set[str]:
        """The slugs of all procedures, shown or left out."""
        return {*self.procedures, *self.left_out}

    @cached_property
    def former(self) -> dict[str, str]:
        """The slugs that published procedures had before, and those that they have now."""
        return {old: procedure.slug for procedure in self.in_order for old, _ in procedure.formerly}

    @cached_property
    def claimants(self) -> dict[str, list[Procedure]]:
        """The procedures that say of a slug that they had it before."""
        found: dict[str, list[Procedure]] = {}
        for procedure in self.procedures.values():
            for slug in dict(procedure.formerly):
                found.setdefault(slug, []).append(procedure)
        return found

    @cached_property
    def pages(self) -> dict[str, ComparisonPage]:
        """The comparisons by slug."""
        return {page.slug: page for page in self.comparisons}

    @cached_property
    def in_order(self) -> tuple[Procedure, ...]:
        """The published procedures by title."""
        return by_title(
            procedure for procedure in self.procedures.values() if procedure.status == "published"
        )

    @cached_property
    def published(self) -> dict[str, Procedure]:
        """The published procedures by slug, in the order of their titles."""
        return {procedure.slug: procedure for procedure in self.in_order}

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Procedure, ...]], ...]:
        """The published procedures by category, both in the order of their names."""
        categories = sorted({p.category for p in self.in_order}, key=str.casefold)
        return tuple((name, tuple(p for p in self.in_order if p.category == name)) for name in categories)

    @cached_property
    def header_values(self) -> dict[str, set[str]]:
        """The values in use of the keys of the front matter that ``where:`` may name."""
        return {
            key: {getattr(p, key) for p in self.procedures.values() if getattr(p, key)} for key in HEADER_KEYS
        }

    @cached_property
    def pairs(self) -> tuple[tuple[Procedure, Procedure], ...]:
        """Each pair that a procedure declares, once, by slug."""
        published = self.published
        declared = {
            tuple(sorted((procedure.slug, other)))
            for procedure in self.in_order
            for other, _ in procedure.compare_with
            if other in published
        }
        return tuple((published[a], published[b]) for a, b in sorted(declared))

    def comparison(self, caption: str, pick: Pick) -> Comparison:
        """Return the comparison that an author asked for, without the procedures that are left out."""
        wanted = tuple(name for name, _ in pick.fields)
        return compare(caption, self.picked(pick), self.fields, wanted)

    def picked(self, pick: Pick) -> tuple[Procedure, ...]:
        """Return the procedures of such a comparison."""
        return tuple(matching(pick, self.published, self.fields))

    def pair(self, pair: tuple[Procedure, Procedure]) -> Comparison:
        """Return a declared pair, with care without a procedure beside it where one of them declares that."""
        one, other = pair
        return compare(f"{one.title} and {other.title}", self.side_by_side(pair), self.fields)

    def side_by_side(self, pair: tuple[Procedure, Procedure]) -> tuple[Procedure, ...]:
        """Return the procedures that stand on the page of a pair."""
        return (*pair, *self._beside(pair))

    def _beside(self, pair: tuple[Procedure, Procedure]) -> tuple[Procedure, ...]:
        """Return the care without a procedure that both declare, or the first that one of them does."""
        if usual_care(pair):
            return ()
        declared = [
            slug for procedure in pair for slug, _ in procedure.compare_with if slug in self.published
        ]
        found = usual_care(self.published[slug] for slug in declared)
        return tuple(sorted(found, key=lambda procedure: -declared.count(procedure.slug))[:1])

    def full(self, caption: str) -> Comparison:
        """Return all procedures with all fields."""
        return compare(caption, self.in_order, self.fields, tuple(field.id for field in self.fields))


def pair_slug(one: Procedure, other: Procedure) -> str:
    """Return the address of a pair: its slugs in alphabetical order."""
    return "-vs-".join(sorted((one.slug, other.slug)))


def called_pick(call: Call) -> Pick:
    """Return what a ``/// compare`` block asks for.  Raises Refusal."""
    pick, _ = read_pick(call.options)
    return pick


def block_problems(body: Body, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with the compare blocks of a text."""
    for call in body.calls:
        if not call.argument:
            yield Problem(
                call.place, "a table without a caption", f"/// {call.name} | What is compared, for whom"
            )
        try:
            yield from asked_problems(called_pick(call), catalogue)
        except Refusal as refusal:
            yield from refusal.problems


def asked_problems(pick: Pick, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield names that do not exist, and picks with too few or too many procedures."""
    problems = pick_problems(pick, catalogue.known, catalogue.fields, catalogue.header_values)
    yield from problems
    if problems:
        return
    yield from _not_yet_shown(pick, catalogue)
    found = len(pick.procedures) or len(matching(pick, catalogue.procedures, catalogue.fields))
    if found > MAX_COLUMNS:
        expected = f"at most {MAX_COLUMNS}; /compare/ shows them all"
        yield Problem(pick.place, f"{found} procedures do not fit side by side", expected)
    elif not found and not catalogue.left_out:
        yield Problem(
            pick.place, "no procedure meets these conditions", "conditions that some procedure meets"
        )
    elif found == 1 and not (pick.where and catalogue.left_out):
        yield Problem(pick.place, "one procedure is no comparison", "two or more")


def _not_yet_shown(pick: Pick, catalogue: Catalogue) -> Iterator[Problem]:
    for slug, place in pick.procedures:
        found = catalogue.procedures.get(slug)
        if found and found.status != "published":
            message = f'"{slug}" is {found.status}, so this table does not show it yet'
            yield Problem(place, message, severity=Severity.NOTICE)


def procedure_problems(procedure: Procedure, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with one procedure among the others."""
    yield from compare_with_is_known(procedure, catalogue.known)
    yield from former_slugs_are_free(procedure, catalogue)
    yield from _pairs_with_taken_address(procedure, catalogue)


def former_slugs_are_free(procedure: Procedure, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield slugs in ``formerly`` that a procedure has now, or that another one claims too."""
    for slug, place in procedure.formerly:
        others = [p for p in catalogue.claimants[slug] if p is not procedure]
        if slug in catalogue.known:
            message = f'"{slug}" is the slug of a procedure now'
            yield Problem(place, message, "a slug that no file has any more", field="formerly")
        elif others:
            message = f'"{slug}" also stands in {others[0].path}'
            yield Problem(place, message, "it in one file", field="formerly")


def _pairs_with_taken_address(procedure: Procedure, catalogue: Catalogue) -> Iterator[Problem]:
    for slug, place in procedure.compare_with:
        other = catalogue.procedures.get(slug, procedure)
        if page := catalogue.pages.get(pair_slug(procedure, other)):
            message = f"the pair has the same address as {page.path}: /compare/{page.slug}/"
            yield Problem(place, message, f"another slug: ... in {page.path}", field="compare_with")
