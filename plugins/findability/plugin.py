"""Connects this room to Pelican's signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import signals

from plugins.editorial.reader import HOUSE
from plugins.procedures.plugin import CATALOGUE

if TYPE_CHECKING:
    from pelican.generators import Generator

    from plugins.editorial import House


def offer_structured_data(generator: Generator) -> None:
    """Let templates describe their pages.

    A site with relative links has no address yet: the same rule as that for the canonical link.
    """
    from plugins.findability.site import Site
    from plugins.findability.structured_data import StructuredData

    settings = generator.settings
    house: House = settings[HOUSE]
    origin = "" if settings["RELATIVE_URLS"] else settings["SITEURL"]
    site = Site(house.title, house.tagline, house.languages[0], origin, house.details)
    fields = settings[CATALOGUE].fields
    generator.context["STRUCTURED_DATA"] = StructuredData(site, fields, house.people.records)


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.generator_init.connect(offer_structured_data)
