"""Some of a few fixed values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.frontmatter import Scalar, Sequence, refuse
from plugins.frontmatter.readers import listing, word_of
from plugins.procedures.fields.base import FieldType

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.frontmatter import Node

Several = tuple[str, ...]


@dataclass(frozen=True)
class Choices(FieldType[Several]):
    """One or more of the field's `choices`, kept in the order of fields.yaml."""

    needs: ClassVar[frozenset[str]] = frozenset({"choices"})
    takes: ClassVar[frozenset[str]] = frozenset({"choices"})
    pickable: ClassVar[bool] = True
    picture: ClassVar[str] = "body-map"

    def parse(self, node: Node) -> Several:
        """Read ``[a, b]`` or ``a, b``."""
        found = several(node, ",", word_of(*self.choices))
        if not found:
            raise refuse(node.place, "an empty list", expected=f"one or more of: {', '.join(self.choices)}")
        return tuple(sorted(found, key=self.choices.index))

    def show(self, value: Several) -> str:
        """Return the choices with commas between them."""
        return ", ".join(value)

    def sort_key(self, value: Several) -> tuple[int, ...]:
        """Order by the first choice, then the next."""
        return tuple(self.choices.index(choice) for choice in value)

    def items(self, value: Several) -> Several:
        """Return the choices."""
        return value

    def export(self, value: Several) -> list[str]:
        """Return a list."""
        return list(value)

    def json_schema(self) -> dict[str, Any]:
        """Return a list of the choices, each once."""
        return {"type": "array", "items": {"enum": list(self.choices)}, "uniqueItems": True}


def several(node: Node, sign: str, read: Callable[[Node], str]) -> Several:
    """Read a list, or what an author wrote on one line with `sign` between the items."""
    if not isinstance(node, Scalar):
        return listing(read)(node)
    parts = [part.strip() for part in node.text.split(sign)]
    if len(parts) == 1:
        return (read(node),)
    return listing(read)(Sequence(node.place, tuple(Scalar(node.place, part) for part in parts)))
