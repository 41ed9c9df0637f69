"""Reading and judging a whole content folder, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.comments import read_comments
from plugins.desk.edition import Edition
from plugins.desk.files import misnamed, walk
from plugins.desk.links import Site, link_problems, navigation_problems, only_links_within
from plugins.desk.pages import blog_pages, pages_of_refused
from plugins.desk.public import images_of, unpublished
from plugins.editorial import Body, House, read_article, read_body, read_house, read_page
from plugins.editorial.house import unfilled
from plugins.editorial.markdown_html import Converter, converter
from plugins.editorial.posts import Article, Page
from plugins.editorial.rules import (
    body_problems,
    byline_problems,
    citation_problems,
    label_problems,
    unused_sources,
)
from plugins.frontmatter import Document, Place, Problem, Refusal, Severity, read_document
from plugins.frontmatter.nodes import Scalar
from plugins.frontmatter.problems import in_file_order
from plugins.procedures import COMPARE, Catalogue, Field, read_comparison, read_fields, read_procedure
from plugins.procedures.browse import site_addresses
from plugins.procedures.catalogue import all_citations, asked_problems, block_problems, procedure_problems
from plugins.procedures.model import ComparisonPage, Procedure
from plugins.procedures.rules import citations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plugins.editorial.posts import Label

Item = Article | Page | Procedure | ComparisonPage
BLOCKS = (COMPARE,)
SHARED = ("fields.yaml", "sources.yaml", "people.yaml", "site.yaml")
IMAGES = "images"
COMMENTS = "comments"


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
class _Desk:
    """What is gathered while a folder is read; files go by their path in messages.

    `slugs` are those of all files of a folder, `refused` those of files of which no item came.
    """

    root: Path
    shown: str
    house: House
    fields: tuple[Field, ...]
    converter: Converter
    public: bool
    items: dict[str, Item] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    addresses: dict[str, Place] = field(default_factory=dict)
    slugs: dict[str, set[str]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    images: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, refusal: Refusal) -> None:
        self.problems += refusal.problems


def examine(content: Path, shown: str, *, public: bool = False) -> Edition:
    """Read and judge everything in the folder `content`, called `shown` in messages.

    All is judged; an edition for the `public` then goes without drafts.
    """
    house = read_house(content, shown)
    desk = _Desk(content, shown, house, (), converter(BLOCKS), public)
    desk.problems += house.problems
    try:
        desk.fields = read_fields(content / "fields.yaml", f"{shown}/fields.yaml")
    except Refusal as refusal:
        desk.take(refusal)
    for kind in kinds(desk.fields):
        _read_kind(desk, kind)
    _look_around(desk)
    if not _stands(desk):
        nothing: frozenset[str] = frozenset()
        problems = tuple(in_file_order(_known_only(desk)))
        return Edition(house, None, nothing, {}, nothing, {}, nothing, problems)
    return _judged(desk)


def _stands(desk: _Desk) -> bool:
    """Whether all that everything rests on could be read: fields, sources, people, and who the clinic is."""
    house = desk.house
    shared = {f"{desk.shown}/{name}" for name in ("fields.yaml", "site.yaml")}
    broken = any(problem.place.path in shared for problem in desk.problems)
    return not (broken or _unread(house.sources) or _unread(house.people))


def _look_around(desk: _Desk) -> None:
    """See which images there are, and what lies where nothing reads it."""
    shown = f"{desk.shown}/{IMAGES}"
    images, problems = walk(desk.root / IMAGES, shown)
    desk.images = {path.relative_to(desk.root).as_posix() for path in images}
    desk.problems += problems
    known = (*SHARED, IMAGES, COMMENTS, *desk.slugs)
    desk.problems += misnamed(desk.root, desk.shown, known)


def _unread(shelf: Any) -> bool:
    return bool(shelf.problems) and not shelf.broken


def _known_only(desk: _Desk) -> Iterator[Problem]:
    """Yield the problems that stand, without those that only follow from missing fields."""
    for problem in desk.problems:
        if desk.fields or "/procedures/" not in problem.place.path:
            yield problem


def _read_kind(desk: _Desk, kind: Kind) -> None:
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


def _read_file(desk: _Desk, kind: Kind, path: Path, name: str) -> None:
    slugs = {path.stem}
    try:
        document = read_document(path, name, plain=kind.plain)
        slugs |= _typed_slug(document)
        item = kind.read(document, _read_body(desk, document))
    except Refusal as refusal:
        desk.take(refusal)
        desk.refused[kind.folder] |= slugs
        desk.slugs[kind.folder] |= slugs
        return
    desk.slugs[kind.folder].add(item.slug)
    _claim(desk, kind.address.format(item.slug), item)


def _typed_slug(document: Document) -> set[str]:
    """Return the slug in the header, be it right or wrong."""
    typed = document.header.get("slug")
    return {typed.text} if isinstance(typed, Scalar) and typed.text else set()


def _read_body(desk: _Desk, document: Document) -> Body:
    """Return the text, which is judged even where the header is refused."""
    try:
        body = read_body(document, desk.converter, BLOCKS)
    except Refusal as refusal:
        desk.take(refusal)
        body = Body()
    desk.bodies[document.path] = body
    return body


def _claim(desk: _Desk, address: str, item: Item) -> None:
    """Give an address to an item; the second that wants it is refused."""
    desk.items[item.path] = item
    first = desk.addresses.setdefault(address, item.place)
    if first is not item.place:
        message = f"has the same address as {first.path}: /{address}"
        desk.problems.append(Problem(Place(item.path), message, "another file name, or slug: ..."))


def _judged(desk: _Desk) -> Edition:
    """Judge what has been read, and leave out what has errors."""
    house = desk.house
    readable = not {problem.place.path for problem in desk.problems} & desk.files
    slugs = desk.slugs["articles"]
    comments, found = read_comments(desk.root / COMMENTS, f"{desk.shown}/{COMMENTS}", slugs)
    desk.problems += found
    everything = _catalogue(desk, frozenset())
    for body in desk.bodies.values():
        desk.problems += body_problems(body, house)
        desk.problems += block_problems(body, everything)
    for item in desk.items.values():
        desk.problems += _item_problems(item, house, everything)
    desk.problems += _labels(desk)
    site = _site(desk, everything, frozenset())
    site.pages.update(pages_of_refused(kinds(()), desk.refused, everything.known))
    desk.problems += link_problems(site, desk.bodies)
    desk.problems += navigation_problems(site, house)
    if readable:  # what cannot be read may cite them
        used = {citation.key for item in desk.items.values() for citation in _citations(item)}
        desk.problems += unused_sources(used, house)
    desk.problems += unfilled(house)
    left_out = frozenset(p.place.path for p in desk.problems if p.severity is Severity.ERROR) & desk.files
    gone = left_out | (unpublished(desk.items.values()) if desk.public else frozenset())
    catalogue = _catalogue(desk, gone)
    site = _site(desk, catalogue, gone)
    if gone:
        desk.items = {path: only_links_within(site, item) for path, item in desk.items.items()}
        catalogue = _catalogue(desk, gone)
    posts = {
        path.removeprefix(f"{desk.shown}/"): item
        for path, item in desk.items.items()
        if isinstance(item, Page) and path not in gone
    }
    return Edition(
        house=house,
        catalogue=catalogue,
        pages=frozenset(site.pages),
        posts=posts,
        images=_images(desk, gone),
        comments=comments,
        left_out=left_out,
        problems=tuple(in_file_order(desk.problems)),
    )


def _catalogue(desk: _Desk, left_out: frozenset[str]) -> Catalogue:
    good = [item for path, item in desk.items.items() if path not in left_out]
    procedures = {item.slug: item for item in good if isinstance(item, Procedure)}
    comparisons = tuple(item for item in good if isinstance(item, ComparisonPage))
    left_out_slugs = frozenset(desk.slugs["procedures"] - set(procedures))
    return Catalogue(desk.fields, procedures, comparisons, left_out_slugs, desk.shown)


def _site(desk: _Desk, catalogue: Catalogue, left_out: frozenset[str]) -> Site:
    """Return what links can lead to, without the files that are left out."""
    posts = [item for path, item in desk.items.items() if isinstance(item, Page) and path not in left_out]
    pages = {*site_addresses(catalogue), *blog_pages(posts, desk.house)}
    return Site(desk.root, desk.shown, pages, desk.files - left_out, desk.images)


def _images(desk: _Desk, gone: frozenset[str]) -> frozenset[str]:
    """Return the pictures that go with the site: all but those that only what is gone shows."""
    staying = images_of((item for path, item in desk.items.items() if path not in gone), desk.shown)
    going = images_of((item for path, item in desk.items.items() if path in gone), desk.shown)
    return frozenset(desk.images - (going - staying))


def _citations(item: Item) -> Iterator[Any]:
    if isinstance(item, Procedure):
        yield from all_citations(item)
    else:
        yield from (citation for group in item.body.citations for citation in group)


def _item_problems(item: Item, house: House, catalogue: Catalogue) -> Iterator[Problem]:
    yield from byline_problems(item.byline, house)
    if isinstance(item, Procedure):
        yield from citation_problems(citations_of(item), house)
        yield from procedure_problems(item, catalogue)
    elif isinstance(item, ComparisonPage):
        yield from asked_problems(item.pick, catalogue)


def _labels(desk: _Desk) -> Iterator[Problem]:
    """Yield categories and tags of articles that cannot have a page of their own."""
    articles = [item for item in desk.items.values() if isinstance(item, Article)]
    categories: dict[str, Label] = {}
    tags: dict[str, Label] = {}
    for article in articles:
        yield from label_problems([article.category], categories)
        yield from label_problems(article.tags, tags)
