"""Procedures and comparisons as Pelican knows pages, so that links to their files work everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pelican.contents import Page

from plugins.procedures.addresses import file_of

if TYPE_CHECKING:
    from plugins.procedures.model import ComparisonPage, Procedure


@dataclass(frozen=True)
class Address:
    """What Pelican needs of a page to link to it."""

    url: str


class FactPage(Page):  # type: ignore[misc]  # Pelican has no type hints
    """A page whose text stands in a file of ours."""


def fact_page(
    item: Procedure | ComparisonPage, address: str, template: str, settings: Any, path: str, context: Any  # noqa: ANN401
) -> FactPage:
    """Return the page of `item`; `path` is its file, inside the content folder."""
    metadata = {
        "title": item.title,
        "slug": item.slug,
        "summary": item.summary,
        "status": item.status,
        "template": template,
        "url": address,
        "save_as": file_of(address),
    }
    return FactPage(item.body.html, metadata, settings=settings, source_path=path, context=context)
