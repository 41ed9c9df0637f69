"""Reading a content folder: every file once, with all that is wrong with each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.appointment import FILE as APPOINTMENT
from plugins.appointment import Appointment
from plugins.desk.files import misnamed, walk
from plugins.editorial import Body, House, read_article, read_body, read_page
from plugins.editorial.citations import Citation, citations_in
from plugins.editorial.markdown_html import Converter
from plugins.editorial.posts import Article, Page
from plugins.frontmatter import Document, Place, Problem, Refusal, read_document
from plugins.frontmatter.nodes import Scalar
from plugins.procedures import COMPARE, Field, read_comparison, read_procedure
from plugins.procedures.model import ComparisonPage, Procedure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Item = Article | Page | Procedure | ComparisonPage
BLOCKS = (COMPARE,)
SHARED = ("fields.yaml", "sources.yaml", "people.yaml", "site.yaml", "glossary.yaml", APPOINTMENT)
IMAGES = "images"
COMMENTS = "comments"
REVIEWS = "reviews"


@dataclass(frozen=True)
class Kind:
    """A folder of content: how its files are read, and where their pages stand."""

    folder: str
    address: str
    read: Callable[[Document, Body], Item]
    plain: bool = False


def kinds(fields: tuple[Field, ...]) -> tuple[Kind, ...]:
    """Return the kinds of content that a clinic has."""
    return (
        Kind("articles", "blog/{}/", read_article, plain=True),
        Kind("pages", "pages/{}/", read_page, plain=True),
        Kind("procedures", "procedures/{}/", lambda document, body: read_procedure(document, body, fields)),
        Kind("comparisons", "compare/{}/", read_comparison),
    )


@dataclass
class Desk:
    """What is gathered while a folder is read; files go by their path in messages.

    `slugs` are those of all files of a folder, `refused` those of files of which no item came, and
    `citations` what the headers of these cite.
    """

    root: Path
    shown: str
    house: House
    fields: tuple[Field, ...]
    converter: Converter
    items: dict[str, Item] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    addresses: dict[str, Place] = field(default_factory=dict)
    slugs: dict[str, set[str]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    images: set[str] = field(default_factory=set)
    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    appointment: Appointment = field(default=Appointment())

    def take(self, refusal: Refusal) -> None:
        """Note what a reader refused."""
        self.problems += refusal.problems


def read_folder(desk: Desk) -> None:
    """Read all files of all kinds, and look at what lies beside them."""
    for kind in kinds(desk.fields):
        _read_kind(desk, kind)
    _look_around(desk)


def _look_around(desk: Desk) -> None:
    """See which images there are, and what lies where nothing reads it."""
    shown = f"{desk.shown}/{IMAGES}"
    images, problems = walk(desk.root / IMAGES, shown)
    desk.images = {path.relative_to(desk.root).as_posix() for path in images}
    desk.problems += problems
    known = (*SHARED, IMAGES, COMMENTS, REVIEWS, *desk.slugs)
    desk.problems += misnamed(desk.root, desk.shown, known)


def _read_kind(desk: Desk, kind: Kind) -> None:
    folder = desk.root / kind.folder
    shown = f"{desk.shown}/{kind.folder}"
    desk.slugs[kind.folder] = set()
    desk.refused[kind.folder] = set()
    files, problems = walk(folder, shown)
    desk.problems += problems
    for path in files:
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        desk.files.add(name)
        if path.suffix != ".md":
            desk.problems.append(Problem(Place(name), "is not a Markdown file", "a name that ends in .md"))
            continue
        _read_file(desk, kind, path, name)


def _read_file(desk: Desk, kind: Kind, path: Path, name: str) -> None:
    slugs = {path.stem}
    cited: tuple[Citation, ...] = ()
    try:
        document = read_document(path, name, plain=kind.plain)
        slugs |= _typed_slug(document)
        cited = tuple(citations_in(document.header))
        item = kind.read(document, _read_body(desk, document))
    except Refusal as refusal:
        desk.take(refusal)
        desk.citations += cited
        desk.refused[kind.folder] |= slugs
        desk.slugs[kind.folder] |= slugs
        return
    desk.slugs[kind.folder].add(item.slug)
    _claim(desk, kind.address.format(item.slug), item)


def _typed_slug(document: Document) -> set[str]:
    """Return the slug in the header, be it right or wrong."""
    typed = document.header.get("slug")
    return {typed.text} if isinstance(typed, Scalar) and typed.text else set()


def _read_body(desk: Desk, document: Document) -> Body:
    """Return the text, which is judged even where the header is refused."""
    desk.documents.append(document)
    try:
        body = read_body(document, desk.converter, BLOCKS)
    except Refusal as refusal:
        desk.take(refusal)
        body = Body()
    desk.bodies[document.path] = body
    return body


def _claim(desk: Desk, address: str, item: Item) -> None:
    """Give an address to an item; the second that wants it is refused."""
    desk.items[item.path] = item
    first = desk.addresses.setdefault(address, item.place)
    if first is not item.place:
        message = f"has the same address as {first.path}: /{address}"
        desk.problems.append(Problem(Place(item.path), message, "another file name, or slug: ..."))
