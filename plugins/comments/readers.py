"""What the keys of a comment may hold."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from plugins.comments.model import MAX_NAME, MAX_TEXT, Reply
from plugins.frontmatter import refuse
from plugins.frontmatter.files import CONTROL
from plugins.frontmatter.readers import Reader, moment, slug, text

if TYPE_CHECKING:
    from plugins.frontmatter import Node

NEVER_STORED = "e-mail addresses are never stored in the repository"
# Asks for no more than what stands beside the @, so that a long text is searched in one go.
_EMAIL = re.compile(r"[\w+.~-]@[\w-]+\.\w")
_MINUTE = dt.timedelta(minutes=1)


def plain_text(limit: int) -> Reader[str]:
    """Return a reader of a text of up to `limit` characters, safe to show and without e-mail addresses."""

    def read(node: Node) -> str:
        value = text(node)
        if len(value) > limit:
            raise refuse(node.place, f"{len(value):,} characters are too long", expected=f"at most {limit:,}")
        _refuse_hidden(value, node)
        if _EMAIL.search(value):  # not repeated in the message: messages are kept in logs
            raise refuse(
                node.place, f"holds an e-mail address; {NEVER_STORED}", expected="the words without it"
            )
        return value

    return read


def _refuse_hidden(value: str, node: Node) -> None:
    """Refuse control characters written as YAML escapes: reading the file cannot see those."""
    if control := CONTROL.search(value.replace("\r", "\x00")):
        code = ord(value[control.start()])
        raise refuse(node.place, f"control character U+{code:04X}", expected="text without it; delete it")


def name(node: Node) -> str:
    """Read the name that a comment is signed with."""
    value = plain_text(MAX_NAME)(node)
    if "\n" in value:
        raise refuse(node.place, "a name of several lines", expected="one line")
    return value


comment_text = plain_text(MAX_TEXT)


def reply_to(node: Node) -> Reply:
    """Read the id of the comment that is answered."""
    return Reply(slug(node), node.place)


def past(now: dt.datetime) -> Reader[dt.datetime]:
    """Return a reader of a date with time and offset that is not after `now`."""

    def read(node: Node) -> dt.datetime:
        value = moment(node)
        if (value.utcoffset() or dt.timedelta()) % _MINUTE:  # HTML has no way to write it
            raise refuse(node.place, "an offset with seconds", expected="hours and minutes, like -05:00")
        if value > now:
            raise refuse(
                node.place, f'"{text(node)}" lies in the future', expected="when the comment was written"
            )
        return value

    return read
