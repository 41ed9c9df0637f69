"""Those who write, and the clinicians who review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from plugins.editorial.people import EDITORIAL_TEAM

if TYPE_CHECKING:
    import datetime

    from plugins.editorial.people import Person
    from plugins.findability.script import Node


class Review(Protocol):
    """A review that stands: who signed the page as it is now, and when."""

    @property
    def reviewer(self) -> Person:
        """The clinician."""

    @property
    def on(self) -> datetime.date:
        """The day of the signature."""


def author(person: Person, url: str = "") -> Node:
    """Return a writer as a byline shows one: by name; `url` is the list of what they wrote."""
    kind = "Organization" if person.key == EDITORIAL_TEAM else "Person"
    return {"@type": kind, "name": person.name, "url": url}


def reviewer(person: Person) -> Node:
    """Return a clinician with credential and role."""
    return {
        "@type": "Person",
        "name": person.name,
        "honorificSuffix": person.credential,
        "jobTitle": person.role,
    }


def with_review(thing: Node, review: Review | None) -> Node:
    """Add a review to a page.

    schema.org knows reviews of pages only (``lastReviewed``, ``reviewedBy``), so that of a post stands at the
    page whose main matter the post is.
    """
    if review is None:
        return thing
    signed = {"lastReviewed": review.on.isoformat(), "reviewedBy": reviewer(review.reviewer)}
    if thing["@type"] == "BlogPosting":
        return {**thing, "mainEntityOfPage": {"@type": "MedicalWebPage", **signed}}
    return {**thing, **signed}
