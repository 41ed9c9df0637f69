"""Articles and pages: which keys their headers may have, and what comes of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from plugins.editorial.citations import uncited_text
from plugins.editorial.people import EDITORIAL_TEAM
from plugins.editorial.review.days import interval, signed_day
from plugins.editorial.review.fingerprint import well_formed
from plugins.frontmatter import Document, Mapping, Node, Place, Refusal, Scalar, Sequence, refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import Key, date, listing, mapping, past_date, slug, text, truth, word_of

if TYPE_CHECKING:
    from plugins.editorial.body import Body

MAX_TITLE = 200


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote and who reviewed, keys of people.yaml; the last three belong to the review.

    `review_every` is in months; None where the clinic's own interval holds.
    """

    written_by: tuple[str, Place]
    reviewed_by: tuple[str, Place] | None
    reviewed_on: datetime.date | None
    fingerprint: str = ""
    review_every: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a category or a tag, and where it was given."""

    name: str
    place: Place = field(compare=False)


@dataclass(frozen=True)
class Page:
    """A page of the site that is neither news nor data."""

    path: str
    slug: str
    title: str
    summary: str
    status: str
    byline: Byline
    body: Body
    place: Place


@dataclass(frozen=True)
class Article(Page):
    """A post of the blog.  Not `medical`: news that no clinician needs to review."""

    date: datetime.date
    modified: datetime.date | None
    category: Label
    tags: tuple[Label, ...]
    comments: bool
    medical: bool = True


def title(node: Node) -> str:
    """Read a title: one line, at most 200 characters, without citations."""
    value = uncited_text(node)
    if len(value) > MAX_TITLE:
        raise refuse(
            node.place, f"{len(value)} characters are too long for a title", expected=f"at most {MAX_TITLE}"
        )
    return value


def person(node: Node) -> tuple[str, Place]:
    """Read a key of people.yaml."""
    return text(node), node.place


def label(node: Node) -> Label:
    """Read the name of a category or a tag."""
    return Label(title(node), node.place)


def labels(node: Node) -> tuple[Label, ...]:
    """Read a list of names; Pelican's header separates them by commas."""
    if isinstance(node, Scalar):
        node = _between_commas(node)
    return listing(label, of="a list of tags")(node)


def _between_commas(node: Scalar) -> Sequence:
    items: list[Scalar] = []
    rest = node
    for name in reversed([name.strip() for name in node.text.split(",") if name.strip()]):
        items.append(Scalar(rest.place_of(name), name))
        rest = replace(rest, source=rest.source.rpartition(name)[0])
    return Sequence(node.place, tuple(reversed(items)))


def byline(values: dict[str, Any], header: Mapping) -> Byline:
    """Take the keys of the byline, read from `header`, out of `values`."""
    taken = {key: values.pop(key) for key in BYLINE_KEYS}
    given = [key for key in REVIEW_KEYS if taken[key]]
    if given and len(given) < len(REVIEW_KEYS):
        absent = " and ".join(f'"{key}"' for key in REVIEW_KEYS if key not in given)
        expected = "all three, as make sign writes them, or none (make unsign)"
        raise refuse(_place_of(given[0], header), f"a review without {absent}", expected=expected)
    taken["written_by"] = taken["written_by"] or (EDITORIAL_TEAM, header.place)
    return Byline(**{**taken, "fingerprint": taken["fingerprint"] or ""})


def _place_of(key: str, header: Mapping) -> Place:
    """Return the place of a value that `header` has."""
    return next(entry.value.place for entry in header if entry.key.text == key)


REVIEW_KEYS = ("reviewed_by", "reviewed_on", "fingerprint")
BYLINE_KEYS: dict[str, Key] = {
    "written_by": Key(person),
    "reviewed_by": Key(person),
    "reviewed_on": Key(signed_day),
    "fingerprint": Key(well_formed),
    "review_every": Key(interval),
}
PAGE_KEYS = {
    "title": Key(title, required=True),
    "slug": Key(slug),
    "summary": Key(uncited_text, required=True),
    "status": Key(word_of("published", "draft", "hidden"), default="published"),
    **BYLINE_KEYS,
}
ARTICLE_KEYS = {
    **PAGE_KEYS,
    "date": Key(date, required=True),
    "modified": Key(past_date),
    "category": Key(label, required=True),
    "tags": Key(labels, default=()),
    "comments": Key(truth, default=True),
    "medical": Key(truth, default=True),
}


def file_slug(path: str, place: Place) -> str:
    """Return the slug that the name of the file gives."""
    name = path.rpartition("/")[2].removesuffix(".md")
    try:
        return slug(Scalar(place, name))
    except Refusal as error:
        expected = f"slug: ... in the front matter, or a to z, digits and hyphens in {shorten(name)}.md"
        raise refuse(Place(place.path), "the file's name cannot be an address", expected=expected) from error


def read_page(document: Document, body: Body) -> Page:
    """Return the page of `document`.  Raises Refusal."""
    return Page(**_values(document, body, PAGE_KEYS))


def read_article(document: Document, body: Body) -> Article:
    """Return the article of `document`.  Raises Refusal."""
    values = _values(document, body, ARTICLE_KEYS)
    if values["modified"] and values["modified"] < values["date"]:
        place = _place_of("modified", document.header)
        raise refuse(
            place, "modified before its date", expected="a date of change after the date of publication"
        )
    return Article(**values)


def _values(document: Document, body: Body, keys: dict[str, Key]) -> dict[str, Any]:
    values = mapping(document.header, keys)
    values["byline"] = byline(values, document.header)
    values["slug"] = values["slug"] or file_slug(document.path, document.header.place)
    return {**values, "path": document.path, "body": body, "place": document.header.place}
