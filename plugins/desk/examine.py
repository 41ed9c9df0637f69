"""Reading and judging a whole content folder, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.comments import read_comments
from plugins.desk.edition import Edition
from plugins.desk.files import walk
from plugins.desk.links import link_problems, without_links_to
from plugins.editorial import House, read_article, read_body, read_house, read_page
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
from plugins.procedures.catalogue import all_citations, asked_problems, block_problems, procedure_problems
from plugins.procedures.model import ComparisonPage, Procedure
from plugins.procedures.rules import citations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from plugins.editorial import Body
    from plugins.editorial.posts import Label

Item = Article | Page | Procedure | ComparisonPage
BLOCKS = (COMPARE,)


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
    """What is gathered while a folder is read."""

    root: Path
    shown: str
    house: House
    fields: tuple[Field, ...]
    converter: Converter
    items: dict[str, Item] = field(default_factory=dict)
    addresses: dict[str, Place] = field(default_factory=dict)
    slugs: dict[str, set[str]] = field(default_factory=dict)  # all slugs of a folder, right or wrong
    files: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, refusal: Refusal) -> None:
        self.problems += refusal.problems


def examine(content: Path, shown: str) -> Edition:
    """Read and judge everything in the folder `content`, called `shown` in messages."""
    house = read_house(content, shown)
    desk = _Desk(content, shown, house, (), converter(BLOCKS))
    desk.problems += house.problems
    try:
        desk.fields = read_fields(content / "fields.yaml", f"{shown}/fields.yaml")
    except Refusal as refusal:
        desk.take(refusal)
    for kind in kinds(desk.fields):
        _read_kind(desk, kind)
    if not _stands(desk):
        return Edition(house, None, {}, {}, frozenset(), tuple(in_file_order(_known_only(desk))))
    return _judged(desk)


def _stands(desk: _Desk) -> bool:
    """Whether all that everything rests on could be read: fields, sources, people, and who the clinic is."""
    house = desk.house
    shared = {f"{desk.shown}/{name}" for name in ("fields.yaml", "site.yaml")}
    broken = any(problem.place.path in shared for problem in desk.problems)
    return not (broken or _unread(house.sources) or _unread(house.people))


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
    if not folder.is_dir():
        return
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
    desk.slugs[kind.folder].add(path.stem)
    try:
        document = read_document(path, name, plain=kind.plain)
    except Refusal as refusal:
        desk.take(refusal)
        return
    typed = document.header.get("slug")
    if isinstance(typed, Scalar) and typed.text:
        desk.slugs[kind.folder].discard(path.stem)
        desk.slugs[kind.folder].add(typed.text)
    body = _read_body(desk, document)
    try:
        item = kind.read(document, body)
    except Refusal as refusal:
        desk.take(refusal)
        return
    _claim(desk, kind.address.format(item.slug), item)


def _read_body(desk: _Desk, document: Document) -> Body:
    from plugins.editorial import Body

    try:
        return read_body(document, desk.converter, BLOCKS)
    except Refusal as refusal:
        desk.take(refusal)
        return Body()


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
    slugs = set(desk.slugs["articles"])
    comments, found = read_comments(desk.root / "comments", f"{desk.shown}/comments", slugs)
    desk.problems += found
    everything = _catalogue(desk, frozenset())
    for item in desk.items.values():
        desk.problems += _item_problems(item, house, everything)
    desk.problems += _labels(desk)
    desk.problems += link_problems(desk.root, desk.shown, desk.items, desk.files, everything)
    desk.problems += unused_sources({c.key for item in desk.items.values() for c in _citations(item)}, house)
    desk.problems += unfilled(house)
    left_out = frozenset(p.place.path for p in desk.problems if p.severity is Severity.ERROR) & desk.files
    if left_out:
        desk.items = {path: without_links_to(left_out, item, desk.shown) for path, item in desk.items.items()}
    posts = {
        path.removeprefix(f"{desk.shown}/"): item
        for path, item in desk.items.items()
        if isinstance(item, Page) and path not in left_out
    }
    return Edition(
        house=house,
        catalogue=_catalogue(desk, left_out),
        posts=posts,
        comments=comments,
        left_out=left_out,
        problems=tuple(in_file_order(desk.problems)),
    )


def _catalogue(desk: _Desk, left_out: frozenset[str]) -> Catalogue:
    good = [item for path, item in desk.items.items() if path not in left_out]
    procedures = {item.slug: item for item in good if isinstance(item, Procedure)}
    comparisons = tuple(item for item in good if isinstance(item, ComparisonPage))
    return Catalogue(
        desk.fields, procedures, comparisons, frozenset(desk.slugs["procedures"] - set(procedures))
    )


def _citations(item: Item) -> Iterator[Any]:
    if isinstance(item, Procedure):
        yield from all_citations(item)
    else:
        yield from (citation for group in item.body.citations for citation in group)


def _item_problems(item: Item, house: House, catalogue: Catalogue) -> Iterator[Problem]:
    yield from body_problems(item.body, house)
    yield from byline_problems(item.byline, house)
    yield from block_problems(item.body, catalogue)
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
