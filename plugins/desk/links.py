"""Links of texts to other files and pages of the site: each must lead somewhere inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from posixpath import normpath
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote, urlsplit

from plugins.editorial.body import Target
from plugins.frontmatter import Place, Problem
from plugins.frontmatter.files import safe_join
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plugins.desk.one_file import Text
    from plugins.desk.references import References
    from plugins.editorial import House
    from plugins.editorial.house import Link

Item = TypeVar("Item", bound=Any)  # anything with a path and a body
_IMAGE = "a file in images/: {static}/images/name.png"
_SIGN = re.compile(r"\{(filename|static|attach)\}(.*)", re.DOTALL)
_LINK = re.compile(r'<a href="(\{filename\}[^"]*)"')


@dataclass(frozen=True)
class Site:
    """What links can lead to: pages by address, content files as messages give them, images in the folder."""

    root: Path
    shown: str
    pages: set[str]
    files: set[str]
    images: set[str]


def link_problems(site: Site, texts: Iterable[Text]) -> Iterator[Problem]:
    """Yield links that lead nowhere or outside the content folder."""
    leads = _Leads(site)
    for text in texts:
        if leads.nowhere(text):
            for target in text.body.links:
                yield from _problems(site, text.path, target)


class _Leads:
    """Tries each address once: many texts have the same, and their places are needed of few."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lost: dict[tuple[str, str, bool], bool] = {}

    def nowhere(self, text: Text) -> bool:
        """Whether any link of a text leads nowhere."""
        folder = text.path.rpartition("/")[0]
        refs = text.references
        lost = [self._is_lost(text.path, folder, address, shown=False) for address in refs.links]
        return any(lost) or any(
            self._is_lost(text.path, folder, address, shown=True) for address in refs.pictures
        )

    def _is_lost(self, path: str, folder: str, address: str, *, shown: bool) -> bool:
        lead = folder, address, shown
        if lead not in self._lost:
            self._lost[lead] = any(_problems(self._site, path, Target(address, Place(path), shown)))
        return self._lost[lead]


def _problems(site: Site, path: str, target: Target) -> Iterator[Problem]:
    if _SIGN.match(target.address):
        yield from _file_problem(site, path, target)
    elif target.shown:
        message = f'no image "{shorten(target.address)}"'
        yield Problem(target.place, message, _IMAGE, _near("static", target.address, site.images))
    else:
        yield from _page_problem(site, target)


def navigation_problems(site: Site, house: House) -> Iterator[Problem]:
    """Yield entries of the navigation that lead nowhere."""
    for link in (*house.navigation, *house.footer, *house.questions, *house.policies.values()):
        yield from _page_problem(site, Target(link.url, link.place))


def within(site: Site, house: House) -> House:
    """Return `house` with a navigation and policies that lead only to pages of `site`."""

    def there(link: Link) -> bool:
        return urlsplit(link.url).path.lstrip("/") in site.pages

    return replace(
        house,
        navigation=tuple(filter(there, house.navigation)),
        footer=tuple(filter(there, house.footer)),
        questions=tuple(filter(there, house.questions)),
        policies={name: link for name, link in house.policies.items() if there(link)},
    )


def resolve(address: str, source: str, shown: str) -> str:
    """Return the path in the content folder that ``{filename}...`` in the file `source` leads to."""
    sign = _SIGN.match(address)
    path = unquote(urlsplit(sign[2] if sign else address).path)
    if path.startswith("/"):
        return path.lstrip("/")
    folder = source.removeprefix(f"{shown}/").rpartition("/")[0]
    return f"{folder}/{path}" if folder else path


def leads_out(site: Site, path: str, references: References) -> bool:
    """Whether any link in the text of the file `path` leads to what `site` leaves out."""
    return any(_is_out(site, path, address) for address in references.links)


def only_links_within(site: Site, item: Item) -> Item:
    """Return `item` with those links of its text made plain that lead to what `site` leaves out."""

    def unlinked(match: re.Match[str]) -> str:
        return "<a" if _is_out(site, item.path, match[1]) else match[0]

    return replace(item, body=replace(item.body, html=_LINK.sub(unlinked, item.body.html)))


def _is_out(site: Site, path: str, address: str) -> bool:
    inside = resolve(address, path, site.shown)
    return not (inside in site.pages or f"{site.shown}/{normpath(inside)}" in site.files)


def _file_problem(site: Site, source: str, target: Target) -> Iterator[Problem]:
    inside = resolve(target.address, source, site.shown)
    if target.address.startswith("{filename}") and f"{site.shown}/{inside}" in site.files:
        return  # no link of the file system is among them
    written = shorten(target.address)
    try:
        path = safe_join(site.root, inside)
    except ValueError:
        yield Problem(target.place, f'"{written}" leads outside the content folder', "a file inside it")
        return
    if target.address.startswith("{filename}"):
        if f"{site.shown}/{path.relative_to(site.root.resolve()).as_posix()}" not in site.files:
            known = (file.removeprefix(f"{site.shown}/") for file in site.files)
            expected = "{filename}/articles/name.md"
            yield Problem(
                target.place, f'no file for "{written}"', expected, _near("filename", inside, known)
            )
    elif not (site.root / inside).is_file():
        suggestion = _near("static", inside, site.images)
        yield Problem(target.place, f'no file for "{written}"', _IMAGE, suggestion)
    elif _behind_a_link(site.root, inside):
        yield Problem(target.place, f'"{written}" is a link', "the file itself, copied into the folder")
    elif normpath(inside) not in site.images:
        yield Problem(target.place, f'"{written}" is not for readers', _IMAGE)


def _near(sign: str, inside: str, known: Iterable[str]) -> str:
    found = nearest(inside, known)
    return f"{{{sign}}}/{found}" if found else ""


def _behind_a_link(root: Path, inside: str) -> bool:
    path = root
    for part in inside.split("/"):
        path = path / part
        if path.is_symlink():
            return True
    return False


def _page_problem(site: Site, target: Target) -> Iterator[Problem]:
    path = urlsplit(target.address).path.lstrip("/")
    if path not in site.pages:
        message = f'no page "{shorten(target.address)}"'
        found = nearest(path, site.pages)
        expected = "the address of a page of this site"
        yield Problem(target.place, message, expected, f"/{found}" if found else "")
