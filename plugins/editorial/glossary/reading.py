"""Reading ``glossary.yaml``: each term alone, then all of them together."""

from __future__ import annotations

from dataclasses import replace
from os.path import lexists
from typing import TYPE_CHECKING

from plugins.editorial.glossary.term import Name, Term, read_term
from plugins.editorial.posts import Label
from plugins.editorial.rules import label_problems
from plugins.editorial.shelf import Shelf, read_shelf
from plugins.frontmatter import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from plugins.editorial.citations import Citation


def read_glossary(path: Path, shown: str) -> Shelf[Term]:
    """Read the file `path`; an empty shelf where there is none.  Problems are kept in the result.

    Of two terms that cannot be told apart the first stays.
    """
    if not lexists(path):
        return Shelf("")
    shelf = read_shelf(path, shown, read_term)
    clashes = dict(_clashes(shelf))
    return Shelf(
        shown,
        {key: term for key, term in shelf.records.items() if key not in clashes},
        {**shelf.broken, **{key: shelf.records[key].name.place for key in clashes}},
        (*shelf.problems, *(problem for problems in clashes.values() for problem in problems)),
    )


def _clashes(shelf: Shelf[Term]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Yield the key of each term with names or an address that an earlier one has, and what to say of it."""
    names: dict[str, Name] = {}
    addresses: dict[str, Label] = {}
    for key, term in shelf.records.items():
        problems = tuple(_taken(term, names))
        if not problems:
            problems = tuple(label_problems([Label(term.name.words, term.name.place)], addresses))
        if problems:
            yield key, problems


def _taken(term: Term, names: dict[str, Name]) -> Iterator[Problem]:
    for name in (term.name, *term.also):
        first = names.setdefault(name.words.casefold(), name)
        if first is not name:
            yield Problem(name.place, f'"{name.words}" is defined twice (first at {first.place})', "it once")


def has_page(glossary: Shelf[Term]) -> bool:
    """Whether there is a file, and so a page."""
    return bool(glossary.path)


def cited(glossary: Shelf[Term]) -> tuple[Citation, ...]:
    """Return all sources that terms name."""
    return tuple(citation for term in glossary.records.values() for citation in term.sources)


def with_known_sources(glossary: Shelf[Term], known: Container[str]) -> Shelf[Term]:
    """Return the glossary without the terms whose sources are not among those `known`."""
    records = {
        key: term
        for key, term in glossary.records.items()
        if all(citation.key in known for citation in term.sources)
    }
    return replace(glossary, records=records)
