"""A list of short texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.frontmatter import refuse
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.readers import text
from plugins.procedures.fields.base import FieldType
from plugins.procedures.fields.choices import Several, several

if TYPE_CHECKING:
    from plugins.frontmatter import Node


def _item(node: Node) -> str:
    value = " ".join(text(node).split())
    if ";" in value:
        raise refuse(
            node.place, f'a semicolon in "{shorten(value)}"', expected="an item without one: it separates"
        )
    return value


@dataclass(frozen=True)
class ListOfTexts(FieldType[Several]):
    """Short texts in the author's order."""

    sortable: ClassVar[bool] = False

    def parse(self, node: Node) -> Several:
        """Read ``[a, b]`` or ``a; b``."""
        found = several(node, ";", _item)
        if not found:
            raise refuse(node.place, "an empty list", expected="one item or more, or not known")
        return found

    def show(self, value: Several) -> str:
        """Return the items with semicolons between them."""
        return "; ".join(value)

    def sort_key(self, value: Several) -> tuple[str, ...]:
        """Order by the items, whatever their order."""
        return tuple(sorted(value))

    def same(self, one: Several, other: Several) -> bool:
        """Whether both have the same items, in any order."""
        return set(one) == set(other)

    def items(self, value: Several) -> Several:
        """Return the items."""
        return value

    def export(self, value: Several) -> list[str]:
        """Return a list."""
        return list(value)

    def json_schema(self) -> dict[str, Any]:
        """Return a list of texts."""
        return {"type": "array", "items": {"type": "string"}}
