"""One of a few fixed values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.frontmatter.readers import word_of
from plugins.procedures.fields.base import FieldType

if TYPE_CHECKING:
    from plugins.frontmatter import Node


@dataclass(frozen=True)
class Choice(FieldType[str]):
    """One of the field's `choices`; they sort in the order of fields.yaml."""

    needs: ClassVar[frozenset[str]] = frozenset({"choices"})
    takes: ClassVar[frozenset[str]] = frozenset({"choices"})
    pickable: ClassVar[bool] = True
    picture: ClassVar[str] = "body-map"

    def parse(self, node: Node) -> str:
        """Read one of the choices."""
        return word_of(*self.choices)(node)

    def show(self, value: str) -> str:
        """Return the choice itself."""
        return value

    def sort_key(self, value: str) -> int:
        """Order as fields.yaml lists them."""
        return self.choices.index(value)

    def json_schema(self) -> dict[str, Any]:
        """Return an enumeration."""
        return {"enum": list(self.choices)}
