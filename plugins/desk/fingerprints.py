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
    from plugins.editorial import Page

_FILE = ".md"


class PostFingerprints:
    """Fingerprints of Pelican's articles and pages, each with its post and all that stands around it.

    A text with tables follows from all treatments; a link to a file, from where the files have their pages.
    """

    def __init__(self, edition: Edition, settings: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        self._digests = settings[DIGESTS]
        self._shared = settings[SHARED]
        templates = folder_digest(Path(settings["THEME"]) / "templates")
        self._tables = digest([treatments(edition, settings), templates])
        files = [(path, item) for path, item in sorted(known.items()) if path.endswith(_FILE) and item]
        self._addresses = digest(f"{path} {_address(item)}" for path, item in files)

    def of(self, content: Any, path: str, post: Page) -> str:
        """Return the fingerprint of one, which shows `post`, the file at `path` inside the folder."""
        body = post.body
        return digest([
            self._shared,
            self._digests[path],
            _address(content),
            self._tables if body.calls else "",
            self._addresses if any(_FILE in link.address for link in body.links) else "",
            *_around(content),
        ])  # fmt: skip


def _around(content: Any) -> Iterator[str]:
    """Yield what an article has from others: its neighbours and its comments."""
    known = Fingerprints()
    yield known.of([getattr(content, name, None) for name in ("comments", "comment_form")])
    if near := getattr(content, "neighbours", None):
        for other in (near.newer, near.older, *near.related):
            yield f"{other.title} {_address(other)}" if other else ""


def _address(content: Any) -> str:
    """Return what the address of a page follows from."""
    return f"{type(content).__name__} {content.status} {content.slug}"


def treatments(edition: Edition, settings: Mapping[str, Any]) -> str:
    """Return the digest of all procedures and comparisons."""
    catalogue = edition.catalogue
    items: list[Any] = [*catalogue.procedures.values(), *catalogue.comparisons] if catalogue else []
    return digest(sorted(settings[DIGESTS][catalogue.inside(item)] for item in items)) if catalogue else ""


def of_shared(edition: Edition, *, withhold: bool) -> str:
    """Return the digest of what is no item; the navigation too goes without pages that are withheld."""
    return digest([edition.shared, *(sorted(edition.pages) if withhold else ())])


def tell_of_shared(generator: Generator, edition: Edition) -> None:
    """Tell of what stands in the context of all pages."""
    shared = generator.settings[SHARED]
    of_all = digest([shared, treatments(edition, generator.settings)])
    generator.context[FINGERPRINTS] = {
        "HOUSE": shared,
        "STRUCTURED_DATA": shared,
        "PROCEDURES": of_all,
        "PROCEDURE_GROUPS": of_all,
    }
