"""Those who write, and the clinicians who review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.editorial.people import EDITORIAL_TEAM

if TYPE_CHECKING:
    from plugins.editorial.people import Person
    from plugins.editorial.review import Standing
    from plugins.findability.script import Node


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


def with_review(thing: Node, standing: Standing | None) -> Node:
    """Add the review of a clinician to a page, where it stands.

    schema.org knows reviews of pages only (``lastReviewed``, ``reviewedBy``), so that of a post stands at the
    page whose main matter the post is.
    """
    if not (standing and standing.reviewed and standing.reviewer and standing.on):
        return thing
    signed = {"lastReviewed": standing.on.isoformat(), "reviewedBy": reviewer(standing.reviewer)}
    if thing["@type"] == "BlogPosting":
        return {**thing, "mainEntityOfPage": {"@type": "MedicalWebPage", **signed}}
    return {**thing, **signed}
