"""Connects this room to Pelican's signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.editorial.reader import HOUSE
from plugins.procedures.plugin import CATALOGUE

if TYPE_CHECKING:
    from pelican.generators import Generator

    from plugins.editorial import House


def offer_structured_data(generator: Generator) -> None:
    """Let templates describe their pages."""
    from plugins.findability.site import Site, origin_of
    from plugins.findability.structured_data import StructuredData

    settings = generator.settings
    house: House = settings[HOUSE]
    site = Site(house.title, house.tagline, house.languages[0], origin_of(settings), house.details)
    fields = settings[CATALOGUE].fields
    generator.context["STRUCTURED_DATA"] = StructuredData(site, fields, house.people.records)


def sitemap_generator(_: object) -> Any:
    """Return the generator of the sitemap."""
    from plugins.findability.sitemap import SitemapGenerator

    return SitemapGenerator


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(sitemap_generator)
    signals.generator_init.connect(offer_structured_data)
