"""Pelican's generator of the pages under /styleguide/."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from plugins.styleguide.printing import printed
from plugins.styleguide.samples import components

if TYPE_CHECKING:
    from markupsafe import Markup
    from pelican.writers import Writer

    from plugins.styleguide.samples import Component

ADDRESS = "styleguide/"
DATA = "data"
SETTING = "STYLEGUIDE"


class StyleguideGenerator(Generator):
    """Makes a page for each component with samples, and one that lists them and shows the tokens."""

    def generate_output(self, writer: Writer) -> None:
        """Write the pages, and the data that their scripts fetch."""
        folder = Path(self.theme) / "styleguide"
        shown = components(folder)
        if shown:
            self._write(writer, ADDRESS, "styleguide", components=shown, address_of=_address)
        for component in shown:
            states = self._states(component)
            self._write(writer, _address(component), "component", component=component, states=states)
        if (folder / DATA).is_dir():
            shutil.copytree(folder / DATA, Path(self.output_path) / ADDRESS / DATA, dirs_exist_ok=True)

    def _states(self, component: Component) -> list[tuple[str, Markup]]:
        """Return the states of a component with their HTML, whose links lead out of its own folder."""
        root = "../.." if self.settings["RELATIVE_URLS"] else self.settings["SITEURL"]
        return [(state.name, printed(self.env, component, state, root)) for state in component.states]

    def _write(self, writer: Writer, address: str, template: str, **values: Any) -> None:
        writer.write_file(
            f"{address}index.html",
            self.get_template(template),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=address,
            **values,
        )


def _address(component: Component) -> str:
    return f"{ADDRESS}{component.name.replace('_', '-')}/"
