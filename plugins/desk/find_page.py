"""Which page is meant by what someone typed: a path, a folder and a name, an address, or a name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.desk.one_file import kinds
from plugins.frontmatter import Place, Refusal, refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EXPECTED = "a page like procedures/name (folder and name), its file or its address"
_PLACE = Place("PAGE")


def names_of(path: str, shown: str, slug: str) -> dict[str, int]:
    """Return all that the file `path` in the content folder `shown` may be called, and how exact each is.

    The lower the number, the more a name says: a name alone may belong to pages of several folders.
    """
    inside = path.removeprefix(f"{shown}/")
    folder, _, rest = inside.partition("/")
    stem = rest.removesuffix(".md")
    address = next((kind.address.format(slug) for kind in kinds(()) if kind.folder == folder), inside)
    exact = (path, inside, f"content/{inside}", f"{folder}/{stem}", f"{folder}/{slug}", address)
    return {**dict.fromkeys((slug, stem), 1), **dict.fromkeys((name.strip("/") for name in exact), 0)}


def find_page(typed: str, slugs: Mapping[str, str], shown: str) -> str:
    """Return the path of the page that `typed` means.

    `slugs` are those of all pages by path, `shown` the folder as messages name it.  Raises Refusal.
    """
    wanted = typed.strip().removeprefix("./").strip("/")
    if not wanted:
        raise refuse(_PLACE, "no page is named", expected=_EXPECTED)
    names = {path: names_of(path, shown, slug) for path, slug in slugs.items()}
    for exactness in (0, 1):
        found = sorted(path for path, called in names.items() if called.get(wanted) == exactness)
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(typed, found)
    raise _none(typed, wanted, (name for called in names.values() for name in called))


def _several(typed: str, found: list[str]) -> Refusal:
    return refuse(
        _PLACE, f'"{shorten(typed)}" is the name of {len(found)} pages', expected=" or ".join(found)
    )


def _none(typed: str, wanted: str, names: Iterable[str]) -> Refusal:
    message = f'there is no page "{shorten(typed)}"'
    return refuse(_PLACE, message, expected=_EXPECTED, suggestion=nearest(wanted, sorted(names)))
