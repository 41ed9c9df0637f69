"""``/// name | argument`` blocks (pymdown-extensions) whose options we judge ourselves.

The library turns a block with an unknown or ill-typed option back into text without a word.  So the options
are read here, as nodes that know their place, and the library is told to take whatever it finds.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from plugins.editorial.code import without_fences
from plugins.editorial.marks import BLOCK, mark
from plugins.frontmatter import Mapping, Place, Problem, Refusal, parse_yaml, refuse
from plugins.frontmatter.nodes import describe, shorten, typed
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_START = re.compile(
    r"(?P<indent> *)/{3,} *(?P<name>[\w-]*) *(?P<stray>[^| ][^|]*)?(?:\| *(?P<argument>.*?) *)?"
)
_BEHIND_A_SIGN = re.compile(r" *(?:\d+\.|[>*+:-]|\[\^[^\]]+\]:)[ >*+-]*/{3,} *(?P<name>[\w-]+) *(?:\|.*)?")
_END = re.compile(r" *///+ *")
_OPTION = re.compile(r"(?: {4,}\S.*)?")


@dataclass(frozen=True, slots=True)
class Call:
    """A block as an author wrote it: its name, the text behind the bar, its options."""

    name: str
    argument: str
    options: Mapping
    place: Place

    @property
    def typed(self) -> str:
        """All that its author typed, wherever it stands, in one line."""
        return json.dumps([self.name, self.argument, typed(self.options)])


def find_calls(text: str, path: str, line: int, names: Iterable[str]) -> tuple[list[Call], list[Problem]]:
    """Return the blocks of `text`, which begins at `line` of the file `path`, and what is wrong with them."""
    calls: list[Call] = []
    problems: list[Problem] = []
    lines = enumerate(without_fences(text).split("\n"))
    for number, content in lines:
        start = _START.fullmatch(content)
        if start is None:
            problems += _inside_something(content, Place(path, line + number), lines, names)
            continue
        place = Place(path, line + number, len(start["indent"]) + 1)
        try:
            calls.append(_call(start, place, lines, names))
        except Refusal as refusal:
            problems += refusal.problems
    return calls, problems


def _inside_something(
    content: str, place: Place, lines: Iterator[tuple[int, str]], names: Iterable[str]
) -> Iterator[Problem]:
    """Yield a block behind the sign of a quotation or a list: Markdown would see it, and we would not."""
    found = _BEHIND_A_SIGN.fullmatch(content)
    if found and found["name"] in names:
        where = replace(place, column=content.index("///") + 1)
        expected = f"an empty line, then /// {found['name']} at the start of a line"
        yield Problem(where, f'the block "{found["name"]}" stands in a quotation or a list', expected)
        next((rest for _, rest in lines if _END.fullmatch(rest.replace(">", " "))), None)  # go on after it


def _call(start: re.Match[str], place: Place, lines: Iterator[tuple[int, str]], names: Iterable[str]) -> Call:
    name = start["name"]
    if not name:
        raise refuse(
            place, "the end of a block that never began", expected=f"/// {next(iter(names), 'name')} above it"
        )
    options, closed = _options(lines, place)
    if name not in names:
        expected = f"one of: {', '.join(names)}"
        raise refuse(place, f'unknown block "{name}"', expected=expected, suggestion=nearest(name, names))
    if start["indent"]:
        expected = f"an empty line, then /// {name} at the start of a line"
        raise refuse(place, f'the block "{name}" is indented', expected=expected)
    if start["stray"]:
        expected = f"/// {name} | {shorten(start['stray'])}"
        raise refuse(place, f'no | behind the name of the block "{name}"', expected=expected)
    if not closed:
        raise refuse(place, f'the block "{name}" is not closed', expected="a line /// after its options")
    source = "\n".join(content[4:] for content in options)
    node = parse_yaml(source, place.path, line=place.line + 1, column=5)
    if not isinstance(node, Mapping):
        raise refuse(
            place, f"{describe(node)} where the block's options belong", expected="lines like    key: value"
        )
    return Call(name, (start["argument"] or "").strip(), node, place)


def _options(lines: Iterator[tuple[int, str]], place: Place) -> tuple[list[str], bool]:
    """Take the lines up to the end of a block; raises Refusal for a line that is no option."""
    options: list[str] = []
    stray: Refusal | None = None
    for _, content in lines:
        if _END.fullmatch(content):
            if stray:
                raise stray
            return options, True
        stray = stray or _stray(content, options, Place(place.path, place.line + len(options) + 1, 1))
        options.append(content)
    return options, False


def _stray(content: str, above: list[str], place: Place) -> Refusal | None:
    """Return the refusal of a line that Markdown would not take for an option."""
    if not _OPTION.fullmatch(content):
        return refuse(place, "a line of a block that is no option", expected="4 spaces, then key: value")
    if content and "" in above:
        return refuse(place, "an option below an empty line", expected="no empty line in a block")
    return None


class _AnyBlock(Block):
    """A block that takes any options and leaves a mark in a paragraph of its own."""

    ARGUMENT: ClassVar[bool | None] = None
    counter: ClassVar[str] = ""

    def _validate(self, parent: ET.Element, arg: Any, **_: Any) -> bool:
        del parent
        self.argument = arg
        self.options: dict[str, Any] = {"attrs": {}}
        return True

    def on_create(self, parent: ET.Element) -> ET.Element:
        count = self._block_mgr.trackers[self.counter]  # one for all names, emptied for each text
        number = count["calls"] = count.get("calls", -1) + 1
        paragraph = ET.SubElement(parent, "p")
        paragraph.text = mark(BLOCK, number)
        return paragraph


class CallExtension(BlocksExtension):
    """Markdown extension: leaves a numbered mark for each block that has one of `names`."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the names that authors may write after the slashes."""
        super().__init__()
        self.names = names

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:  # noqa: N802 - the library's signature
        """Register a block for each name."""
        del md
        for name in self.names:
            block_mgr.register(type("_Call", (_AnyBlock,), {"NAME": name, "counter": self.names[0]}), {})
