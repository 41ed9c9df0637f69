"""Reading one content file: all that follows from what it holds, its name and the clinic's fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from plugins.desk.days import days
from plugins.desk.references import References, once, references
from plugins.editorial import Body, read_article, read_body, read_page
from plugins.editorial.citations import Citation, citations_in
from plugins.editorial.limits import READING_SECONDS
from plugins.editorial.posts import Article, Page
from plugins.editorial.words import word_problems
from plugins.frontmatter import Document, Problem, Refusal
from plugins.frontmatter.header import document_of
from plugins.frontmatter.nodes import Scalar
from plugins.procedures import COMPARE, Field, read_comparison, read_procedure
from plugins.procedures.model import ComparisonPage, Procedure
from plugins.procedures.rules import PROCEDURE_RULES, citations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.editorial.markdown_html import Converter

T = TypeVar("T")
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


@dataclass(frozen=True, slots=True)
class Flaws:
    """What is wrong with a file: why it is refused, what its words do wrong, what its facts alone do."""

    refusals: tuple[Problem, ...] = ()
    words: tuple[Problem, ...] = ()
    facts: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What came of a file beside its item and its text.

    `slugs` are those that it has, or may mean to have; `sources` are what its header cites where that is
    right, `cited` where it is not.
    """

    slugs: tuple[str, ...]
    references: References = field(default=References())
    sources: tuple[str, ...] = ()
    cited: tuple[Citation, ...] = ()
    flaws: Flaws = field(default=Flaws())


@dataclass(frozen=True)
class Reading:
    """All that came of a file; without an item it is refused, without a body it could not be taken apart."""

    outline: Outline
    item: Item | None = None
    body: Body | None = None
    read_on: str = ""
    """The days on which it holds (see days.py); "" where it took so long that it may come out otherwise."""
    head: str = field(default="", compare=False)
    """A digest of all but the text and the facts."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of the file `path`, and what it refers to: the text itself is needed of few."""

    path: str
    references: References
    body: Body


@dataclass(frozen=True)
class FileReader:
    """Reads files of all kinds; `known` are the abbreviations that need no explanation.

    Words are looked at where they are `english`: the rules are for no other language.
    """

    fields: tuple[Field, ...]
    known: frozenset[str]
    english: bool
    converter: Converter

    def read(self, kind: Kind, name: str, data: bytes) -> Reading:
        """Return what comes of the file called `name` in messages, which holds `data`."""
        start = monotonic()
        try:
            document = document_of(data, name, plain=kind.plain)
        except Refusal as refusal:
            return Reading(Outline((stem(name),), flaws=Flaws(refusal.problems)), read_on=days())
        refusals: list[Problem] = []
        body = _or_refusal(lambda: read_body(document, self.converter, BLOCKS), refusals) or Body()
        item = _or_refusal(lambda: kind.read(document, body), refusals)
        procedure = item if isinstance(item, Procedure) else None
        flaws = Flaws(
            tuple(refusals),
            tuple(word_problems(document, self.known)) if self.english else (),
            tuple(_fact_problems(procedure, self.fields)) if procedure else (),
        )
        outline = Outline(
            (item.slug,) if item else once((stem(name), *_typed_slug(document))),
            references(body),
            once(citation.key for citation in citations_of(procedure)) if procedure else (),
            () if item else tuple(citations_in(document.header)),
            flaws,
        )
        slow = monotonic() - start > READING_SECONDS
        return Reading(outline, item, body, "" if slow else days())


def _or_refusal(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """Return what `read` gives, or None where it refuses; all that is wrong is told, not the first alone."""
    try:
        return read()
    except Refusal as refusal:
        problems += refusal.problems
        return None


def is_another_text(before: Reading, after: Reading) -> bool:
    """Tell whether all is equal but the text: what it refers to, what is wrong with it, and its header."""
    return bool(before.item and after.item) and before.head == after.head


def stem(name: str) -> str:
    """Return what the name of a file says of its page."""
    return name.rpartition("/")[2].removesuffix(".md")


def _typed_slug(document: Document) -> tuple[str, ...]:
    """Return the slug in the header, be it right or wrong."""
    typed = document.header.get("slug")
    return (typed.text,) if isinstance(typed, Scalar) and typed.text else ()


def _fact_problems(procedure: Procedure, fields: tuple[Field, ...]) -> Iterator[Problem]:
    """Yield what is wrong with the facts of a procedure, whatever else there is."""
    for rule in PROCEDURE_RULES:
        yield from rule(procedure, fields)
