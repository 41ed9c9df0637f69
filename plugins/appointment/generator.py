"""Pelican's generator of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.generators import Generator

from plugins.appointment.paper import MOST_TREATMENT_LINES, THIRD, lines_of
from plugins.appointment.plugin import SHEET
from plugins.appointment.sheet import ADDRESS

if TYPE_CHECKING:
    from pelican.writers import Writer


class AppointmentGenerator(Generator):
    """Makes /appointment/, where there is a sheet."""

    def generate_output(self, writer: Writer) -> None:
        """Write the page."""
        if self.context[SHEET]:
            titles = [procedure.title for procedure in self.context["PROCEDURES"]]
            writer.write_file(
                f"{ADDRESS}index.html",
                self.get_template("appointment"),
                self.context,
                self.settings["RELATIVE_URLS"],
                url=ADDRESS,
                all_printed=lines_of(titles, THIRD) <= MOST_TREATMENT_LINES,
            )
