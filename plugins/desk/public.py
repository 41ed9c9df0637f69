"""What a public site goes without: drafts, hidden and future items."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

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
