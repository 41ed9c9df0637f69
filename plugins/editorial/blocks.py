"""``/// name | argument`` blocks (pymdown-extensions) whose options we judge ourselves.

The library turns a block with an unknown or ill-typed option back into text without a word.  So the options
are read here, as nodes that know their place, and the library is told to take whatever it finds.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from plugins.editorial.marks import BLOCK, mark
from plugins.frontmatter import Mapping, Place, Problem, Refusal, parse_yaml, refuse
from plugins.frontmatter.nodes import describe
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FENCE = re.compile(r"(```+|~~~+)")
_START = re.compile(r"(?P<indent> *)/{3,} *(?P<name>[\w-]*) *(?:\| *(?P<argument>.*?) *)?")
_END = re.compile(r" *///+ *")
_OPTION = re.compile(r"(?: {4,}\S.*)?")


@dataclass(frozen=True, slots=True)
class Call:
    """A block as an author wrote it: its name, the text behind the bar, its options."""

    name: str
    argument: str
    options: Mapping
    place: Place


def find_calls(text: str, path: str, line: int, names: Iterable[str]) -> tuple[list[Call], list[Problem]]:
    """Return the blocks of `text`, which begins at `line` of the file `path`, and what is wrong with them."""
    calls: list[Call] = []
    problems: list[Problem] = []
    lines = _outside_code(text.split("\n"))
    for number, content in lines:
        start = _START.fullmatch(content)
        if start is None:
            continue
        place = Place(path, line + number, len(start["indent"]) + 1)
        try:
            calls.append(_call(start, place, lines, names))
        except Refusal as refusal:
            problems += refusal.problems
    return calls, problems


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines that stand outside fenced code."""
    fence = ""
    for number, content in enumerate(lines):
        opened = _FENCE.match(content)
        if opened and not fence:
            fence = opened[1]
        elif fence:
            fence = "" if content.startswith(fence) else fence
        else:
            yield number, content


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
        if not _OPTION.fullmatch(content) and stray is None:
            where = Place(place.path, place.line + len(options) + 1, 1)
            stray = refuse(where, "a line of a block that is no option", expected="4 spaces, then key: value")
        options.append(content)
    return options, False


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
