"""Connects this room to Pelican's signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.editorial.feeds import NEVER
from plugins.editorial.neighbours import neighbours
from plugins.editorial.reader import HOUSE
from plugins.editorial.review import STANDINGS
from plugins.editorial.staff import staff

if TYPE_CHECKING:
    from pelican.generators import Generator
    from pelican.readers import Readers

TEMPLATES = Path(__file__).with_name("glossary") / "templates"


def use_our_reader(readers: Readers) -> None:
    """Read Markdown with our reader, and nothing with Pelican's others (they refuse nothing)."""
    from plugins.editorial.reader import EditionReader

    wanted: dict[str, Any] = {"md": EditionReader, "static": readers.reader_classes["static"]}
    readers.reader_classes.clear()
    readers.reader_classes.update(wanted)


def glossary_generator(_: object) -> Any:
    """Return the generator of the page of all terms."""
    from plugins.editorial.glossary.generator import GlossaryGenerator

    return GlossaryGenerator


def offer_templates(generator: Generator) -> None:
    """Let Jinja find our default template after those of the theme."""
    from jinja2 import FileSystemLoader

    generator.env.loader.loaders.append(FileSystemLoader(TEMPLATES))


def introduce_neighbours(generator: Generator) -> None:
    """Tell each article which ones stand around it; what is not published has none."""
    for article in (*generator.drafts, *generator.hidden_articles):
        article.neighbours = None
    for article, found in neighbours(generator.articles):
        article.neighbours = found


def introduce_staff(generator: Generator) -> None:
    """Let templates name the people behind the pages."""
    people = generator.settings[HOUSE].people.records
    generator.context["STAFF"] = staff(people, generator.authors, generator.context[STANDINGS])


def date_empty_feed(_: object, feed: Any) -> None:
    """Let a feed without articles always say the same."""
    if not feed.items:
        feed.latest_post_date = lambda: NEVER


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.readers_init.connect(use_our_reader)
    signals.get_generators.connect(glossary_generator)
    signals.generator_init.connect(offer_templates)
    signals.article_generator_finalized.connect(introduce_neighbours)
    signals.article_generator_finalized.connect(introduce_staff)
    signals.feed_generated.connect(date_empty_feed)
