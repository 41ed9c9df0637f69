"""Rules that hold for every text, whatever it is about: each a function that yields problems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup
from unidecode import unidecode

from plugins.editorial.body import loose_citations
from plugins.editorial.citations import unknown_source
from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.frontmatter.readers import MAX_SLUG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.editorial.body import Body
    from plugins.editorial.citations import Citation
    from plugins.editorial.house import House
    from plugins.editorial.posts import Byline, Label
    from plugins.frontmatter import Place

_NO_LETTER = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[-\s]+")


def citation_problems(citations: Iterable[Citation], house: House) -> Iterator[Problem]:
    """Yield citations of sources that the bibliography does not have, or has with a mistake.

    The latter is said once for all citations of the source: there is one thing to mend, and it is elsewhere.
    """
    shelf = house.sources
    told: set[str] = set()
    for citation in citations:
        if citation.key in told:
            continue
        if citation.key in shelf.broken:
            told.add(citation.key)
            at = shelf.broken[citation.key]
            message = f'source "{citation.key}" has a mistake of its own, at {at}'
            yield Problem(citation.place, message, "that entry mended")
        elif citation.key not in shelf.records:
            yield unknown_source(citation, shelf.records, shelf.path)


def body_problems(body: Body, house: House) -> Iterator[Problem]:
    """Yield what a text refers to and the house does not have."""
    yield from citation_problems((c for group in body.citations for c in group), house)
    yield from loose_citations(body, house.sources.records)
    for use in body.details:
        if use.name not in house.details:
            message = f'site.yaml has no "{use.name}"'
            yield Problem(use.place, message, "a key of site.yaml", nearest(use.name, house.details))


def byline_problems(byline: Byline, house: House) -> Iterator[Problem]:
    """Yield authors and reviewers who are not in people.yaml, and reviewers who are no clinicians."""
    yield from _person_problems(*byline.written_by, house, "written_by")
    if byline.reviewed_by:
        yield from reviewer_problems(*byline.reviewed_by, house, "reviewed_by")


def reviewer_problems(key: str, place: Place, house: House, role: str) -> Iterator[Problem]:
    """Yield why the person `key`, named at `place` as `role`, cannot sign a page."""
    problems = list(_person_problems(key, place, house, role))
    yield from problems
    if not problems and not house.people.records[key].credential:
        yield Problem(place, f'"{key}" has no credential in {house.people.path}', "a clinician", field=role)


def _person_problems(key: str, place: Place, house: House, role: str) -> Iterator[Problem]:
    shelf = house.people
    if key in shelf.broken:
        message = f'"{key}" has a mistake of its own, at {shelf.broken[key]}'
        yield Problem(place, message, "that entry mended", field=role)
    elif key not in shelf.records:
        message = f'"{key}" is not in {shelf.path}'
        yield Problem(place, message, "a key of that file", nearest(key, shelf.records), role)


def unused_sources(used: set[str], house: House) -> Iterator[Problem]:
    """Yield a notice for each source that no page cites."""
    for key, source in house.sources.records.items():
        if key not in used:
            yield Problem(source.place, f'source "{key}" is not used', severity=Severity.NOTICE)


def label_problems(labels: Iterable[Label], slugs: dict[str, Label]) -> Iterator[Problem]:
    """Yield names whose address another name has (``C++`` and ``C#``), or that have none.

    `slugs` gives, for each address, the first name that took it.
    """
    for label in labels:
        slug = label_slug(label.name)
        if not slug:
            yield Problem(
                label.place, f'"{label.name}" has no letters or digits for an address', "a name with some"
            )
            continue
        if len(slug) > MAX_SLUG:
            message = f'"{shorten(label.name)}" is too long for an address'
            yield Problem(label.place, message, f"a name of at most {MAX_SLUG} letters")
            continue
        first = slugs.setdefault(slug, label)
        if first.name != label.name:
            message = f'"{label.name}" has the same address as "{first.name}" ({first.place})'
            yield Problem(label.place, message, f'"{first.name}", or another name')


@lru_cache(maxsize=10_000)  # a site has the same few names on many pages
def label_slug(name: str) -> str:
    """Return the address that Pelican gives to a tag, category or author.

    Its own function would load all of Pelican, longer than a check takes; a test holds the two together.
    """
    plain = unidecode(unicodedata.normalize("NFKC", Markup(name).striptags()))  # noqa: S704 - tags go, as there
    letters = _NO_LETTER.sub("", plain).strip()
    return _GAP.sub("-", letters).lower()
