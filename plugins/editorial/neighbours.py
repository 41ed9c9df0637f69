"""Which articles stand before and after an article, and which have the most in common with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce
from heapq import nsmallest
from itertools import combinations, islice
from math import log
from operator import add
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RELATED = 3  # articles that are offered
MOST_LABELS = 8  # of an article, the rarest, that are compared: each more doubles what others may share


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles around one: `newer` and `older` by date, `related` by what they have in common."""

    newer: Any
    older: Any
    related: tuple[Any, ...]


def neighbours(articles: Sequence[Any]) -> Iterator[tuple[Any, Neighbours]]:
    """Yield each of Pelican's articles, which come newest first, with those around it.

    What few articles share says more than what many share: each tag and category in common counts as much as
    its inverse document frequency (Spärck Jones 1972), log(articles / articles that have it).  Of equals the
    newer comes first.
    """
    common = _Common([_labels(article) for article in articles])
    for at, article in enumerate(articles):
        newer = articles[at - 1] if at else None
        older = articles[at + 1] if at + 1 < len(articles) else None
        yield article, Neighbours(newer, older, tuple(articles[it] for it in _related(at, common)))


def _related(at: int, common: _Common) -> list[int]:
    found: dict[int, float] = {}
    for weight, labels in common.subsets(at):
        if not weight or (len(found) >= RELATED and weight < min(found.values())):
            break
        others = (other for other in common.having(labels) if other != at and other not in found)
        found |= dict.fromkeys(islice(others, RELATED), weight)
    return nsmallest(RELATED, found, key=lambda other: (-found[other], other))


class _Common:
    """Which articles have some labels in common.

    To go through all that share one label with each article would take 100 times as long for 10 times as
    many articles; few share several, and these come first.
    """

    def __init__(self, labels: Sequence[tuple[str, ...]]) -> None:
        self._labels = labels
        self._having: dict[tuple[str, ...], list[int]] = {}
        for at, names in enumerate(labels):
            for name in names:
                self._having.setdefault((name,), []).append(at)
        self._weights = {name: log(len(labels) / len(having)) for (name,), having in self._having.items()}
        by_rarity = sorted(self._weights, key=lambda name: (len(self._having[name,]), name))
        self._rarity = {name: place for place, name in enumerate(by_rarity)}
        self._subsets = cache(self._subsets_of)  # many articles have the same labels

    def subsets(self, at: int) -> list[tuple[float, tuple[str, ...]]]:
        """Return all that another article may share with one, and what it weighs, the heaviest first."""
        return self._subsets(self._labels[at])

    def _subsets_of(self, given: tuple[str, ...]) -> list[tuple[float, tuple[str, ...]]]:
        rarest = set(self._rarest_first(given)[:MOST_LABELS])
        labels = [label for label in given if label in rarest]
        found = (
            (reduce(add, map(self._weights.__getitem__, some)), self._rarest_first(some))
            for count in range(1, len(labels) + 1)
            for some in combinations(labels, count)
        )
        return sorted(found, reverse=True)

    def having(self, labels: tuple[str, ...]) -> list[int]:
        """Return the articles that have all of some labels, which stand in the order of `subsets`."""
        if labels not in self._having:
            *others, last = labels
            self._having[labels] = [at for at in self.having(tuple(others)) if last in self._labels[at]]
        return self._having[labels]

    def _rarest_first(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(labels, key=self._rarity.__getitem__))


def _labels(article: Any) -> tuple[str, ...]:
    """Return the addresses of an article's topic and tags: no topic has that of a tag."""
    return (article.category.url, *(tag.url for tag in article.tags))
