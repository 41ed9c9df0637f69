"""Connects this room to Pelican's signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican import signals

if TYPE_CHECKING:
    from pelican.readers import Readers


def use_our_reader(readers: Readers) -> None:
    """Read Markdown with our reader, and nothing with Pelican's others (they refuse nothing)."""
    from plugins.editorial.reader import EditionReader

    wanted: dict[str, Any] = {"md": EditionReader, "static": readers.reader_classes["static"]}
    readers.reader_classes.clear()
    readers.reader_classes.update(wanted)


def register() -> None:
    """Connect (Pelican calls this once)."""
    signals.readers_init.connect(use_our_reader)
