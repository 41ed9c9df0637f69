"""JSON-LD as a block of data in a page: a script element that browsers neither run nor show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

Node: TypeAlias = dict[str, Any]  # a thing in the words of schema.org, with "@type"

_EMPTY: tuple[Any, ...] = (None, "", [], {})
# What could end the element (HTML), or a line (JavaScript before ES2019): JSON may spell it in numbers.
_SPELLED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def without_empty(value: Any) -> Any:
    """Return `value` without what says nothing: empty values, and things of which only the type is known."""
    if isinstance(value, dict):
        kept = {key: whole for key, part in value.items() if (whole := without_empty(part)) not in _EMPTY}
        return kept if kept.keys() - {"@type"} else {}
    if isinstance(value, list | tuple):
        return [whole for part in value if (whole := without_empty(part)) not in _EMPTY]
    return value


def data_block(things: Iterable[Node]) -> Markup:
    """Return one script element that holds `things` as a graph, keys sorted (JSON-LD 1.1, 7)."""
    graph = {"@context": "https://schema.org", "@graph": without_empty(list(things))}
    text = json.dumps(graph, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    spelled = Markup(text.translate(_SPELLED))  # noqa: S704 - no sign is left that HTML would read
    return Markup('<script type="application/ld+json">{}</script>').format(spelled)
