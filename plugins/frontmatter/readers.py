"""Small readers that turn a node into a value, or raise Refusal; and the ways to combine them.

A reader is any function from a node to a value.  Those that read parts (`mapping`, `listing`) go on after
a refusal and raise once, with all that was wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from typing import Any, TypeVar

from plugins.frontmatter.files import CONTROL, unwanted
from plugins.frontmatter.nodes import Mapping, Node, Scalar, Sequence, describe, shorten
from plugins.frontmatter.problems import Problem, Refusal, nearest, refuse

T = TypeVar("T")
Reader = Callable[[Node], T]
MAX_SLUG = 100  # longer ones do not fit a file name with its neighbours on every system
_FIRST_ZONE = datetime.timedelta(hours=14)  # where the day begins first, UTC+14
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB = re.compile(r"https?://(?:[^\W_][\w.-]*)(?::[0-9]+)?(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True)
class Key:
    """How the value of one key is read; a missing or empty one gives `default`."""

    read: Reader[Any]
    required: bool = False
    default: Any = None


def text(node: Node) -> str:
    """Read a text that is not empty."""
    if not isinstance(node, Scalar) or not node.text:
        raise refuse(node.place, f"{describe(node)} where a text belongs", expected="a text")
    if control := CONTROL.search(node.text):  # an escape in quotes, like "\x00"
        raise unwanted(node.text[control.start()], node.place)
    return node.text


def word_of(*choices: str) -> Reader[str]:
    """Return a reader of one of `choices`."""

    def read(node: Node) -> str:
        value = text(node)
        if value in choices:
            return value
        expected = f"one of: {', '.join(choices)}" if choices else "nothing: there are no choices"
        raise refuse(
            node.place,
            f'"{shorten(value)}" is not a choice',
            expected=expected,
            suggestion=nearest(value, choices),
        )

    return read


def date(node: Node) -> datetime.date:
    """Read an ISO date; ``03/04/2024`` is two different days on two sides of an ocean."""
    value = text(node)
    try:
        if _ISO_DATE.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        raise refuse(
            node.place, f'"{value}" is not a day of the calendar', expected="a date like 2026-10-05"
        ) from None
    raise refuse(node.place, f'"{shorten(value)}" is not a date', expected="year-month-day, like 2026-10-05")


def past_date(node: Node) -> datetime.date:
    """Read an ISO date that is not in the future anywhere on earth."""
    day = date(node)
    if day > (datetime.datetime.now(tz=datetime.UTC) + _FIRST_ZONE).date():
        raise refuse(node.place, f'"{day}" is in the future', expected="today, or an earlier day")
    return day


def moment(node: Node) -> datetime.datetime:
    """Read an ISO date with time and offset, like 2026-10-07T14:05:00-05:00."""
    value = text(node)
    expected = "date, time and offset, like 2026-10-07T14:05:00-05:00"
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        raise refuse(node.place, f'"{shorten(value)}" is not a date with time', expected=expected) from None
    if moment.tzinfo is None:
        raise refuse(node.place, f'"{value}" has no offset from UTC', expected=expected)
    return moment


def slug(node: Node) -> str:
    """Read the part of an address that names a page: a-z, 0-9 and single hyphens."""
    value = text(node)
    if not _SLUG.fullmatch(value):
        expected = "small letters a to z, digits and single hyphens, like first-visit"
        raise refuse(node.place, f'"{shorten(value)}" cannot be an address', expected=expected)
    if len(value) > MAX_SLUG:
        raise refuse(node.place, f"{len(value)} characters are too long", expected=f"at most {MAX_SLUG}")
    return value


def web_address(node: Node) -> str:
    """Read an http or https address."""
    value = text(node)
    if not _WEB.fullmatch(value):
        raise refuse(node.place, f'"{shorten(value)}" is not a web address', expected="https://...")
    return value


def truth(node: Node) -> bool:
    """Read true or false."""
    return word_of("true", "false")(node) == "true"


def listing(read: Reader[T], *, of: str = "a list") -> Reader[tuple[T, ...]]:
    """Return a reader of a list whose items `read` reads; it refuses an item given twice."""

    def read_all(node: Node) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            raise refuse(node.place, f"{describe(node)} where a list belongs", expected=f"{of}, like [a, b]")
        values: list[T] = []
        seen: set[T] = set()
        problems: list[Problem] = []
        for number, item in enumerate(node.items, 1):
            try:
                value = read(item)
            except Refusal as refusal:
                problems += [problem.inside(f"[{number}]") for problem in refusal.problems]
                continue
            if value in seen:
                problems.append(Problem(item.place, f"{describe(item)} is listed twice", "it once"))
            values.append(value)
            seen.add(value)
        if problems:
            raise Refusal(*problems)
        return tuple(values)

    return read_all


def one_or_more(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """Return a reader of one value or a list of them."""
    many = listing(read)
    return lambda node: many(node) if isinstance(node, Sequence) else (read(node),)


def mapping(
    node: Node, keys: AbstractMapping[str, Key], *, elsewhere: AbstractMapping[str, str] | None = None
) -> dict[str, Any]:
    """Read a mapping: a value for each of `keys`.  Unknown keys are refused with the nearest known one.

    `elsewhere` names keys that are right in another place, and says how they are written there: these are
    offered as well when a key is unknown.
    """
    if not isinstance(node, Mapping):
        raise refuse(node.place, f"{describe(node)} where keys with values belong", expected=_listed(keys))
    problems: list[Problem] = []
    values = {name: key.default for name, key in keys.items()}
    given: set[str] = set()
    for entry in node:
        name = entry.key.text
        given.add(name)
        if name not in keys:
            offered = {**(elsewhere or {}), **{key: key for key in keys}}
            suggestion = offered.get(nearest(name, offered), "")
            given.add(suggestion)  # a misspelt key is not missing as well
            message = f'unknown key "{shorten(name)}"'
            problems.append(Problem(entry.key.place, message, _listed(keys), suggestion))
        elif not (isinstance(entry.value, Scalar) and entry.value.empty):
            try:
                values[name] = keys[name].read(entry.value)
            except Refusal as refusal:
                problems += [problem.inside(name) for problem in refusal.problems]
        elif keys[name].required:
            problems.append(Problem(entry.key.place, f'"{name}" is empty', "a value"))
    missing = [name for name, key in keys.items() if key.required and name not in given]
    problems += [Problem(node.place, f'"{name}" is missing', f"a line {name}: ...") for name in missing]
    if problems:
        raise Refusal(*problems)
    return values


def _listed(keys: Iterable[str]) -> str:
    return f"keys: {', '.join(keys)}"
