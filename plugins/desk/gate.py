"""The gate between content and build: nothing is built before everything has been examined.

A strict run ends here when anything is wrong, before a page is read or written.  A preview goes on without
what is wrong, says so on its start page, and ends with status 1.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader
from pelican.contents import Article as PelicanArticle
from pelican.writers import Writer

from plugins.appointment.plugin import SHEET
from plugins.comments import TEMPLATES
from plugins.desk.discussion import add_discussion
from plugins.desk.examine import examine
from plugins.desk.files import shown_path
from plugins.desk.fingerprints import tell_of_items, tell_of_links, tell_of_posts, tell_of_shared
from plugins.desk.renewing import Renewing
from plugins.desk.resources import reading_store
from plugins.desk.reviews import summary
from plugins.desk.wording import outcome
from plugins.editorial.reader import HOUSE, POSTS
from plugins.editorial.review import CHANGES, STANDINGS
from plugins.engine import RENEW
from plugins.engine.jobs import jobs
from plugins.engine.progress import PROGRESS
from plugins.frontmatter import Place, Problem, Severity, report
from plugins.frontmatter.nodes import shorten
from plugins.frontmatter.problems import nearest
from plugins.procedures.addresses import of_changes
from plugins.procedures.content import Address, for_feed
from plugins.procedures.plugin import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.desk.edition import Edition

EDITION = "EDITION"  # setting: the Edition of this run
STRICT = "STRICT"  # setting: whether any problem ends the build
WITHHELD = "VERIFY_WITHHELD"  # setting: titles, by addresses, that the finished site is searched for
CLINICAL_REVIEW = "CLINICAL_REVIEW"  # setting: what is done with medical pages that are not reviewed
LABEL, NOINDEX, REQUIRED = CHOICES = ("label", "noindex", "required")


class RefusedError(SystemExit):
    """Ends a build before it begins; the report has been printed.

    A preview shows `problems` in the page (see plugins/engine): what must be mended, and no more.
    """

    def __init__(self, problems: str) -> None:
        """Exit with status 1."""
        super().__init__(1)
        self.problems = problems


class IncompleteError(RefusedError):
    """Ends a preview that left something out: its output may be used (see plugins/engine)."""

    output_is_whole = True


def say(text: str) -> None:
    """Print a report where it does not mix with what other programs read."""
    sys.stderr.write(f"{text}\n")


def open_the_gate(pelican: Pelican) -> None:
    """Examine the content and hand it to the other rooms, or end the run."""
    settings = pelican.settings
    strict = settings.get(STRICT, False)
    with settings[PROGRESS].stage("Reading") as stage:
        edition = examine(
            Path(pelican.path),
            shown_path(pelican.path),
            public=strict,
            withhold=wanted(settings) == REQUIRED,
            store=reading_store(Path(settings["CACHE_PATH"])),
            jobs=jobs(settings),
            progress=stage,
        )
        files = len(edition.digests)
        stage.said = f"{files:,} files: {stage.total:,} read, {max(0, files - stage.total):,} as before"
    stop = edition.of(Severity.ERROR, Severity.WARNING) if strict else ()
    if edition.catalogue is None or stop:
        words = outcome(edition, strict=strict, built=False)
        say(report(edition.problems, words))
        raise RefusedError(report(stop or edition.errors, words))
    settings[EDITION] = edition
    settings[HOUSE] = edition.house
    settings[POSTS] = edition.posts
    settings[CATALOGUE] = edition.catalogue
    tell_of_items(edition, settings)
    settings[CHANGES] = edition.changes
    settings[SHEET] = edition.sheet
    settings[WITHHELD] = edition.withheld
    settings["DEFAULT_LANG"] = edition.house.languages[0]
    settings["STATIC_PATHS"] = sorted(edition.images)  # what plugins/media may take


def wanted(settings: Any) -> str:
    """Return what is to become of medical pages that are not reviewed, or end the run."""
    asked = str(settings.get(CLINICAL_REVIEW, LABEL))
    if asked in CHOICES:
        return asked
    expected = f"one of: {', '.join(CHOICES)}"
    message = f'"{shorten(asked)}" is not a choice'
    problem = str(Problem(Place("settings"), message, expected, nearest(asked, CHOICES), CLINICAL_REVIEW))
    say(problem)
    raise RefusedError(problem)


def offer_details(generator: Generator) -> None:
    """Give templates what they print on every page, and the default templates of comments."""
    generator.env.loader.loaders.append(FileSystemLoader(TEMPLATES))
    edition: Edition = generator.settings[EDITION]
    context = generator.context
    context["HOUSE"] = edition.house
    context["SITENAME"], context["SITESUBTITLE"] = edition.house.title, edition.house.tagline
    context["DEFAULT_LANG"] = edition.house.languages[0]
    context["ORIGIN"] = generator.settings["SITEURL"]
    # Links carry no host, so that a published folder also works where it is tried out first.
    context["SITEURL"] = context["localsiteurl"] = urlsplit(generator.settings["SITEURL"]).path.rstrip("/")
    context["PREVIEW_PROBLEMS"] = () if generator.settings.get(STRICT) else edition.errors
    context["WAITING"] = edition.waiting
    context["COMMENTS"] = edition.comments
    context[STANDINGS] = edition.standings
    noindex = generator.settings.get(CLINICAL_REVIEW) == NOINDEX
    context["NOT_INDEXED"] = frozenset(not_reviewed(edition)) if noindex else frozenset()
    tell_of_shared(generator, edition)


def our_writer(_: object) -> type[Writer]:
    """Return the writer that keeps the host in feeds."""
    return FeedsWithHost


class FeedsWithHost(Writer):
    """Writes feeds with whole addresses, as readers of feeds need them, and each text as it is."""

    def write_feed(self, elements: Any, context: Any, *more: Any, **options: Any) -> Any:
        """Write a feed as Pelican does, for the address that the site has in public."""
        return super().write_feed(elements, context | {"SITEURL": context["ORIGIN"]}, *more, **options)

    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None:
        super()._add_item_to_the_feed(feed, for_feed(item))


def complete(generators: list[Generator]) -> None:
    """Once all is read, let texts link to each page by its address, and give articles their comments."""
    settings, context = generators[0].settings, generators[0].context
    edition: Edition = settings[EDITION]
    known = context["generated_content"]
    for address in edition.pages:
        known.setdefault(address, Address(address))
    for content in known.values():
        if isinstance(content, PelicanArticle):
            add_discussion(content, edition, public=settings.get(STRICT, False))
    tell_of_links(edition, settings, context)
    tell_of_posts(edition, settings, context)
    if edition.again and not edition.errors:
        renewing = Renewing(edition, edition.again, settings, context)
        context.setdefault(RENEW, {})[Path(settings["PATH"])] = renewing


def not_reviewed(edition: Edition) -> Iterator[str]:
    """Yield the addresses of medical pages that are not as a clinician has signed them."""
    for address, standing in edition.standings.items():
        if not standing.reviewed:
            yield address
            yield of_changes(address)


def close_the_gate(pelican: Pelican) -> None:
    """Print what was left out and what waits, and end a preview that is not complete."""
    settings = pelican.settings
    edition: Edition = settings[EDITION]
    words = outcome(edition, strict=False, built=True)
    if edition.problems:
        say(report(edition.problems, words))
    if settings.get(STRICT) and (reviews := summary(edition.medical, withheld=wanted(settings) == REQUIRED)):
        say(f"reviews: {reviews}")
    if edition.errors:
        raise IncompleteError(report(edition.errors, words))
