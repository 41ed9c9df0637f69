"""The pictures that texts show: each must be one that a browser can show."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING

from plugins.desk.links import resolve
from plugins.frontmatter import Problem
from plugins.frontmatter.nodes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.desk.links import Site
    from plugins.editorial import Body
    from plugins.editorial.body import Target
    from plugins.media import UnfitError


def image_problems(site: Site, bodies: Mapping[str, Body]) -> Iterator[Problem]:
    """Yield the uses of pictures that cannot be shown; `bodies` go by the path of their file."""
    uses = [
        (target, inside)
        for path, body in bodies.items()
        for target in body.links
        if target.address.startswith(("{static}", "{attach}"))
        and (inside := normpath(resolve(target.address, path, site.shown))) in site.images
    ]
    unfit = _unfit(site, uses)
    for target, inside in uses:
        if error := unfit.get((inside, target.shown)):
            message = f'"{shorten(target.address)}" {error.message}'
            yield Problem(target.place, message, error.expected)


def _unfit(site: Site, uses: list[tuple[Target, str]]) -> dict[tuple[str, bool], UnfitError]:
    """Return what is wrong with files by their path, and by whether they are shown or only linked to."""
    if not uses:
        return {}  # and nothing of what decodes pictures is loaded
    from plugins.media import Cache, Document, UnfitError, read_original

    cache = Cache()
    found: dict[tuple[str, bool], UnfitError] = {}
    for inside in sorted({inside for _, inside in uses}):
        try:
            original = read_original(site.root / inside, cache)
        except UnfitError as error:
            found[inside, True] = found[inside, False] = error
            continue
        if isinstance(original, Document):
            expected = f"a link to it, [What it is]({{static}}/{inside}), or a picture"
            found[inside, True] = UnfitError("is a PDF file, which no page can show", expected)
    return found
