"""The text of a page as words by heading: what is left when markup and typography are taken away."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from plugins.editorial.marks import BLOCK, CITE, DETAIL, fill
from plugins.editorial.review.normal import normal
from plugins.frontmatter import Mapping, Scalar

if TYPE_CHECKING:
    from plugins.editorial.blocks import Call
    from plugins.editorial.body import Body
    from plugins.frontmatter import Node

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_INLINE = set("a abbr b cite code del dfn em i ins kbd mark q s samp small span strong time u var".split())
_RAISED = {"sup": "^", "sub": "_"}
_LEADING = ("href", "src", "alt")  # where a link leads and what a picture shows are part of what is said


@dataclass(frozen=True, slots=True)
class Section:
    """The words below a heading; the heading is empty for what stands above the first."""

    heading: str
    words: str


def sections(body: Body) -> tuple[Section, ...]:
    """Return the text of `body` by heading; citations stand in it as the keys of their sources."""
    reader = _Sections()
    reader.feed(_marks_as_words(body))
    reader.close()
    found = (Section(normal("".join(head)), normal("".join(words))) for head, words in reader.parts)
    return tuple(section for section in found if section.heading or section.words)


def _marks_as_words(body: Body) -> str:
    html = fill(body.html, BLOCK, lambda number: f"<p>{_call_words(body.calls[number])}</p>")
    html = fill(html, CITE, lambda n: f" [{' '.join(sorted({c.key for c in body.citations[n]}))}]")
    return fill(html, DETAIL, lambda number: f"[{body.details[number].name}]")


def _call_words(call: Call) -> str:
    """Return a block as words: what it shows of other pages is for others to add."""
    text = f"[{call.name}: {call.argument}; {_node_words(call.options)}]"
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _node_words(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        entries = sorted(f"{entry.key.text}: {_node_words(entry.value)}" for entry in node)
        return ", ".join(entries)
    return " ".join(_node_words(item) for item in node.items)


class _Sections(HTMLParser):
    """Gathers the words of each heading and of what stands below it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[list[str], list[str]]] = [([], [])]
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self.parts.append(([], []))
            self.in_heading = True
        self._add(_RAISED.get(tag) or ("" if tag in _INLINE else " "))
        for name, value in attrs:
            if name in _LEADING and value:
                self._add(f"<{value}> ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.in_heading = False
        self._add("" if tag in _INLINE or tag in _RAISED else " ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, words: str) -> None:
        heading, text = self.parts[-1]
        (heading if self.in_heading else text).append(words)
