"""Connects this room to Pelican's signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican import signals

if TYPE_CHECKING:
    from pelican import Pelican

SETTING = "STYLEGUIDE"  # whether the pages are made


def styleguide_generator(pelican: Pelican) -> Any:
    """Return the generator of the pages, or nothing where the setting STYLEGUIDE is off."""
    if not pelican.settings.get(SETTING):
        return None
    from plugins.styleguide.generator import StyleguideGenerator

    return StyleguideGenerator


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(styleguide_generator)
