"""Which names a page reads, seen while it is rendered."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context

from plugins.engine.pages.facet import Facet

READS = "\0reads"  # in the values of a page: the set of names that it has read


def record_reads(env: Environment) -> None:
    """Let the templates of an environment note what they read."""
    kind = env.context_class
    if not issubclass(kind, RecordingContext):
        env.context_class = type(kind.__name__, (RecordingContext, kind), {})


class RecordingContext(Context):
    """What templates see of a page's values; notes each name that is asked for, there or not."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value of a name, made now if it is a facet."""
        value = super().resolve_or_missing(key)
        if key not in self.vars and (reads := self.parent.get(READS)) is not None:
            reads.add(key)
        return value.value if type(value) is Facet else value
