"""The way to a page, and what a list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.findability.script import Node
    from plugins.findability.site import Site

HOME = "Home"  # as components/breadcrumb.html has it
MOST = 20  # entries of a list that are told; how many there are in all is told too

Entry = tuple[str, str]  # words and address


def trail(site: Site, steps: Iterable[Entry], here: Entry) -> Node:
    """Return the breadcrumb of a page: the start page, what lies between, the page itself."""
    entries = ((HOME, ""), *steps, here)
    items = [
        {"@type": "ListItem", "position": number, "name": label, "item": site.url(address)}
        for number, (label, address) in enumerate(entries, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def listing(site: Site, entries: Sequence[Entry]) -> Node:
    """Return a list of links in its order: all of a short one, the beginning of a long one."""
    items = [
        {"@type": "ListItem", "position": number, "name": label, "url": site.url(address)}
        for number, (label, address) in enumerate(entries[:MOST], 1)
    ]
    return {"@type": "ItemList", "itemListElement": items, "numberOfItems": len(entries) or None}
