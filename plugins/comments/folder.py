"""The folder of comments: a folder for each article, a file for each comment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from plugins.comments.comment_file import read_comment
from plugins.comments.listing import a_comment, a_folder, listing_of
from plugins.comments.replies import judge_replies
from plugins.comments.thread import thread
from plugins.frontmatter import Place, Problem, Refusal
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from plugins.comments.model import Comment

Threads = dict[str, tuple["Comment", ...]]


def read_comments(
    folder: Path, shown: str, known: Collection[str], *, now: dt.datetime | None = None
) -> tuple[Threads, list[Problem]]:
    """Return the comments of each article by its slug, and what is wrong with the others.

    `shown` names `folder` in messages, `known` are the slugs of all articles.  Comments later than `now`
    (with an offset; the clock's time unless given) are refused.  A missing folder is a site without comments.
    """
    now = now or dt.datetime.now(dt.UTC)
    try:
        slugs, problems = listing_of(folder, shown, a_folder)
    except Refusal as refusal:
        return {}, [*refusal.problems]
    threads: Threads = {}
    for slug in slugs:
        try:
            threads[slug], more = _read_article(folder / slug, f"{shown}/{slug}", known, now)
            problems += more
        except Refusal as refusal:
            problems += refusal.problems
    return {slug: comments for slug, comments in threads.items() if comments}, problems


def _read_article(
    folder: Path, shown: str, known: Collection[str], now: dt.datetime
) -> tuple[tuple[Comment, ...], list[Problem]]:
    """Read the comments of one article.  Raises Refusal."""
    if folder.name not in known:
        raise Refusal(_unknown(folder.name, shown, known))
    names, problems = listing_of(folder, shown, a_comment)
    comments = []
    for name in names:
        try:
            comments.append(read_comment(folder / name, f"{shown}/{name}", now))
        except Refusal as refusal:
            problems += refusal.problems
    judged = judge_replies(comments, [name.removesuffix(".yaml") for name in names])
    return thread(judged.comments), [*problems, *judged.problems]


def _unknown(name: str, shown: str, known: Collection[str]) -> Problem:
    message = f'there is no article "{shorten(name)}"'
    return Problem(
        Place(shown), message, "a folder that is named by the slug of an article", nearest(name, known)
    )
