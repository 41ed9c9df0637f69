"""Links of texts to other files and pages of the site: each must lead somewhere inside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote, urlsplit

from plugins.frontmatter import Problem
from plugins.frontmatter.files import safe_join
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.procedures.browse import site_addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from plugins.editorial.body import Target
    from plugins.procedures import Catalogue

Item = TypeVar("Item", bound=Any)  # anything with a path and a body
_SIGN = re.compile(r"\{(filename|static|attach)\}(.*)", re.DOTALL)
_LINK = re.compile(r'<a href="(\{filename\}[^"]*)"')


def link_problems(
    root: Path, shown: str, items: Mapping[str, Any], files: set[str], catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield links that lead nowhere or outside the content folder."""
    pages = {*site_addresses(catalogue), *(f"pages/{i.slug}/" for i in items.values() if "/pages/" in i.path)}
    pages |= {f"blog/{item.slug}/" for item in items.values() if "/articles/" in item.path}
    for item in items.values():
        for target in item.body.links:
            sign = _SIGN.match(target.address)
            if sign:
                yield from _file_problem(root, shown, item.path, target, files)
            else:
                yield from _page_problem(target, pages)


def resolve(address: str, source: str, shown: str) -> str:
    """Return the path in the content folder that ``{filename}...`` in the file `source` leads to."""
    sign = _SIGN.match(address)
    path = unquote(urlsplit(sign[2] if sign else address).path)
    if path.startswith("/"):
        return path.lstrip("/")
    folder = source.removeprefix(f"{shown}/").rpartition("/")[0]
    return f"{folder}/{path}" if folder else path


def without_links_to(left_out: Collection[str], item: Item, shown: str) -> Item:
    """Return `item` with the links of its text to files that are left out made plain text."""

    def unlinked(match: re.Match[str]) -> str:
        return "<a" if f"{shown}/{resolve(match[1], item.path, shown)}" in left_out else match[0]

    return replace(item, body=replace(item.body, html=_LINK.sub(unlinked, item.body.html)))


def _file_problem(root: Path, shown: str, source: str, target: Target, files: set[str]) -> Iterator[Problem]:
    kind = target.address[1 : target.address.index("}")]
    inside = resolve(target.address, source, shown)
    try:
        path = safe_join(root, inside)
    except ValueError:
        yield Problem(
            target.place, f'"{shorten(target.address)}" leads outside the content folder', "a file inside it"
        )
        return
    name = f"{shown}/{path.relative_to(root.resolve()).as_posix()}"
    if kind == "filename":
        if name not in files:
            known = [f"{{filename}}{file.removeprefix(shown)}" for file in files]
            suggestion = nearest(f"{{filename}}/{inside}", known)
            yield Problem(
                target.place, f'no file "{shorten(inside)}"', "{filename}/articles/name.md", suggestion
            )
    elif not path.is_file():
        yield Problem(
            target.place, f'no file "{shorten(inside)}"', "a file in images/: {static}/images/name.png"
        )
    elif _behind_a_link(root, inside):
        yield Problem(
            target.place, f'"{shorten(inside)}" is a link', "the file itself, copied into the folder"
        )


def _behind_a_link(root: Path, inside: str) -> bool:
    path = root
    for part in inside.split("/"):
        path = path / part
        if path.is_symlink():
            return True
    return False


def _page_problem(target: Target, pages: set[str]) -> Iterator[Problem]:
    path = urlsplit(target.address).path.lstrip("/")
    if path not in pages:
        suggestion = nearest(path, pages)
        message = f'no page "{shorten(target.address)}"'
        yield Problem(
            target.place,
            message,
            "the address of a page of this site",
            f"/{suggestion}" if suggestion else "",
        )
