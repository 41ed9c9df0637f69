"""The pictures that texts show: each must be one that a browser can show."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING

from plugins.desk.links import resolve
from plugins.frontmatter import Problem
from plugins.frontmatter.nodes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.desk.links import Site
    from plugins.desk.one_file import Text
    from plugins.media import UnfitError


def image_problems(site: Site, texts: Iterable[Text]) -> Iterator[Problem]:
    """Yield the uses of pictures that cannot be shown."""
    uses = [(text, inside) for text in texts if (inside := pictures_in(text, site.shown) & site.images)]
    unfit = _unfit(site, {path for _, inside in uses for path in inside})
    for text in (text for text, inside in uses if not inside.isdisjoint(path for path, _ in unfit)):
        for target in text.body.links:
            if error := unfit.get((_inside(target.address, text.path, site.shown), target.shown)):
                message = f'"{shorten(target.address)}" {error.message}'
                yield Problem(target.place, message, error.expected)


def pictures_in(text: Text, shown: str) -> set[str]:
    """Return the files that a text shows or links to, by their path inside the content folder `shown`."""
    refs = text.references
    found = {_inside(address, text.path, shown) for address in (*refs.links, *refs.pictures)}
    return found - {""}


def _inside(address: str, path: str, shown: str) -> str:
    is_file = address.startswith(("{static}", "{attach}"))
    return normpath(resolve(address, path, shown)) if is_file else ""


def _unfit(site: Site, used: set[str]) -> dict[tuple[str, bool], UnfitError]:
    """Return what is wrong with files by their path, and by whether they are shown or only linked to."""
    if not used:
        return {}  # and nothing of what decodes pictures is loaded
    from plugins.media import Cache, Document, UnfitError, read_original

    cache = Cache()
    found: dict[tuple[str, bool], UnfitError] = {}
    for inside in sorted(used):
        try:
            original = read_original(site.root / inside, cache)
        except UnfitError as error:
            found[inside, True] = found[inside, False] = error
            continue
        if isinstance(original, Document):
            expected = f"a link to it, [What it is]({{static}}/{inside}), or a picture"
            found[inside, True] = UnfitError("is a PDF file, which no page can show", expected)
    return found
