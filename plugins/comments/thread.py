"""Comments of one article in the order in which they are read: each followed by its replies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.comments.model import Comment

MAX_LEVEL = 3  # on a phone, deeper ones would have no width left; they go on at this level
Answers = dict[str, list["Comment"]]  # the answers to each id, oldest first; "" has those that answer none


def thread(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return the comments that answer none, oldest first, with their replies in them."""
    answers: Answers = {}
    for comment in sorted(_named(list(comments)), key=lambda comment: (comment.date, comment.id)):
        answers.setdefault(comment.reply_to.id if comment.reply_to else "", []).append(comment)
    return tuple(_grown(comment, answers, level=1) for comment in answers.get("", []))


def _named(comments: list[Comment]) -> Iterator[Comment]:
    """Tell each reply the name of whom it answers: on the last level, only that shows who is meant."""
    names = {comment.id: comment.name for comment in comments}
    for comment in comments:
        answered = comment.reply_to
        named = answered and replace(answered, name=names.get(answered.id, ""))
        yield replace(comment, reply_to=named)


def _grown(comment: Comment, answers: Answers, level: int) -> Comment:
    if level == MAX_LEVEL:
        return comment
    last = level + 1 == MAX_LEVEL
    replies = _all_below(comment, answers) if last else answers.get(comment.id, [])
    return replace(comment, replies=tuple(_grown(reply, answers, level + 1) for reply in replies))


def _all_below(comment: Comment, answers: Answers) -> Iterator[Comment]:
    """Yield all replies, those to them, and so on; without recursion, for people can talk for long."""
    waiting = answers.get(comment.id, [])[::-1]
    while waiting:
        reply = waiting.pop()
        yield reply
        waiting += answers.get(reply.id, [])[::-1]
