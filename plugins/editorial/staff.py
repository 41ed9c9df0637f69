"""The people behind the pages: who has written and who has reviewed what is published."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.editorial.people import Person
    from plugins.editorial.review import Standing


@dataclass(frozen=True, slots=True)
class Staffer:
    """A person, the address of the page of what they wrote ("" for none), and how much they did."""

    person: Person
    url: str
    articles: int
    reviewed: int


def staff(
    people: Mapping[str, Person],
    authors: Iterable[tuple[Any, list[Any]]],
    standings: Mapping[str, Standing],
) -> tuple[Staffer, ...]:
    """Return those of `people` who have written or reviewed anything, in the order of people.yaml.

    `authors` are Pelican's, with their articles; `standings` of pages by address.  A review counts while it
    holds.
    """
    wrote = {author.name: (author.url, len(articles)) for author, articles in authors}
    reviewed = Counter(one.reviewer.key for one in standings.values() if one.reviewer and one.reviewed)
    found = (
        Staffer(person, *wrote.get(person.name, ("", 0)), reviewed[key]) for key, person in people.items()
    )
    return tuple(one for one in found if one.articles or one.reviewed)
