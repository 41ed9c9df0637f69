"""Whether the comments of one article answer each other in a way that can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Severity
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from plugins.comments.model import Comment, Reply


@dataclass(frozen=True, slots=True)
class Judged:
    """The comments whose replies are right, and what is wrong with the others."""

    comments: tuple[Comment, ...]
    problems: tuple[Problem, ...]


def judge_replies(comments: Collection[Comment], ids: Collection[str]) -> Judged:
    """Judge whom each of `comments` answers; `ids` are those of all files, be they right or wrong.

    A comment whose question is left out is left out too: alone, an answer can mean something else.
    """
    targets = {comment.id: comment.reply_to for comment in comments if comment.reply_to}
    problems = {id_: problem for id_ in targets if (problem := _wrong(id_, targets, ids))}
    present = {comment.id for comment in comments} - problems.keys()
    lonely = _lonely(present, targets)
    notices = [_left_out(targets[id_]) for id_ in sorted(lonely)]
    kept = tuple(comment for comment in comments if comment.id in present - lonely)
    return Judged(kept, (*problems.values(), *notices))


def _wrong(id_: str, targets: dict[str, Reply], ids: Collection[str]) -> Problem | None:
    target = targets[id_]
    others = [other for other in ids if other != id_]
    if target.id == id_:
        return _problem(target, "a comment that answers itself", "the id of another comment, or no reply_to")
    if target.id not in others:
        message = f'this article has no comment "{target.id}"'
        return _problem(
            target, message, "the file name of another comment, without .yaml", nearest(target.id, others)
        )
    if _comes_back(id_, targets):
        return _problem(target, "comments that answer each other in a circle", "one of them without reply_to")
    return None


def _problem(target: Reply, message: str, expected: str, suggestion: str = "") -> Problem:
    return Problem(target.place, message, expected, suggestion, field="reply_to")


def _comes_back(start: str, targets: dict[str, Reply]) -> bool:
    """Whether going from each comment to the one it answers leads back to `start`."""
    seen: set[str] = set()
    current = start
    while current in targets and current not in seen:
        seen.add(current)
        current = targets[current].id
        if current == start:
            return True
    return False


def _lonely(present: Iterable[str], targets: dict[str, Reply]) -> set[str]:
    """Return those of `present` that answer one that is absent, or one that does, and so on."""
    found: set[str] = set()
    left = set(present)
    while more := {id_ for id_ in left if id_ in targets and targets[id_].id not in left}:
        found |= more
        left -= more
    return found


def _left_out(target: Reply) -> Problem:
    message = f'left out with "{target.id}", which it answers'
    return Problem(
        target.place, message, "that comment put right", field="reply_to", severity=Severity.NOTICE
    )
