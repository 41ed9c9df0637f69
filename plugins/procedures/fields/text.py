"""Free text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.frontmatter.readers import text
from plugins.procedures.fields.base import FieldType

if TYPE_CHECKING:
    from plugins.frontmatter import Node


@dataclass(frozen=True)
class Text(FieldType[str]):
    """A sentence or two in plain words."""

    sortable: ClassVar[bool] = False

    def parse(self, node: Node) -> str:
        """Read any text, with runs of white space as one space."""
        return " ".join(text(node).split())

    def show(self, value: str) -> str:
        """Return the text itself."""
        return value
