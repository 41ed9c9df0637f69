"""What is to be written at a path below the output folder: a page, a text, or a feed.

Of each job `own` are the values that it alone may read, and `shared` those that it has in common with others;
`write` writes the file and returns the names of the values that were read for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pelican.utils import get_relative_path, path_to_url

from plugins.engine.pages.facet import facets_noted
from plugins.engine.pages.recording import READS, RecordedValues

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import jinja2

    from plugins.engine.pages.facet import Facet
    from plugins.engine.pages.lazy_template import LazyTemplate

    Template = jinja2.Template | LazyTemplate

PLACE = frozenset({"localsiteurl", "output_file"})
"""Values of a page that follow from its path and from SITEURL."""


@dataclass(frozen=True, eq=False)
class PageJob:
    """A template and the values of a page."""

    path: str
    template: Template
    shared: dict[str, Any]
    own: dict[str, Any]
    relative: bool

    def local(self) -> dict[str, Any]:
        """Return all values, as Pelican puts them together."""
        found = {**self.shared, "output_file": self.path}
        found.setdefault("localsiteurl", None)
        if self.relative:
            found["SITEURL"] = found["localsiteurl"] = path_to_url(get_relative_path(self.path))
        return {**found, **self.own}

    def write(self, target: Path) -> frozenset[str]:
        """Render the page."""
        local = self.local()
        reads: set[str] = set()
        local[READS] = reads
        if local["localsiteurl"]:
            self.shared["localsiteurl"] = local["localsiteurl"]  # texts look there for what links need
        with facets_noted(reads):
            target.write_text(self.template.render(local), encoding="utf-8")
        return frozenset(reads - PLACE | reads & self.own.keys())


@dataclass(frozen=True, eq=False)
class TextJob:
    """A file whose text has a fingerprint before it is made."""

    path: str
    text: Facet[str]
    template: None = None
    shared: Mapping[str, Any] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Any]:
        """The text."""
        return {"text": self.text}

    def write(self, target: Path) -> frozenset[str]:
        """Write the text as it is."""
        target.write_text(self.text.value, encoding="utf-8", newline="")
        return frozenset({"text"})


@dataclass(frozen=True, eq=False)
class FeedJob:
    """A feed, which Pelican's own writer puts into its place, given the values that it may read."""

    path: str
    shared: dict[str, Any]
    own: dict[str, Any]
    by_pelican: Callable[[RecordedValues], object]
    template: None = None

    def write(self, target: Path) -> frozenset[str]:  # noqa: ARG002 (Pelican's writer knows the place)
        """Let Pelican write it, and plugins change it."""
        reads: set[str] = set()
        with facets_noted(reads):
            self.by_pelican(RecordedValues(self.shared, reads))
        return frozenset(reads - PLACE | self.own.keys())


Job = PageJob | TextJob | FeedJob
