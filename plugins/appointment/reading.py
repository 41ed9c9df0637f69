"""Reading ``appointment.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import lexists
from typing import TYPE_CHECKING

from plugins.appointment.paper import HALF, MOST_LINES, lines_of
from plugins.appointment.sheet import Group, Sheet
from plugins.editorial.citations import uncited_text
from plugins.frontmatter import Mapping, Problem, Refusal, read_yaml, refuse
from plugins.frontmatter.nodes import describe
from plugins.frontmatter.readers import Key, listing, mapping

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.frontmatter import Node

LONGEST = 100  # characters of an entry: longer ones take a third line on paper


@dataclass(frozen=True, slots=True)
class Appointment:
    """What came of the file: its sheet, or what is wrong with it; neither where there is no file."""

    sheet: Sheet | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def has_page(self) -> bool:
        """Whether there is a file, and so a page once the file is right."""
        return bool(self.sheet or self.problems)


def read_appointment(path: Path, shown: str) -> Appointment:
    """Read the file `path`, called `shown` in messages.  Problems are kept in the result."""
    if not lexists(path):
        return Appointment()
    try:
        return Appointment(_sheet(read_yaml(path, shown)))
    except Refusal as refusal:
        return Appointment(problems=refusal.problems)


def _sheet(node: Node) -> Sheet:
    sheet = Sheet(**mapping(node, KEYS))
    lines = lines_of(sheet.entries, HALF)
    if lines > MOST_LINES:
        message = f"{lines} lines leave no room to write on one printed page"
        expected = (
            f"at most {MOST_LINES} in matters, questions and tell together; a heading is one line, "
            f"more than {HALF} characters are two"
        )
        raise refuse(node.place, message, expected=expected)
    return sheet


def _entry(node: Node) -> str:
    """Read what readers can mark: short enough for a narrow column on paper."""
    value = uncited_text(node)
    if len(value) > LONGEST:
        message = f"{len(value)} characters are too long for the printed page"
        raise refuse(node.place, message, expected=f"at most {LONGEST}")
    return value


def _entries(node: Node) -> tuple[str, ...]:
    found = listing(_entry)(node)
    if not found:
        raise refuse(node.place, "an empty list", expected="one or more texts")
    return found


def _groups(node: Node) -> tuple[Group, ...]:
    """Read questions by the heading that they stand under."""
    if not isinstance(node, Mapping) or not node.entries:
        found = "no heading" if isinstance(node, Mapping) else describe(node)
        message = f"{found} where headings with questions belong"
        raise refuse(node.place, message, expected="a heading, a colon, and below it a list of questions")
    keys = {_entry(entry.key): Key(_entries, required=True) for entry in node}
    return tuple(Group(name, questions) for name, questions in mapping(node, keys).items())


KEYS = {
    "title": Key(uncited_text, required=True),
    "lead": Key(uncited_text, required=True),
    "matters": Key(_entries, required=True),
    "questions": Key(_groups, required=True),
    "tell": Key(_entries, default=()),
    "caution": Key(uncited_text, default=""),
}
