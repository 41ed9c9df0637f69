"""Pelican's generator of the pages under /styleguide/."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from plugins.engine import Facet, digest, folder_digest, templates_digest
from plugins.styleguide.printing import printed
from plugins.styleguide.samples import component_names, components

if TYPE_CHECKING:
    from markupsafe import Markup
    from pelican.writers import Writer

    from plugins.styleguide.samples import Component

ADDRESS = "styleguide/"
DATA = "data"


class StyleguideGenerator(Generator):
    """Makes a page for each component with samples, and one that lists them and shows the tokens."""

    def generate_output(self, writer: Writer) -> None:
        """Write the pages, and the data that their scripts fetch."""
        folder = Path(self.theme) / "styleguide"
        made = partial(Facet, digest([folder_digest(Path(self.theme)), templates_digest(self.settings)]))
        shown = made(lambda: components(folder))
        names = component_names(folder)
        if names:
            self._write(writer, ADDRESS, "styleguide", components=shown, address_of=_address)
        for number, name in enumerate(names):
            component = made(partial(_one_of, shown, number))
            states = made(partial(self._states, component))
            self._write(writer, _address_of(name), "component", component=component, states=states)
        if (folder / DATA).is_dir():
            shutil.copytree(folder / DATA, Path(self.output_path) / ADDRESS / DATA, dirs_exist_ok=True)

    def _states(self, component: Facet[Component]) -> list[tuple[str, Markup]]:
        """Return the states of a component with their HTML, whose links lead out of its own folder."""
        root = "../.." if self.settings["RELATIVE_URLS"] else self.settings["SITEURL"]
        shown = component.value
        return [(state.name, printed(self.env, shown, state, root)) for state in shown.states]

    def _write(self, writer: Writer, address: str, template: str, **values: Any) -> None:
        writer.write_file(
            f"{address}index.html",
            self.get_template(template),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=address,
            **values,
        )


def _one_of(shown: Facet[tuple[Component, ...]], number: int) -> Component:
    return shown.value[number]


def _address(component: Component) -> str:
    return _address_of(component.name)


def _address_of(name: str) -> str:
    return f"{ADDRESS}{name.replace('_', '-')}/"
