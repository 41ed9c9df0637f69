"""Procedures and their facts as frozen data: no reading, no HTML, no Pelican."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime

    from plugins.editorial.body import Body
    from plugins.editorial.citations import Citation
    from plugins.editorial.posts import Byline
    from plugins.frontmatter import Place


YEAR_NOT_SHOWN = "not shown"


class Missing(enum.Enum):
    """Why there is no value.  NO_DATA is what a field that a procedure does not mention has."""

    NO_DATA = "no data"
    NOT_REPORTED = "not reported"
    NOT_KNOWN = "not known"
    NOT_APPLICABLE = "not applicable"

    @property
    def words(self) -> str:
        """The value as a table shows it."""
        return self.value.capitalize()


class Qualifier(enum.Enum):
    """How a number bounds the quantity it stands for, in the order in which like numbers sort."""

    EXACTLY = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    UP_TO = "up to"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range with its unit, as typed.

    `high` equals `low` for a single number.  The unit is the word of the field type: "minutes", "USD",
    "in 100", "per year", or "".
    """

    low: Decimal
    high: Decimal
    qualifier: Qualifier
    unit: str


Value: TypeAlias = str | bool | tuple[str, ...] | Quantity


class Comparator(enum.Enum):
    """What a finding was compared with, in the order in which findings are shown."""

    SHAM = "sham"
    USUAL_CARE = "usual care"
    OTHER = "another treatment"
    NOTHING = "nothing"


class Certainty(enum.Enum):
    """GRADE's four words for how sure the evidence is (Guyatt et al., BMJ 2008;336:924)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement with its sources: a `value`, a reason why there is none, or a sentence (`says`)."""

    value: Value | Missing | None
    place: Place
    says: str = ""
    sources: tuple[Citation, ...] = ()
    certainty: Certainty | None = None
    population: str = ""
    note: str = ""
    conflict: str = ""
    conflict_sources: tuple[Citation, ...] = ()
    compared_with: Comparator | None = None
    versus: Value | None = None
    when: Quantity | None = None
    changed: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What a procedure says of a field: findings, those with the strongest comparison first."""

    field: str
    findings: tuple[Finding, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Risk:
    """An unwanted effect.  `how_often` is a finding whose value is a frequency."""

    effect: str
    how_often: Finding
    within: Quantity | None
    serious: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Position:
    """What a guideline body says of a procedure, for whom."""

    body: str
    year: str
    says: str
    about: str
    sources: tuple[Citation, ...]
    place: Place
    kind: str = ""
    strength: str = ""
    summary: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """The body, with the year where it is known."""
        return self.body if self.year == YEAR_NOT_SHOWN else f"{self.body} {self.year}"


@dataclass(frozen=True)
class Procedure:
    """One treatment: its facts and its patient text."""

    path: str
    slug: str
    title: str
    also_called: tuple[str, ...]
    category: str
    approach: str
    summary: str
    compare_with: tuple[tuple[str, Place], ...]
    facts: dict[str, Fact]
    risks: tuple[Risk, ...]
    guidelines: tuple[Position, ...]
    status: str
    modified: datetime.date | None
    byline: Byline
    body: Body
    place: Place
    formerly: tuple[tuple[str, Place], ...] = ()

    def fact(self, field_id: str, /) -> tuple[Finding, ...]:
        """Return the findings for a field; one that says "No data" where it is not mentioned."""
        known = self.facts.get(field_id)
        return known.findings if known else (Finding(Missing.NO_DATA, self.place),)


@dataclass(frozen=True, slots=True)
class Condition:
    """What ``where:`` asks of one key: to have any of some values, each with its place."""

    key: str
    values: tuple[tuple[str, Place], ...]
    place: Place


@dataclass(frozen=True)
class Pick:
    """Which procedures and fields an author wants side by side: listed, or by the values that they have."""

    procedures: tuple[tuple[str, Place], ...] = ()
    where: tuple[Condition, ...] = ()
    fields: tuple[tuple[str, Place], ...] = ()
    place: Place = field(kw_only=True)


@dataclass(frozen=True)
class ComparisonPage:
    """A comparison that an editor chose, with its text."""

    path: str
    slug: str
    title: str
    summary: str
    pick: Pick
    status: str
    byline: Byline
    body: Body
    place: Place
