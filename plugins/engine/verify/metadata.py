"""The check of metadata: no word of a header becomes an element that runs something, or a handler."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from plugins.engine.places import shown
from plugins.engine.verify.problem import Problem

_ACTIVE = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|frame|object|embed|applet|base|link|meta|form|template)\b"
    r"|<[a-z][^<]*\son[a-z]+\s*="
    r"|[\"'][^<>]*\bon[a-z]+\s*=",
    re.IGNORECASE,
)


def active_metadata(contents: Iterable[Any], formatted: Collection[str]) -> dict[bytes, tuple[str, str]]:
    """Return the texts of headers that would do something in a page, with their file and their field.

    `formatted` are the fields whose text is markup by intent.
    """
    return {
        text.encode(): (shown(content.source_path), name)
        for content in contents
        for name, value in getattr(content, "metadata", {}).items()
        if name not in formatted
        for text in _texts(value)
        if is_active(text)
    }


def is_active(text: str) -> bool:
    """Tell whether a text, taken as markup, would run something or take something of the page over."""
    return bool(_ACTIVE.search(text))


def smuggled(
    active: dict[bytes, tuple[str, str]], pages: Iterable[str], read: Callable[[str], bytes]
) -> Iterator[Problem]:
    """Yield pages that hold such a text just as it was typed: there it is markup."""
    for page in pages if active else ():
        data = read(page)
        for text, (source, name) in active.items():
            if text in data:
                message = f"has the {name} of {source} as markup: {text.decode()}"
                yield Problem(
                    "markup from a header", message, page, "its signs escaped: {{ ...|e }} in the template"
                )


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a value: itself, what it is called (a tag, an author), or those of its items."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
    elif isinstance(name := getattr(value, "name", None), str):
        yield name
