"""What pages follow from, told to the engine, so that it need not look into all that the edition knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.editorial.reader import DIGESTS, SHARED
from plugins.engine import FINGERPRINTS, Fingerprints, digest, folder_digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican.generators import Generator

    from plugins.desk.edition import Edition

_FILE = ".md"


def tell_of_items(edition: Edition, settings: Any) -> None:
    """Put the digests of all items among the settings, and that of all else.

    A text with tables follows from all treatments, and from the templates that print tables.
    """
    templates = folder_digest(Path(settings["THEME"]) / "templates")
    tables = digest([_treatments(edition), templates])
    settings[SHARED] = edition.shared
    settings[DIGESTS] = {
        path: digest([own, tables]) if edition.references[path].blocks else own
        for path, own in edition.digests.items()
    }


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


def tell_of_posts(edition: Edition, settings: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Tell of each of Pelican's articles and pages, by what its post says and what stands around it.

    A link to a file follows from where all files have their pages.
    """
    files = [(path, item) for path, item in sorted(known.items()) if path.endswith(_FILE) and item]
    addresses = digest(f"{path} {_address(item)}" for path, item in files)
    for path in edition.posts:
        if content := known.get(path):
            to_files = any(_FILE in link for link in edition.references[path].links)
            own = (settings[SHARED], settings[DIGESTS][path], _address(content))
            content.__fingerprint__ = digest([*own, addresses if to_files else "", *_around(content)])


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
