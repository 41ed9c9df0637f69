"""Which articles stand before and after an article, and which have the most in common with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, groupby, islice
from math import log
from operator import and_, or_
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

RELATED = 3  # articles that are offered
MOST_LABELS = 10  # that count: the rarest of an article, each of which doubles what is looked at


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
    labels = [_labels(article) for article in articles]
    sharing = _sharing(labels)
    weights = {label: log(len(articles) / having.bit_count()) for label, having in sharing.items()}
    for at, article in enumerate(articles):
        newer = articles[at - 1] if at else None
        older = articles[at + 1] if at + 1 < len(articles) else None
        found = islice(_related(at, labels[at], sharing, weights), RELATED)
        yield article, Neighbours(newer, older, tuple(articles[other] for other in found))


def _sharing(labels: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Return the articles that have each label, as the bits of a number: so all are compared at once."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, names in enumerate(labels):
        for name in dict.fromkeys(names):
            having[name].append(at)
    return {name: sum(1 << at for at in found) for name, found in having.items()}


def _related(
    at: int, labels: tuple[str, ...], sharing: Mapping[str, int], weights: Mapping[str, float]
) -> Iterator[int]:
    """Yield the articles that share something with that `at` a place: those that share most first."""
    telling = sorted({name for name in labels if weights[name] > 0}, key=lambda name: (-weights[name], name))
    seen = 1 << at
    for choices in _by_weight(telling[:MOST_LABELS], weights):
        found = reduce(or_, (_with_all(names, sharing) for names in choices)) & ~seen
        seen |= found
        while found:
            newest = found & -found
            yield newest.bit_length() - 1
            found ^= newest


def _with_all(names: Sequence[str], sharing: Mapping[str, int]) -> int:
    """Return the articles that have all of some labels."""
    return reduce(and_, (sharing[name] for name in names))


def _by_weight(names: Sequence[str], weights: Mapping[str, float]) -> Iterator[list[tuple[str, ...]]]:
    """Yield all choices of `names`, those that weigh most first; those that weigh the same together."""

    def weight(choice: tuple[str, ...]) -> float:
        return -round(sum(weights[name] for name in choice), 9)  # whatever order they were added up in

    choices = [choice for size in range(1, len(names) + 1) for choice in combinations(names, size)]
    for _, same in groupby(sorted(choices, key=weight), key=weight):
        yield list(same)


def _labels(article: Any) -> tuple[str, ...]:
    """Return the addresses of an article's topic and tags: no topic has that of a tag."""
    return (article.category.url, *(tag.url for tag in article.tags))
