"""SVG drawings: passed on as they are, so they may hold nothing that acts or comes from elsewhere.

A doctype that declares entities is refused before any of them counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from plugins.frontmatter.nodes import shorten
from plugins.media.refusal import DAMAGED, UnfitError

_EXPECTED = "a drawing without scripts, motion and parts from elsewhere (in Inkscape: save as Plain SVG)"
_ROOT = "http://www.w3.org/2000/svg svg"
_ACTIVE = frozenset(
    "script handler foreignobject iframe object embed audio video animate animatecolor animatemotion "
    "animatetransform discard mpath set".split()
)
_LINKS = frozenset(("href", "src"))
_ELSEWHERE = re.compile(r"@import|url\(\s*+[\"']?+\s*+(?!#)|\\", re.IGNORECASE)  # \ hides letters in CSS
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")
_BOX = re.compile(r"[^\s,]+")
_BOX_PARTS = 4


@dataclass(frozen=True)
class Drawing:
    """An SVG file, and its size in CSS pixels where it tells one."""

    data: bytes
    size: tuple[int, int] | None


def read_drawing(data: bytes) -> Drawing:
    """Return the drawing that `data` is.  Raises UnfitError."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.ProcessingInstructionHandler = reading.instruction
    parser.StartElementHandler = reading.element
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's functions take no names
    except (expat.ExpatError, LookupError, ValueError):  # the last two: of an encoding that it does not know
        raise UnfitError(*DAMAGED) from None
    return Drawing(data, _size(reading.root))


@dataclass
class _Reading:
    """Refuses what a drawing may not hold as soon as it is seen, and keeps the attributes of its root."""

    root: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    style: list[str] = field(default_factory=list)

    def doctype(self, name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise UnfitError(f"declares entities (<!DOCTYPE {shorten(name)} [...]>)", _EXPECTED)

    def instruction(self, target: str, _: str) -> None:
        raise UnfitError(f"holds an instruction (<?{shorten(target)} ...?>)", _EXPECTED)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if not self.open and name != _ROOT:
            raise UnfitError(
                "is no SVG drawing", 'a file that begins with <svg xmlns="http://www.w3.org/2000/svg">'
            )
        if tag.lower() in _ACTIVE:
            raise UnfitError(f"holds <{tag}>", _EXPECTED)
        for attribute, value in attributes.items():
            _judge_attribute(_local(attribute), value)
        self.root = self.root or attributes
        self.open.append(tag)

    def text(self, words: str) -> None:
        if self.open[-1].lower() == "style":
            self.style.append(words)

    def end(self, _: str) -> None:
        if self.open.pop().lower() == "style":
            _judge_style("".join(self.style))


def _local(name: str) -> str:
    """Return a name without its namespace, which expat puts before it."""
    return name.rpartition(" ")[2]


def _judge_attribute(name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise UnfitError(f"holds {name}=, which acts", _EXPECTED)
    if name.lower() in _LINKS and not value.strip().startswith("#"):
        raise UnfitError(f'refers to "{shorten(value)}"', _EXPECTED)
    _judge_style(value)


def _judge_style(value: str) -> None:
    if found := _ELSEWHERE.search(value):
        raise UnfitError(f'refers to something else ("{shorten(value[found.start() :], 30)}")', _EXPECTED)


def _size(root: dict[str, str]) -> tuple[int, int] | None:
    """Return width and height, or those of the viewBox, in whole pixels; None where neither is told."""
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    told = [found[1] for found in lengths if found]
    if len(told) < len(lengths):
        box = _BOX.findall(root.get("viewBox", ""))
        found = [_LENGTH.fullmatch(part) for part in box[2:]]
        told = [part[1] for part in found if part] if len(box) == _BOX_PARTS else []
    sides = [round(float(length)) for length in told]
    return (sides[0], sides[1]) if len(sides) == len(lengths) and all(sides) else None
