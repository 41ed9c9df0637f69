"""Builders in turn: in each round each case is built by all of them, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.edits import edit_article, edit_fact, edit_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bench.builders.builder import Builder
    from bench.process import Cost

CLEAN = "clean build"
ARTICLE = "one article edited"
FACT = "one fact edited"
TEMPLATE = "one template edited"
NOTHING = "nothing changed"
CASES = (CLEAN, ARTICLE, FACT, TEMPLATE, NOTHING)
EDITS = {ARTICLE: edit_article, FACT: edit_fact}


@dataclass(frozen=True)
class Run:
    """One build."""

    number: int
    case: str
    builder: str
    cost: Cost


def play(
    builders: Sequence[Builder], content: Path, rounds: int, tell: Callable[[str], None]
) -> Iterator[Run]:
    """Yield each build of all rounds; each case begins with what the one before it has left complete."""
    for number in range(1, rounds + 1):
        for case in CASES:
            changed = EDITS[case](content, number) if case in EDITS else None
            for builder in builders:
                tell(f"round {number} of {rounds}, {case}: {builder.name}")
                _prepare(builder, case, number, changed)
                yield Run(number, case, builder.name, builder.build())


def _prepare(builder: Builder, case: str, number: int, changed: Path | None) -> None:
    if changed:
        builder.take(changed)
    if case == CLEAN:
        builder.clean()
    if case == TEMPLATE:
        edit_template(builder.template, number)
