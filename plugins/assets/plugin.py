"""Connects this room to Pelican's signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator

from plugins.assets.feeds import style_feed
from plugins.assets.once import Once
from plugins.engine import RENEW

if TYPE_CHECKING:
    from plugins.assets.naming import Asset

HASHES = "ASSET_HASHES"  # setting: whether names tell the content; without, a style sheet changes no page
NAMES = "ASSETS"  # in templates: the name of each file below the root, by its name in the theme


class AssetsGenerator(Generator):
    """Tells templates the names of the theme's files, and writes these."""

    assets: dict[str, Asset]

    def generate_context(self) -> None:
        """Pack the files, before any page is printed."""
        self.assets = self._packed()
        self.context[NAMES] = {name: asset.name for name, asset in self.assets.items()}
        self.context.setdefault(RENEW, {})[self._static] = self._renew

    def generate_output(self, _: object) -> None:
        """Write the files."""
        for asset in self.assets.values():
            _write(asset, Path(self.output_path))

    @property
    def _static(self) -> Path:
        return Path(self.theme) / "static"

    def _packed(self) -> dict[str, Asset]:
        from plugins.assets.theme import theme_assets

        return theme_assets(self._static, hashes=self.settings.get(HASHES, True))

    def _renew(self, _files: object, folder: Path) -> tuple[()] | None:
        """Pack edited files again; where names stay the same, pages do too."""
        try:
            assets = self._packed()
        except ValueError:  # a mistake, which a whole run tells
            return None
        if {asset.name for asset in assets.values()} != set(self.context[NAMES].values()):
            return None
        for name, asset in assets.items():
            if asset != self.assets[name]:
                _write(asset, folder)
        self.assets = assets
        return ()


def _write(asset: Asset, folder: Path) -> None:
    path = folder / asset.name
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
