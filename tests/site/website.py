"""A built site, read back: its pages as trees, where its links lead, and what its tables say.

Of the theme this knows the classes comparison (a table), facts, limits, summary, pictures, note-sign, refs,
group and hidden, that a cell of several lines is a list, and that a sign opens its note as a popover.
"""

import csv
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

PREVIEW = "http://preview.invalid"
GUIDE = "styleguide/"
LINKS = {"a": "href", "area": "href", "link": "href", "form": "action"}
ASSETS = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src", "object": "data"}


JOINER = "\u2060"  # keeps a sign on the line of its word


def words_of(node, without="sup.refs, .hidden"):
    """Return the text of a node on one line, without the parts that `without` selects."""
    copy = LexborHTMLParser(f"<div>{node.inner_html}</div>").css_first("div")
    for part in copy.css(without):
        part.decompose()
    return " ".join(copy.text(separator="").replace(JOINER, "").split())


@dataclass(frozen=True)
class Line:
    """A line of a cell as a reader has it, with its note; sources are addresses of publications."""

    words: str
    sources: tuple[str, ...] = ()
    limits: frozenset[tuple[str, str]] = frozenset()
    conflict_sources: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True)
class Table:
    """A table: the texts of its heads, and the lines of each cell by row and column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[Line, ...]]


@dataclass
class Website:
    """A folder of output; `root` is the address at which it will stand."""

    folder: Path
    root: str = PREVIEW
    trees: dict[str, LexborHTMLParser] = field(default_factory=dict, repr=False)
    known_ids: dict[str, set[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def files(self):
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @cached_property
    def pages(self):
        """The pages for readers: all but the guide of the theme, which shows samples."""
        return sorted(name for name in self.files if name.endswith(".html") and not name.startswith(GUIDE))

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def csv(self, name):
        return list(csv.reader(self.text(name).splitlines(keepends=True)))

    def tree(self, page):
        if page not in self.trees:
            self.trees[page] = LexborHTMLParser(self.text(page))
        return self.trees[page]

    def links(self, page, kinds=LINKS):
        """Return each link of a page as its element and its address."""
        return [
            (node, node.attributes[attribute] or "")
            for tag, attribute in kinds.items()
            for node in self.tree(page).css(f"{tag}[{attribute}]")
        ]

    def target(self, page, address):
        """Return the file and the fragment that a link leads to; no file for what is outside of the site."""
        if address.startswith("#"):
            return page, address[1:]
        full = urlsplit(urljoin(f"{self.root}/{page.removesuffix('index.html')}", address))
        start = urlsplit(f"{self.root}/")
        if (full.scheme, full.netloc) != (start.scheme, start.netloc) or not full.path.startswith(start.path):
            return None, full.fragment
        path = unquote(full.path.removeprefix(start.path))
        return (f"{path}index.html" if not path or path.endswith("/") else path), full.fragment

    def ids(self, page):
        if page not in self.known_ids:
            self.known_ids[page] = {node.attributes["id"] for node in self.tree(page).css("[id]")}
        return self.known_ids[page]

    def publications(self, page, node, back=""):
        """Follow the source links below a node to the list at the end of the page, and from there outside.

        `back` is the id that the list must lead back to, if not that of the link itself.
        """
        found = []
        for link in node.css('a[href^="#source-"]'):
            entry = self.tree(page).css_first(link.attributes["href"])
            ids = [item.attributes["id"] for item in entry.parent.css("li")]
            number = ids.index(entry.attributes["id"]) + 1
            assert words_of(link, "span").split()[0] == str(number), f"{page}: a link says another number"
            way_back = back or link.attributes["id"]
            assert entry.css_matches(f'a[href="#{way_back}"]'), f"{page}: no way back from a source"
            found.append(entry.css_first("a").attributes["href"])
        return tuple(found)

    def line(self, page, node):
        """Read one line of a cell and the note that its sign opens."""
        limits, sources = set(), {"Source": (), "Sources": (), "Sources differ": ()}
        for there, sign in self._signs(page, node):
            note = self.tree(there).css_first(f"#{sign.attributes['popovertarget']}")
            assert "popover" in note.attributes, f"{there}: a note that no sign can open"
            assert words_of(note.css_first("b")) == words_of(sign, "span"), (
                f"{there}: a sign with another number"
            )
            for pair in note.css("dl > div"):
                label, told = words_of(pair.css_first("dt")), pair.css_first("dd")
                if label in sources:
                    sources[label] = self.publications(there, told, sign.attributes["id"])
                if not label.startswith("Source") or label == "Sources differ":
                    limits.add((label, words_of(told, "a").rstrip(" ,")))
        words = words_of(node, "sup.refs, .hidden, .note-sign, .pictures, .limits, .summary")
        context = " ".join(words_of(part) for part in node.css("p.limits"))
        own = sources["Source"] or sources["Sources"]
        return Line(words, own, frozenset(limits), sources["Sources differ"], context)

    def _signs(self, page, node):
        """Yield the signs that open the notes of a line, here or on the page of its procedure."""
        yield from ((page, sign) for sign in node.css(".note-sign button"))
        for link in node.css(".note-sign a"):
            there, name = self.target(page, link.attributes["href"])
            place = self.tree(there).css_first(f"#{name}")
            if place.tag == "button":
                yield there, place

    def _summed(self, page, node):
        """Read a cell whose one line sums up what the page of its procedure tells, and leads there."""
        link = node.css_first(".note-sign a")
        if not link:
            return None
        there, name = self.target(page, link.attributes["href"])
        place = self.tree(there).css_first(f"#{name}")
        if place.tag != "dt":
            return None
        lines = [self.line(there, told) for told in place.parent.css("dd:not(.summary)")]
        words = words_of(node, ".note-sign")
        assert words_of(place.parent.css_first("dd.summary")) == words, f"{there} says something else"
        return Line(words, tuple(dict.fromkeys(url for line in lines for url in line.sources)))

    def cell(self, page, node):
        """Read the lines of a cell, its summary first."""
        if len(node.css(".note-sign")) == 1 and (line := self._summed(page, node)):
            return (line,)
        summary = [Line(words_of(part)) for part in node.css("p.summary")]
        return (*summary, *(self.line(page, item) for item in node.css("ul > li") or [node]))

    def tables(self, page):
        """Yield the comparison tables of a page in its order."""
        for table in self.tree(page).css("table.comparison"):
            columns = tuple(self._head(node) for node in table.css("thead th"))
            rows = table.css("tbody tr")
            heads = tuple(self._head(row.css_first("th")) for row in rows)
            cells = {
                (head, column): self.cell(page, cell)
                for head, row in zip(heads, rows, strict=True)
                for column, cell in zip(columns[1:], row.css("td"), strict=True)
            }
            caption = words_of(table.css_first("caption"), "small")
            yield Table(caption, columns[1:], heads, cells)

    @staticmethod
    def _head(node):
        return words_of(node, "small, .group, .hidden")

    def facts(self, page):
        """Return what the page of a procedure says, by the label of the fact."""
        found = {}
        for item in self.tree(page).css("dl.facts > div"):
            label = words_of(item.css_first("dt"), "small")
            assert label not in found, f"{page}: two facts have the label {label}"
            found[label] = tuple(self.line(page, line) for line in item.css("dd"))
        return found
