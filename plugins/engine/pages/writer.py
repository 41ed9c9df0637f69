"""A writer that notes what is to be written, and writes nothing itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pelican.paginator import Paginator
from pelican.utils import sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer

from plugins.engine.pages.job import FeedJob, PageJob, TextJob
from plugins.engine.pages.recording import record_reads

W = TypeVar("W", "FacetWriter", "QueueingWriter")

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.engine.pages.facet import Facet
    from plugins.engine.pages.job import Job, Template

_FEED = "\0feed"  # the name of what a feed reads beside the values that all pages share


class Queue:
    """Jobs in the order in which they came, one for each path."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._jobs: dict[str, Job] = {}
        self._final: set[str] = set()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs."""
        return tuple(self._jobs.values())

    def add(self, job: Job, *, override: bool = False) -> None:
        """Take a job.  As with Pelican, one that may `override` goes before all others of its path."""
        path = job.path if _is_plain(job.path) else self._inside(job.path)
        if path in self._final:
            if override:
                raise FileOverwriteFailedError(f'"{path}" was overridden already')
            return
        if path in self._jobs and not override:
            raise FileOverwriteFailedError(f'two pages want the address "{path}"')
        if override:
            self._final.add(path)
        self._jobs[path] = job

    def _inside(self, path: str) -> str:
        """Return the path below the output that is meant.  Raises RuntimeError where it leads out of it."""
        return os.path.relpath(sanitised_join(self._output, path), self._output)


def _is_plain(path: str) -> bool:
    """Whether a path names its place below the output in the shortest way, as nearly all do."""
    return os.path.normpath(path) == path and not path.startswith(("/", ".."))


class FacetWriter(Writer):
    """Mixed into the writer of a run that writes at once: takes what the other one takes."""

    queue: Queue  # of nothing

    @property
    def pages(self) -> tuple[str, ...]:
        """The files of all pages so far."""
        folder = Path(self.output_path)
        return tuple(page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))

    def write_file(self, name: str, template: Template, *told: Any, **values: Any) -> None:
        """Write a page, or the pages of a list."""
        if name:
            record_reads(template.environment)  # which also makes the facets that templates ask for
        super().write_file(name, template, *told, **values)

    def write_text(self, name: str, text: Facet[str]) -> None:
        """Write a file."""
        job = TextJob(name, text)
        job.write(place_of(Path(self.output_path), job))


class QueueingWriter(Writer):
    """Mixed into the writer of a run: what generators write becomes jobs of `queue`."""

    queue: Queue

    @property
    def pages(self) -> tuple[str, ...]:
        """The files of all pages so far."""
        return tuple(job.path for job in self.queue.jobs if isinstance(job, PageJob))

    def write_file(  # noqa: PLR0913, PLR0917 (the signature is Pelican's)
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,  # noqa: FBT001, FBT002
        paginated: Mapping[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,  # noqa: FBT001, FBT002
        url: str | None = None,
        **values: Any,
    ) -> None:
        """Note a page, or the pages of a list."""
        if not name:
            return
        record_reads(template.environment)
        if paginated is None:
            paginated = {key: values[key] for key in ("articles", "dates") if key in values}
        pages = [(name, values)]
        if paginated and template_name in self.settings["PAGINATED_TEMPLATES"]:
            per_page = self.settings["PAGINATED_TEMPLATES"][template_name]
            per_page = per_page or self.settings["DEFAULT_PAGINATION"]
            paginators = {
                key: Paginator(name, url, items, self.settings, per_page) for key, items in paginated.items()
            }
            pages = [(path, values | more) for path, more in _pages(paginators)]
        for path, own in pages:
            self.queue.add(PageJob(path, template, context, own, relative_urls), override=override_output)

    def write_text(self, name: str, text: Facet[str]) -> None:
        """Note a file whose text has a fingerprint."""
        self.queue.add(TextJob(name, text))

    def write_feed(  # noqa: PLR0913, PLR0917 (the signature is Pelican's)
        self,
        elements: list[Any],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,  # noqa: FBT001, FBT002
        feed_title: str | None = None,
    ) -> Any:
        """Note a feed; one without a path is nothing to write, and made at once."""
        told = (path, url, feed_type, override_output, feed_title)
        if not path:
            return super().write_feed(elements, context, *told)
        write = super().write_feed

        def by_pelican(values: Any) -> None:
            # The queue knows that no other file has the path; a process that stays writes it again.
            self._written_files.clear()
            self._overridden_files.clear()
            write(elements, values, *told)

        of_it = {_FEED: (elements[: self.settings["FEED_MAX_ITEMS"]], feed_title, url)}
        self.queue.add(FeedJob(path, context, of_it, by_pelican), override=override_output)
        return None


def _pages(paginators: Mapping[str, Paginator]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each page of lists that are turned together: its path and what templates know of it."""
    for number in range(1, next(iter(paginators.values())).num_pages + 1):
        found: dict[str, Any] = {}
        for key, paginator in paginators.items():
            page = paginator.page(number)
            found[f"{key}_paginator"] = paginator
            found[f"{key}_page"] = page
            found[f"{key}_previous_page"] = paginator.page(number - 1) if number > 1 else None
            found[f"{key}_next_page"] = paginator.page(number + 1) if page.has_next() else None
        yield page.save_as, found


def queueing(writer: Writer, output: str) -> QueueingWriter | FacetWriter:
    """Return a writer like `writer` that only notes what is to be written.

    One of a plugin's that writes pages in its own way goes on writing them at once.
    """
    if type(writer).write_file is not Writer.write_file:
        return writing_at_once(writer, output)
    return _mixed(QueueingWriter, writer, output)


def writing_at_once(writer: Writer, output: str) -> FacetWriter:
    """Return a writer like `writer` that knows facets."""
    return _mixed(FacetWriter, writer, output)


def _mixed(kind: type[W], writer: Writer, output: str) -> W:
    made: W = type(kind.__name__, (kind, type(writer)), {})(output, settings=writer.settings)
    made.queue = Queue(output)
    return made


def place_of(folder: Path, job: Job) -> Path:
    """Return where a job writes, in a folder that is there."""
    target = Path(sanitised_join(str(folder), job.path))
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
