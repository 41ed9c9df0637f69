"""Yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.frontmatter.readers import word_of
from plugins.procedures.fields.base import FieldType

if TYPE_CHECKING:
    from plugins.frontmatter import Node


@dataclass(frozen=True)
class YesNo(FieldType[bool]):
    """Yes or no; yes sorts first."""

    pickable: ClassVar[bool] = True

    def parse(self, node: Node) -> bool:
        """Read ``yes`` or ``no``, and nothing that merely looks like it."""
        return word_of("yes", "no")(node) == "yes"

    def show(self, value: bool) -> str:
        """Return yes or no."""
        return "yes" if value else "no"

    def sort_key(self, value: bool) -> bool:
        """Order yes before no."""
        return not value

    def export(self, value: bool) -> bool:
        """Return true or false."""
        return value

    def json_schema(self) -> dict[str, Any]:
        """Return a boolean."""
        return {"type": "boolean"}
