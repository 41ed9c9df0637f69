"""Which names a page or a feed reads, seen while it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.runtime import Context

from plugins.engine.pages.facet import Facet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

READS = "\0reads"  # in the values of a page: the set of names that it has read
EVERYTHING = "\0everything"  # noted as read by what asks for all names there are


def record_reads(env: Environment) -> None:
    """Let the templates of an environment note what they read."""
    kind = env.context_class
    if not issubclass(kind, RecordingContext):
        env.context_class = type(kind.__name__, (RecordingContext, kind), {})


class RecordingContext(Context):
    """What templates see of a page's values; notes each name that is asked for, there or not."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value of a name, made now if it is a facet."""
        if key not in self.vars:
            self._note(key)
        return made(super().resolve_or_missing(key))

    def __contains__(self, name: str) -> bool:
        """Tell whether a name is there."""
        self._note(name)
        return super().__contains__(name)

    def keys(self) -> Any:
        """Return all names."""
        self._note(EVERYTHING)
        return self.get_all().keys()

    def values(self) -> Any:
        """Return all values."""
        self._note(EVERYTHING)
        return self.get_all().values()

    def items(self) -> Any:
        """Return all names with their values."""
        self._note(EVERYTHING)
        return self.get_all().items()

    def _note(self, name: str) -> None:
        reads = self.parent.get(READS)
        if reads is not None:
            reads.add(name)


class RecordedValues(dict[str, Any]):
    """The values that all pages share, as who writes a feed sees them; notes each name that is asked for."""

    def __init__(self, values: Mapping[str, Any], reads: set[str]) -> None:
        super().__init__(values)
        self._values = values
        self._reads = reads

    def __getitem__(self, name: str) -> Any:
        self._reads.add(name)
        return made(super().__getitem__(name))

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a name."""
        return self[name] if name in self else default  # noqa: SIM401 (this is what `get` is)

    def __contains__(self, name: object) -> bool:
        self._reads.add(str(name))
        return super().__contains__(name)

    def __or__(self, other: Mapping[str, Any]) -> RecordedValues:  # type: ignore[override]
        return RecordedValues({**self._values, **other}, self._reads)

    def copy(self) -> RecordedValues:
        """Return a copy that notes as well."""
        return self | {}

    def __iter__(self) -> Iterator[str]:
        self._reads.add(EVERYTHING)
        return super().__iter__()

    def keys(self) -> Any:
        """Return all names."""
        self._reads.add(EVERYTHING)
        return super().keys()

    def values(self) -> Any:
        """Return all values."""
        self._reads.add(EVERYTHING)
        return super().values()

    def items(self) -> Any:
        """Return all names with their values."""
        self._reads.add(EVERYTHING)
        return super().items()


def made(value: Any) -> Any:
    """Return a value, that of a facet made now."""
    return value.value if type(value) is Facet else value
