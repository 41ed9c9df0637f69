"""Connects this room to Pelican's signals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

if TYPE_CHECKING:
    from pelican.generators import Generator

SHEET = "APPOINTMENT"  # setting, and in templates: the Sheet, or None
TEMPLATES = Path(__file__).with_name("templates")


def appointment_generator(_: object) -> Any:
    """Return the generator of the page."""
    from plugins.appointment.generator import AppointmentGenerator

    return AppointmentGenerator


def offer_sheet(generator: Generator) -> None:
    """Let templates know the sheet, and let Jinja find our default template after those of the theme."""
    from jinja2 import FileSystemLoader

    generator.env.loader.loaders.append(FileSystemLoader(TEMPLATES))
    generator.context[SHEET] = generator.settings[SHEET]


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.get_generators.connect(appointment_generator)
    signals.generator_init.connect(offer_sheet)
