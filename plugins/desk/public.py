"""What a public site goes without: drafts, hidden and future items, and the pictures that only they use."""

from __future__ import annotations

import datetime
from posixpath import normpath
from typing import TYPE_CHECKING, Any

from plugins.desk.links import resolve
from plugins.editorial.posts import Article

if TYPE_CHECKING:
    from collections.abc import Iterable


def unpublished(items: Iterable[Any]) -> frozenset[str]:
    """Return the paths of those items that are not for the public yet."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return frozenset(
        item.path
        for item in items
        if item.status != "published" or (isinstance(item, Article) and item.date > today)
    )


def images_of(items: Iterable[Any], shown: str) -> set[str]:
    """Return the pictures that the texts of `items` show, by their path inside the folder `shown`."""
    links = ((item.path, target.address) for item in items for target in item.body.links)
    return {
        normpath(resolve(address, path, shown))
        for path, address in links
        if address.startswith(("{static}", "{attach}"))
    }
