"""What has changed since a review: facts by name, and the headings whose text is another."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.review.content import Fact, Line, Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.editorial.review.record import Review
    from plugins.editorial.review.sections import Section


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact before and now."""

    label: str
    before: tuple[Line, ...]
    now: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, other or gone since the review of a page; `by` is a key of people.yaml.

    Of the text the headings are given, "" for what stands above the first.
    """

    by: str
    on: datetime.date
    added: tuple[Fact, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Fact, ...] = ()
    text_added: tuple[str, ...] = ()
    text_changed: tuple[str, ...] = ()
    text_removed: tuple[str, ...] = ()
    text_moved: bool = False

    @property
    def any(self) -> bool:
        """Whether anything has changed."""
        return bool(self.added or self.changed or self.removed or self.text)

    @property
    def text(self) -> tuple[tuple[str, str], ...]:
        """What has become of the text: words for it, and the heading that they are about."""
        kinds = (
            ("Changed", self.text_changed),
            ("New", self.text_added),
            ("Taken out", self.text_removed),
        )
        found = [(word, heading) for word, headings in kinds for heading in headings]
        told = [
            (word, heading) if heading else (f"{word}: the text above the first heading", "")
            for word, heading in found
        ]
        return (*told, *([("The sections are in another order", "")] if self.text_moved else []))


def changes_since(review: Review, now: Reviewed) -> Changes:
    """Return how `now` differs from what was reviewed."""
    before, after = ({fact.name: fact for fact in r.facts} for r in (review.reviewed, now))
    old, new = (_by_heading(r.text) for r in (review.reviewed, now))
    return Changes(
        review.by,
        review.on,
        added=tuple(fact for name, fact in after.items() if name not in before),
        changed=tuple(
            Changed(fact.label, before[name].lines, fact.lines)
            for name, fact in after.items()
            if name in before and before[name].lines != fact.lines
        ),
        removed=tuple(fact for name, fact in before.items() if name not in after),
        text_added=tuple(heading for heading in new if heading not in old),
        text_changed=tuple(heading for heading in new if heading in old and new[heading] != old[heading]),
        text_removed=tuple(heading for heading in old if heading not in new),
        text_moved=old.keys() == new.keys() and [*old] != [*new],
    )


def _by_heading(text: Iterable[Section]) -> dict[str, list[str]]:
    """Return the words below each heading; one that stands several times has several texts."""
    found: dict[str, list[str]] = {}
    for section in text:
        found.setdefault(section.heading, []).append(section.words)
    return found
