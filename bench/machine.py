"""What figures were measured on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

PACKAGES = ("pelican", "Markdown", "typogrify", "Jinja2", "hugo")


def machine() -> str:
    """Return a sentence with cores and versions."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {versions}."
