"""What Pelican's own objects follow from: rules for `Fingerprints`."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.settings import Settings
from pelican.urlwrappers import URLWrapper

from plugins.engine.pages.fingerprint import OWN, Fingerprints, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plugins.engine.pages.fingerprint import Of, Rule

_SHARED = ("settings", "_context")  # belong to the run, not to one text
_OF_WRAPPERS = {"settings", "name", "slug", "_name", "_slug", "_slug_from_name"}


class ContentRule:
    """Texts: all that stands in them, and, where one links to others, where all of them lie.

    A text that knows another one, as that before it, could lead a template to any: it follows from all.
    """

    def __init__(self, context: Mapping[str, Any], link: str) -> None:
        self._context = context
        self._link = re.compile(link)
        self._alone = Fingerprints({**_RULES, Content: lambda text, _of: [str(text.source_path)]})

    def __call__(self, content: Content, _of: Of) -> Iterator[str]:
        """Yield what a page that reads `content` follows from."""
        yield self._digest(content)
        if any(_leads_to_text(value) for name, value in vars(content).items() if name not in _SHARED):
            yield self.everything

    def _digest(self, content: Content) -> str:
        return digest(self._parts(content))

    def _parts(self, content: Content) -> Iterator[str]:
        for name, value in vars(content).items():
            if name not in _SHARED:
                yield name
                yield self._alone.of(value)
                if isinstance(value, str) and self._link.search(value):
                    yield self.links

    @cached_property
    def links(self) -> str:
        """The addresses of all that can be linked to."""
        return digest(f"{path} {getattr(item, 'url', None)}" for path, item in self._known())

    @cached_property
    def everything(self) -> str:
        """All texts."""
        texts = (item for _, item in self._known() if isinstance(item, Content))
        return digest(getattr(text, OWN, None) or self._digest(text) for text in texts)

    def _known(self) -> list[tuple[str, Any]]:
        """Return all that has an address, in an order that does not hang on that of the disk."""
        known = {**self._context["static_content"], **self._context["generated_content"]}
        return sorted(known.items(), key=itemgetter(0))


def _leads_to_text(value: Any) -> bool:
    match value:
        case str():
            return False
        case URLWrapper():
            return any(map(_leads_to_text, _more(value).values()))
        case Content():
            return True
        case list() | tuple() | set() | frozenset():
            return any(map(_leads_to_text, value))
        case dict():
            return any(map(_leads_to_text, value.values()))
    return is_dataclass(value) and any(_leads_to_text(getattr(value, one.name)) for one in fields(value))


def _wrapper(value: URLWrapper, of: Of) -> Iterable[str]:
    return [value.name, value.slug, *map(of, _more(value).values()), *_more(value)]


def _more(value: URLWrapper) -> dict[str, Any]:
    """Return what plugins have given to a topic, tag or author."""
    return {name: vars(value)[name] for name in sorted(vars(value).keys() - _OF_WRAPPERS)}


def _paginator(value: Paginator, of: Of) -> Iterable[str]:
    return [value.name, str(value.url), str(value.per_page), str(value.orphans), of(value.object_list)]


def _page(value: Page, of: Of) -> Iterable[str]:
    """Tell of a page of a list; of the others only how many there are."""
    paginator = value.paginator
    return [
        str(value.full_name), str(value.base_url), str(value.number), of(value.object_list),
        str(paginator.per_page), str(paginator.count), str(paginator.num_pages),
    ]  # fmt: skip


def _settings(_value: Settings, _of: Of) -> Iterable[str]:
    """Nothing: they are a part of the environment of all pages."""
    return []


_RULES: dict[type, Rule] = {
    URLWrapper: _wrapper,
    Paginator: _paginator,
    Page: _page,
    Settings: _settings,
}


def rules(context: Mapping[str, Any]) -> dict[type, Rule]:
    """Return the rules for a run with this shared context."""
    return {**_RULES, Content: ContentRule(context, context["INTRASITE_LINK_REGEX"])}
