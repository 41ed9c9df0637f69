"""Dataclasses as JSON and back: what is read is what was written."""

import datetime
import json
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.kept.codec import Codec
from plugins.desk.kept.readings import as_json, codec
from plugins.frontmatter import Place, Problem, Severity
from plugins.procedures.model import Fact, Finding, Missing, Qualifier, Quantity

T = TypeVar("T")


class Colour(Enum):
    """An enumeration."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Leaf:
    name: str
    number: int = 0


@dataclass(frozen=True)
class Tree:
    """A type that holds itself."""

    leaves: tuple["Leaf | Tree", ...]


@dataclass(frozen=True)
class Box(Generic[T]):
    """A type that is made for others."""

    held: T
    more: dict[str, T] = field(default_factory=dict)


@dataclass(frozen=True)
class ByName:
    first: str
    last: str = field(kw_only=True, default="")


VALUES = [
    (str, "line\nfeed \u2028 \ud800"),
    (bool, True),
    (int | None, None),
    (int | None, 0),
    (Decimal, Decimal("1.50")),
    (datetime.date, datetime.date(2026, 2, 28)),
    (Colour, Colour.BLUE),
    (Leaf, Leaf("a", 2)),
    (Tree, Tree((Leaf("a"), Tree((Leaf("b"), Tree(())))))),
    (Box[Leaf], Box(Leaf("a"), {"b": Leaf("c")})),
    (Box[int], Box(1, {})),
    (ByName, ByName("a", last="b")),
    (tuple[str, ...], ()),
    (tuple[Leaf, ...], (Leaf("a"), Leaf("b"))),
    (tuple[str, Place], ("a", Place("page.md", 1, 2))),
    (frozenset[str], frozenset({"b", "a"})),
    (str | bool | Leaf | Colour | None, Colour.RED),
    (str | bool | Leaf | Colour | None, False),
    (str | bool | Leaf | Colour | None, "red"),
    (Place, Place("page.md", 3, 4)),
    (Place, Place("other.md")),
]


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_what_is_read_is_what_was_written(kind, value):
    form = Codec({"Leaf": Leaf, "Tree": Tree}, {}).form(kind)
    written = as_json(form.write(value, "page.md"))
    assert b"\n" not in written
    found = form.read(json.loads(written), "page.md")
    assert found == value
    assert type(found) is type(value)


def test_places_in_the_file_itself_go_without_its_path():
    form = codec().form(Place)
    assert form.write(Place("page.md", 3, 4), "page.md") == [3, 4]
    assert form.write(Place("other.md", 3, 4), "page.md") == [3, 4, "other.md"]


def test_a_type_without_a_form_is_refused():
    with pytest.raises(TypeError, match=r"^no form for list\[str\]$"):
        codec().form(list[str])


PLACES = st.builds(Place, st.sampled_from(["page.md", "other.md"]), st.integers(0, 99), st.integers(0, 99))
TEXTS = st.text(max_size=5)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2)
QUANTITIES = st.builds(Quantity, NUMBERS, NUMBERS, st.sampled_from(Qualifier), TEXTS)
FINDINGS = st.builds(
    Finding,
    st.none() | TEXTS | st.booleans() | st.tuples(TEXTS, TEXTS) | QUANTITIES | st.sampled_from(Missing),
    PLACES,
    says=TEXTS,
    when=st.none() | QUANTITIES,
    changed=st.none() | st.dates(),
)
PROBLEMS = st.builds(Problem, PLACES, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(Severity))


@given(st.lists(FINDINGS, max_size=3), PLACES)
def test_facts_are_read_as_they_were_written(findings, place):
    fact = Fact("time", tuple(findings), place)
    form = codec().form(Fact)
    assert form.read(json.loads(as_json(form.write(fact, "page.md"))), "page.md") == fact


@given(st.lists(PROBLEMS, max_size=3).map(tuple))
def test_problems_are_read_as_they_were_written(problems):
    form = codec().form(tuple[Problem, ...])
    assert form.read(json.loads(as_json(form.write(problems, "page.md"))), "page.md") == problems
