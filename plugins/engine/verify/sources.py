"""The check of sources: no two of them make one page, of which only the last would be seen."""

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.engine.places import shown
from plugins.engine.verify.problem import Problem


def written_twice(contents: Iterable[Any]) -> Iterator[Problem]:
    """Yield pages that come from more than one source."""
    first: dict[str, str] = {}
    for content in contents:
        page = getattr(content, "save_as", "")
        known = first.setdefault(page, content.source_path)
        if page and known != content.source_path:
            message = f"is written by {shown(known)} and again by {shown(content.source_path)}"
            yield Problem("two sources of one page", message, page, "an address for each (slug or save_as)")
