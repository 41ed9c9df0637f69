"""A file ``<id>.yaml`` to a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.comments.model import Comment
from plugins.comments.readers import NEVER_STORED, comment_text, name, past, reply_to
from plugins.frontmatter import Mapping, Place, Problem, Refusal, Scalar, read_yaml
from plugins.frontmatter.readers import Key, mapping, slug

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from plugins.frontmatter import Entry, Node


def read_comment(path: Path, shown: str, now: dt.datetime) -> Comment:
    """Return the comment of the file `path`, called `shown` in messages.  Raises Refusal."""
    keys = {
        "name": Key(name, required=True),
        "date": Key(past(now), required=True),
        "text": Key(comment_text, required=True),
        "reply_to": Key(reply_to),
    }
    return Comment(id=_identity(path, shown), **_values(read_yaml(path, shown), keys))


def _identity(path: Path, shown: str) -> str:
    """Return the id, which is the file's name: it becomes a part of the comment's address."""
    try:
        return slug(Scalar(Place(shown), path.stem))
    except Refusal as refusal:
        raise Refusal(*(problem.inside("file name") for problem in refusal.problems)) from None


def _values(node: Node, keys: dict[str, Key]) -> dict[str, Any]:
    """Read `keys`, and say of a key for an e-mail address more than that it is unknown."""
    addresses = [entry for entry in node if _is_email(entry)] if isinstance(node, Mapping) else []
    problems = [
        Problem(entry.key.place, f'key "{entry.key.text}": {NEVER_STORED}', "no such line")
        for entry in addresses
    ]
    try:
        values = mapping(_without(node, addresses), keys)
    except Refusal as refusal:
        raise Refusal(*problems, *refusal.problems) from None
    if problems:
        raise Refusal(*problems)
    return values


def _is_email(entry: Entry) -> bool:
    letters = "".join(filter(str.isalpha, entry.key.text.casefold()))
    return letters in {"email", "mail", "emailaddress", "mailaddress"}


def _without(node: Node, entries: list[Entry]) -> Node:
    if not isinstance(node, Mapping):
        return node
    return Mapping(node.place, tuple(entry for entry in node if entry not in entries))
