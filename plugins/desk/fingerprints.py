"""What pages follow from, told to the engine, so that it need not look into all that the edition knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plugins.editorial.reader import DIGESTS, SHARED
from plugins.engine import FINGERPRINTS, Fingerprints, digest, templates_digest
from plugins.procedures.catalogue import called_pick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican.generators import Generator

    from plugins.desk.edition import Edition
    from plugins.editorial import Body
    from plugins.procedures import Catalogue
    from plugins.procedures.model import ComparisonPage, Procedure

_TO_FILES = re.compile(r"\.md|images/")  # in a link: its address is not told by the link alone


def tell_of_items(edition: Edition, settings: Any) -> None:
    """Put the digests of all items among the settings, and that of all else.

    A text with tables follows from the treatments in them, and from the templates that print tables.
    """
    settings[SHARED] = edition.shared
    settings[DIGESTS] = dict(edition.digests)
    if catalogue := edition.catalogue:
        printed = templates_digest(settings)
        for path, body in _texts_with_tables(edition, catalogue):
            shown = (catalogue.picked(called_pick(call)) for call in body.calls)
            tables = (digest(edition.digests[catalogue.inside(one)] for one in found) for found in shown)
            settings[DIGESTS][path] = digest([edition.digests[path], printed, *tables])


def _texts_with_tables(edition: Edition, catalogue: Catalogue) -> Iterator[tuple[str, Body]]:
    """Yield the texts that show treatments side by side, by their paths inside the folder."""
    ours: list[Procedure | ComparisonPage] = [*catalogue.procedures.values(), *catalogue.comparisons]
    texts: list[tuple[str, Any]] = [*edition.posts.items(), *((catalogue.inside(it), it) for it in ours)]
    for path, item in texts:
        if edition.references[path].blocks:
            yield path, item.body


def _treatments(edition: Edition) -> str:
    catalogue = edition.catalogue
    items: list[Any] = [*catalogue.procedures.values(), *catalogue.comparisons] if catalogue else []
    return digest(sorted(edition.digests[catalogue.inside(item)] for item in items)) if catalogue else ""


def tell_of_shared(generator: Generator, edition: Edition) -> None:
    """Tell of what stands in the context of all pages."""
    shared = edition.shared
    treatments = digest([shared, _treatments(edition)])
    generator.context[FINGERPRINTS] = {
        "HOUSE": shared,
        "STRUCTURED_DATA": shared,
        "PROCEDURES": treatments,
        "PROCEDURE_GROUPS": treatments,
    }


def tell_of_links(edition: Edition, settings: Any, context: Mapping[str, Any]) -> None:
    """Add to the digests of items with links to files where all files are to be found now."""
    pages = (f"{path} {_address(item)}" for path, item in _texts(context))
    files = (f"{path} {item.url}" for path, item in sorted(context["static_content"].items()))
    addresses = digest([*pages, *files])
    digests = settings[DIGESTS]
    for path, references in edition.references.items():
        to_files = filter(_TO_FILES.search, (*references.links, *references.pictures))
        if path in digests and any(to_files):
            digests[path] = digest([digests[path], addresses])


def tell_of_posts(edition: Edition, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
    """Tell of each of Pelican's articles and pages, by what stands above and around its text.

    The text is a facet of its own: who reads it notes that.
    """
    for path, content in _texts(context):
        if path in edition.posts:
            own = (settings[SHARED], edition.heads[path], _address(content))
            content.__fingerprint__ = digest([*own, *_around(content)])


def _texts(context: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return all that Pelican has read, by the path of its file."""
    known = sorted(context["generated_content"].items())
    return [(path, item) for path, item in known if hasattr(item, "slug")]


def _around(content: Any) -> Iterator[str]:
    """Yield what an article has from others: its neighbours and its comments."""
    discussion = [getattr(content, name, None) for name in ("comments", "comment_form")]
    yield Fingerprints().of(discussion)
    if near := getattr(content, "neighbours", None):
        for other in (near.newer, near.older, *near.related):
            yield f"{other.title} {_address(other)}" if other else ""


def _address(content: Any) -> str:
    """Return what the address of a page follows from."""
    return f"{type(content).__name__} {content.status} {content.slug}"
