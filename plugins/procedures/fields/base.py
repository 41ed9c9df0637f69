"""What every field type can do, and what most of them share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from plugins.frontmatter import Node

V = TypeVar("V")


@dataclass(frozen=True)
class FieldType(ABC, Generic[V]):
    """A kind of value.

    `choices`, `unit` and `per` come from the field's entry in fields.yaml; a type that needs one says so
    in `needs`, a type that takes one in `takes`.
    """

    choices: tuple[str, ...] = ()
    unit: str = ""
    per: str = ""

    needs: ClassVar[frozenset[str]] = frozenset()
    takes: ClassVar[frozenset[str]] = frozenset()
    numeric: ClassVar[bool] = False  # a figure: aligned right, and an error without a source
    sortable: ClassVar[bool] = True  # free text does not sort
    pickable: ClassVar[bool] = False  # can stand in `where:` and have a page per value
    picture: ClassVar[str] = ""  # the one that can be drawn of values of this type

    @abstractmethod
    def parse(self, node: Node) -> V:
        """Read a value as authors type it.  Raises Refusal."""

    @abstractmethod
    def show(self, value: V) -> str:
        """Return the value in words; `parse` reads them back."""

    def say(self, value: V) -> str:
        """Return the value as pages and tables tell it; `show` where there is no more to say."""
        return self.show(value)

    def sort_key(self, value: V) -> Any:
        """Return a key that puts the values of this type into a total order."""
        return self.show(value).casefold(), self.show(value)

    def same(self, one: V, other: V) -> bool:
        """Whether two values mean the same, so that a table need not mark a difference."""
        return one == other

    def items(self, value: V) -> Sequence[str]:
        """Return the single values that `where:` and browse pages go by."""
        return (self.show(value),)

    def export(self, value: V) -> Any:
        """Return the value as JSON has it (see `json_schema`)."""
        return self.show(value)

    def json_schema(self) -> dict[str, Any]:
        """Return the JSON Schema of what `export` gives."""
        return {"type": "string"}
