"""What a text refers to, in short: enough to see that all of it is there, without the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.editorial import Body


@dataclass(frozen=True, slots=True)
class References:
    """The keys of sources, those that stand `loose` outside brackets, details of the clinic, and addresses.

    `links` lead somewhere, `pictures` are shown.  `blocks` are what its tables are made of,
    as their author typed it, each in its place.
    """

    sources: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


def references(body: Body) -> References:
    """Return what `body` refers to, each thing once."""
    return References(
        once(citation.key for group in body.citations for citation in group),
        once(citation.key.rstrip(".") for citation in body.loose),
        once(use.name for use in body.details),
        once(target.address for target in body.links if not target.shown),
        once(target.address for target in body.links if target.shown),
        tuple(call.typed for call in body.calls),
    )


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Return `names` without repetitions."""
    return tuple(dict.fromkeys(names))
