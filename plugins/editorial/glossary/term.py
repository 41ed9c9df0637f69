"""One entry of ``glossary.yaml``: a term, what it means, and where that is from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.editorial.citations import Citation, source_key, uncited_text
from plugins.editorial.rules import label_slug
from plugins.frontmatter import Place, refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import Key, mapping, one_or_more

if TYPE_CHECKING:
    from plugins.frontmatter import Entry, Node

ADDRESS = "glossary/"


@dataclass(frozen=True, slots=True)
class Name:
    """A word or an abbreviation as it was written, and where."""

    words: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """What a word means; `stands_for` are the words that an abbreviation stands for ("" for a word).

    `also` are other forms that mean the same.
    """

    name: Name
    meaning: str
    stands_for: str
    also: tuple[Name, ...]
    sources: tuple[Citation, ...]

    @property
    def says(self) -> str:
        """All that is said of the term, in sentences."""
        return " ".join(_sentence(text) for text in (self.stands_for, self.meaning) if text)

    @property
    def anchor(self) -> str:
        """The id of the term on a page; its start keeps it apart from the ids of the page."""
        return f"term-{label_slug(self.name.words)}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def name(node: Node) -> Name:
    """Read a word or an abbreviation."""
    words = uncited_text(node)
    if not any(map(str.isalpha, words)):
        raise refuse(node.place, f'"{shorten(words)}" has no letters', expected="a word or an abbreviation")
    return Name(" ".join(words.split()), node.place)


KEYS = {
    "meaning": Key(uncited_text, default=""),
    "stands_for": Key(uncited_text, default=""),
    "also": Key(one_or_more(name), default=()),
    "sources": Key(one_or_more(source_key), default=()),
}


def read_term(entry: Entry) -> Term:
    """Read one entry of the file.  Raises Refusal."""
    term = Term(name(entry.key), **mapping(entry.value, KEYS))
    if not term.says:
        expected = "meaning: ..., or stands_for: ... for an abbreviation"
        raise refuse(term.name.place, "no meaning", expected=expected)
    if term.meaning and not term.sources:
        expected = "sources: [...] with keys of sources.yaml"
        raise refuse(term.name.place, "a meaning without a source", expected=expected)
    return term
