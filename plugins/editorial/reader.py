"""Pelican's reader for Markdown files: hands over what the edition has already read and judged."""

from __future__ import annotations

import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from plugins.editorial.posts import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.editorial.house import House
    from plugins.editorial.posts import Page

    Wrapped = Callable[[type, str], Any]

POSTS = "POSTS"  # setting: articles and pages by their path inside the content folder
HOUSE = "HOUSE"  # setting: the House
DIGESTS = "DIGESTS"  # setting: digests of the files of all items, by their paths inside the folder
SHARED = "SHARED"  # setting: the digest of all that is no item, and stands on many pages
SKIP = {"status": "skip", "title": "", "summary": ""}


class EditionReader(BaseReader):
    """Gives Pelican the metadata of a post, whose text follows later; a post that is left out is skipped."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return no text yet, and the metadata of one file."""
        path = Path(source_path).relative_to(Path(self.settings["PATH"]).absolute()).as_posix()
        post = self.settings[POSTS].get(path)
        if post is None:
            return "", dict(SKIP)
        return "", metadata(post, self.settings, self._wrapped)

    @cached_property
    def _wrapped(self) -> Wrapped:
        """Authors, categories and tags of Pelican: one for each name, as each works out its address."""
        return cache(lambda kind, name: kind(name, self.settings))


def metadata(post: Page, settings: Any, wrapped: Wrapped) -> dict[str, Any]:
    """Return what Pelican calls metadata: only names that we know, never an author's own keys."""
    house: House = settings[HOUSE]
    person = house.people.records[post.byline.written_by[0]]
    found: dict[str, Any] = {
        "title": post.title,
        "slug": post.slug,
        "summary": post.summary,
        "status": post.status,
        "authors": [wrapped(Author, person.name)],
    }
    if isinstance(post, Article):
        found["date"] = _midnight(post.date)
        found["category"] = wrapped(Category, post.category.name)
        found["tags"] = [wrapped(Tag, tag.name) for tag in post.tags]
        if post.modified:
            found["modified"] = _midnight(post.modified)
        if post.status != "draft" and post.date <= datetime.datetime.now(tz=datetime.UTC).date():
            found |= _places(post.slug, settings)
    return found


def _places(slug: str, settings: Any) -> dict[str, str]:
    """Return address and file of an article: Pelican would work them out anew each time that it is asked.

    Only where they follow from the slug alone; a draft has others, and so has what is dated tomorrow.
    """
    found = {key: settings[f"ARTICLE_{key}"].replace("{slug}", slug) for key in ("URL", "SAVE_AS")}
    return {} if any("{" in place for place in found.values()) else {k.lower(): v for k, v in found.items()}


def _midnight(day: datetime.date) -> datetime.datetime:
    """Return the start of `day`; Pelican adds the site's time zone."""
    return datetime.datetime.combine(day, datetime.time())
