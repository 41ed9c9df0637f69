"""The gate between content and build: nothing is built before everything has been examined.

A strict run ends here when anything is wrong, before a page is read or written.  A preview goes on without
what is wrong, says so on its start page, and ends with status 1.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals
from pelican.contents import Article as PelicanArticle

from plugins.desk.discussion import add_discussion
from plugins.desk.examine import examine
from plugins.desk.wording import outcome
from plugins.editorial.reader import HOUSE, POSTS
from plugins.frontmatter import Severity, report
from plugins.procedures.plugin import CATALOGUE

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.desk.edition import Edition

EDITION = "EDITION"  # setting: the Edition of this run
STRICT = "STRICT"  # setting: whether any problem ends the build


class RefusedError(SystemExit):
    """Ends a build before it begins; the report has been printed."""

    def __init__(self) -> None:
        """Exit with status 1."""
        super().__init__(1)


class IncompleteError(SystemExit):
    """Ends a preview that left something out: its output may be used (see plugins/engine)."""

    output_is_whole = True

    def __init__(self) -> None:
        """Exit with status 1."""
        super().__init__(1)


def say(text: str) -> None:
    """Print a report where it does not mix with what other programs read."""
    sys.stderr.write(f"{text}\n")


def open_the_gate(pelican: Pelican) -> None:
    """Examine the content and hand it to the other rooms, or end the run."""
    settings = pelican.settings
    edition = examine(Path(pelican.path), shown_path(pelican.path))
    strict = settings.get(STRICT, False)
    stop = edition.of(Severity.ERROR, Severity.WARNING) if strict else ()
    if edition.catalogue is None or stop:
        say(report(edition.problems, outcome(edition, strict=strict, built=False)))
        raise RefusedError
    settings[EDITION] = edition
    settings[HOUSE] = edition.house
    settings[POSTS] = edition.posts
    settings[CATALOGUE] = edition.catalogue


def shown_path(path: str) -> str:
    """Return a folder as messages give it: relative to where the command runs, if it is below."""
    absolute = Path(path).resolve()
    here = Path.cwd().resolve()
    return absolute.relative_to(here).as_posix() if here in absolute.parents else absolute.as_posix()


def offer_details(generator: Generator) -> None:
    """Give templates what they print on every page."""
    edition: Edition = generator.settings[EDITION]
    context = generator.context
    context["HOUSE"] = edition.house
    context["PREVIEW_PROBLEMS"] = () if generator.settings.get(STRICT) else edition.errors
    context["COMMENTS"] = edition.comments


def add_discussions(generators: list[Generator]) -> None:
    """Give all articles their comments, once they are read."""
    settings = generators[0].settings
    public = settings.get(STRICT, False)
    for content in generators[0].context["generated_content"].values():
        if isinstance(content, PelicanArticle):
            add_discussion(content, settings[EDITION], public=public)


def close_the_gate(pelican: Pelican) -> None:
    """Print what was left out and what waits, and end a preview that is not complete."""
    edition: Edition = pelican.settings[EDITION]
    if edition.problems:
        say(report(edition.problems, outcome(edition, strict=False, built=True)))
    if edition.errors:
        raise IncompleteError


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(open_the_gate)
    signals.generator_init.connect(offer_details)
    signals.all_generators_finalized.connect(add_discussions)
    signals.finalized.connect(close_the_gate)
