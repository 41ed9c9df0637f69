"""Connects this room to Pelican's signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator

from plugins.assets.feeds import style_feed
from plugins.assets.once import Once

if TYPE_CHECKING:
    from plugins.assets.naming import Asset

HASHES = "ASSET_HASHES"  # setting: whether names tell the content; without, a style sheet changes no page
NAMES = "ASSETS"  # in templates: the name of each file below the root, by its name in the theme


class AssetsGenerator(Generator):
    """Tells templates the names of the theme's files, and writes these."""

    assets: dict[str, Asset]

    def generate_context(self) -> None:
        """Pack the files, before any page is printed."""
        from plugins.assets.theme import theme_assets

        hashes = self.settings.get(HASHES, True)
        self.assets = theme_assets(Path(self.theme) / "static", hashes=hashes)
        self.context[NAMES] = {name: asset.name for name, asset in self.assets.items()}

    def generate_output(self, _: object) -> None:
        """Write the files."""
        for asset in self.assets.values():
            path = Path(self.output_path) / asset.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(asset.content)


def assets_generator(_: object) -> Any:
    """Return the generator of the theme's files."""
    return AssetsGenerator


def offer_once(generator: Generator) -> None:
    """Let templates repeat what they have printed."""
    generator.env.filters["once"] = Once()


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.generator_init.connect(offer_once)
    signals.get_generators.connect(assets_generator)
    signals.feed_written.connect(style_feed)
