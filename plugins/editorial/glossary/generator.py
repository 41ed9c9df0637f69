"""Pelican's generator of the page of all terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.generators import Generator

from plugins.editorial.glossary.reading import has_page
from plugins.editorial.glossary.term import ADDRESS
from plugins.editorial.glossary.view import glossary_view
from plugins.editorial.reader import HOUSE

if TYPE_CHECKING:
    from pelican.writers import Writer

    from plugins.editorial.house import House


class GlossaryGenerator(Generator):
    """Makes /glossary/, where there is a glossary."""

    def generate_output(self, writer: Writer) -> None:
        """Write the page."""
        house: House = self.settings[HOUSE]
        if has_page(house.glossary):
            writer.write_file(
                f"{ADDRESS}index.html",
                self.get_template("glossary"),
                self.context,
                self.settings["RELATIVE_URLS"],
                url=ADDRESS,
                view=glossary_view(house.glossary, house.sources.records),
            )
