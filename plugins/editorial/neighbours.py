"""Which articles stand before and after an article, and which have the most in common with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RELATED = 3  # articles that are offered


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
    sharing: dict[Any, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        for label in _labels(article):
            sharing[label].append(at)
    for at, article in enumerate(articles):
        newer = articles[at - 1] if at else None
        older = articles[at + 1] if at + 1 < len(articles) else None
        yield article, Neighbours(newer, older, tuple(articles[it] for it in _related(at, articles, sharing)))


def _related(at: int, articles: Sequence[Any], sharing: dict[Any, list[int]]) -> Iterable[int]:
    score: dict[int, float] = defaultdict(float)
    for label in _labels(articles[at]):
        for other in sharing[label]:
            score[other] += log(len(articles) / len(sharing[label]))
    found = [other for other in score if other != at and score[other] > 0]
    return nsmallest(RELATED, found, key=lambda other: (-score[other], other))


def _labels(article: Any) -> tuple[str, ...]:
    """Return the addresses of an article's topic and tags: no topic has that of a tag."""
    return (article.category.url, *(tag.url for tag in article.tags))
