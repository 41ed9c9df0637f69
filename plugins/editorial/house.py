"""The house: who the clinic is (``site.yaml``), its people, its bibliography and its glossary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.editorial.glossary import Term, read_glossary
from plugins.editorial.people import Person, read_person
from plugins.editorial.review.days import DEFAULT_MONTHS, interval
from plugins.editorial.shelf import Shelf, read_shelf
from plugins.editorial.sources import Source, read_source
from plugins.frontmatter import Mapping, Node, Place, Problem, Refusal, Severity, read_yaml, refuse
from plugins.frontmatter.nodes import describe, shorten
from plugins.frontmatter.readers import Key, listing, mapping, text, truth, web_address

if TYPE_CHECKING:
    from pathlib import Path

# Example values: the reserved names of RFC 2606 and the telephone numbers set aside for fiction.
_EXAMPLE = re.compile(r"^\W*example\b|\bexample\.(?:com|net|org)\b|\bExample\b|555[-. ]?01\d\d")
POLICIES = {"updates": "How pages are kept up to date", "funding": "Who pays for this site"}
_LOCAL = re.compile(r"/(?:[\w.-]+/)*(?:[\w.-]+)?(?:#[\w-]+)?")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of the clinic that texts can print; not `filled` while it is empty or still an example."""

    name: str
    text: str
    place: Place

    @property
    def filled(self) -> bool:
        """Whether the clinic has put its own value here."""
        return bool(self.text) and not _EXAMPLE.search(self.text)

    @property
    def shown(self) -> str:
        """The value, or its name in brackets while there is none."""
        return self.text or f"[{self.name.rpartition('.')[2].replace('_', ' ')}]"


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the navigation."""

    label: str
    url: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Comments:
    """Whether articles take comments, and the address that the form posts to ("" for an e-mail instead)."""

    enabled: bool = True
    endpoint: str = ""


@dataclass(frozen=True)
class House:
    """All that stands behind every page.  A review holds for `review_every` months."""

    title: str
    tagline: str
    details: dict[str, Detail]
    comments: Comments
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    questions: tuple[Link, ...]
    languages: tuple[str, ...]
    policies: dict[str, Link]
    sources: Shelf[Source]
    people: Shelf[Person]
    problems: tuple[Problem, ...] = field(default=())
    glossary: Shelf[Term] = field(default=Shelf(""))
    review_every: int = DEFAULT_MONTHS

    def detail(self, name: str) -> str:
        """Return the text of a detail; raises KeyError for one that site.yaml does not have."""
        return self.details[name].shown


def local_url(node: Node) -> str:
    """Read an address on this site: ``/path/``."""
    value = text(node)
    if not _LOCAL.fullmatch(value):
        raise refuse(
            node.place, f'"{shorten(value)}" is not an address of this site', expected="one like /compare/"
        )
    return value


def _link(node: Node) -> Link:
    values = mapping(node, {"label": Key(text, required=True), "url": Key(local_url, required=True)})
    return Link(place=node.place, **values)


def _language(node: Node) -> str:
    value = text(node)
    if not _LANGUAGE.fullmatch(value):
        raise refuse(node.place, f'"{shorten(value)}" is not a language', expected="a code like en or es")
    return value


def _languages(node: Node) -> tuple[str, ...]:
    found = listing(_language)(node)
    if not found:
        raise refuse(node.place, "an empty list", expected="one or more codes like en or es")
    return found


def _clinic(node: Node) -> dict[str, Detail]:
    """Read the details of the clinic: any keys, each with a text or nothing yet."""
    if not isinstance(node, Mapping):
        raise refuse(
            node.place, f"{describe(node)} where keys with values belong", expected="name: ..., phone: ..."
        )
    names = [entry.key.text for entry in node]
    keys = {name: Key(_email if name == "email" else text, default="") for name in names}
    values = mapping(node, keys)
    return {
        f"clinic.{e.key.text}": Detail(f"clinic.{e.key.text}", values[e.key.text], e.value.place)
        for e in node
    }


def _email(node: Node) -> str:
    value = text(node)
    if not _EMAIL.fullmatch(value):
        message = f'"{shorten(value)}" is not an e-mail address'
        raise refuse(node.place, message, expected="one like name@clinic.org")
    return value


def _policies(node: Node) -> dict[str, Link]:
    """Read where the clinic says how pages are kept up to date, and who pays for the site."""
    keys = {name: Key(_policy) for name in POLICIES}
    found = mapping(node, keys)
    return {name: Link(label, *found[name]) for name, label in POLICIES.items() if found[name]}


def _policy(node: Node) -> tuple[str, Place]:
    return local_url(node), node.place


def _comments(node: Node) -> Comments:
    keys = {"enabled": Key(truth, default=True), "endpoint": Key(web_address, default="")}
    return Comments(**mapping(node, keys))


def _emergency(node: Node) -> Detail:
    return Detail("emergency", text(node), node.place)


_KEYS = {
    "title": Key(text, required=True),
    "tagline": Key(text, default=""),
    "clinic": Key(_clinic, required=True),
    "emergency": Key(_emergency, required=True),
    "comments": Key(_comments, default=Comments()),
    "navigation": Key(listing(_link), default=()),
    "footer": Key(listing(_link), default=()),
    "questions": Key(listing(_link), default=()),
    "policies": Key(_policies, default={}),
    "languages": Key(_languages, default=("en",)),
    "review_every": Key(interval, default=DEFAULT_MONTHS),
}


def read_house(content: Path, shown: str) -> House:
    """Read the files of the folder `content`, `shown` in messages; problems are kept in the result."""
    sources = read_shelf(content / "sources.yaml", f"{shown}/sources.yaml", read_source)
    people = read_shelf(content / "people.yaml", f"{shown}/people.yaml", read_person)
    glossary = read_glossary(content / "glossary.yaml", f"{shown}/glossary.yaml")
    problems = [*sources.problems, *people.problems, *glossary.problems]
    site = {name: key.default for name, key in _KEYS.items()}
    try:
        site = mapping(read_yaml(content / "site.yaml", f"{shown}/site.yaml"), _KEYS)
    except Refusal as refusal:
        problems += refusal.problems
    details = {**(site["clinic"] or {})}
    if site["emergency"]:
        details["emergency"] = site["emergency"]
    return House(
        title=site["title"] or "",
        tagline=site["tagline"] or "",
        details=details,
        comments=site["comments"],
        navigation=site["navigation"],
        footer=site["footer"],
        questions=site["questions"],
        policies=site["policies"],
        languages=site["languages"],
        sources=sources,
        people=people,
        problems=tuple(problems),
        glossary=glossary,
        review_every=site["review_every"],
    )


def unfilled(house: House) -> list[Problem]:
    """Return a notice for each detail that still waits for the clinic's own value."""
    return [
        Problem(
            detail.place, f"{name} is not yet filled in", "the clinic's own value", severity=Severity.NOTICE
        )
        for name, detail in house.details.items()
        if not detail.filled
    ]
