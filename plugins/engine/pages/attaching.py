"""Files that a text takes along into its own folder (``{attach}``), moved before Pelican copies them.

Pelican moves them while it writes the pages, which here comes after the copying, or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.contents import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.engine.pages.job import Job
    from plugins.engine.pages.writer import QueueingWriter


class AttachingGenerator:
    """The last of Pelican's generators but that which copies files."""

    def __init__(self, **told: Any) -> None:
        """Take what Pelican tells each generator."""

    def generate_output(self, writer: QueueingWriter) -> None:
        """Follow the links of all texts that have such files, in the order of their pages."""
        for text in _texts(writer.queue.jobs):
            source = text._content  # noqa: SLF001 (as Pelican looks for files, before any plugin)
            if "attach" in source:
                text._update_content(source, text.get_siteurl())  # noqa: SLF001 (it is kept nowhere)


def _texts(jobs: Iterable[Job]) -> Iterator[Content]:
    for job in jobs:
        yield from (value for value in job.own.values() if isinstance(value, Content))
