"""What a preview shows and the public does not see yet: drafts, hidden pages, articles of the future."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.desk.one_file import kinds
from plugins.desk.public import unpublished
from plugins.editorial.dates import long_date
from plugins.editorial.posts import Article, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.desk.one_file import Item

_DRAFTS = {"articles": "drafts/{}/", "pages": "drafts/pages/{}/"}  # Pelican keeps drafts of these apart


@dataclass(frozen=True)
class Waiting:
    """A page that is not public, its address in the preview, and why."""

    title: str
    url: str
    reason: str


def waiting(items: Mapping[str, Item], shown: str) -> Iterator[Waiting]:
    """Yield those of `items` that are not public yet; they go by their path in messages, in its order."""
    for path in sorted(unpublished(items.values())):
        yield _waiting(items[path], path.removeprefix(f"{shown}/"))


def _waiting(item: Item, inside: str) -> Waiting:
    folder = inside.partition("/")[0]
    kind = next(kind for kind in kinds(()) if kind.folder == folder)
    apart = isinstance(item, Page) and item.status != "hidden"
    address = _DRAFTS[folder] if apart else kind.address
    return Waiting(item.title, address.format(item.slug), _reason(item))


def _reason(item: Item) -> str:
    """Return why; an article that is published and yet not public has its date before it."""
    if item.status == "published" and isinstance(item, Article):
        return f"Not before {long_date(item.date)}"
    return item.status.capitalize()
