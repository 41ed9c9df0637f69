"""Connects this room to Pelican's signals. It is loaded when a build begins: many find nothing to do."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.engine import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican import Pelican


def _later(module: str, name: str) -> Callable[..., Any]:
    def act(*told: Any, **more: Any) -> Any:
        return getattr(import_module(f"plugins.desk.{module}"), name)(*told, **more)

    return act


def register() -> None:
    """Connect (Pelican calls this once)."""
    for signal, module, name in (
        (signals.get_generators, "gate", "open_the_gate"),
        (signals.generator_init, "gate", "offer_details"),
        (signals.get_writer, "gate", "our_writer"),
        (signals.article_generator_finalized, "lists", "make_lists_quick"),
        (signals.all_generators_finalized, "gate", "complete"),
        (signals.finalized, "gate", "close_the_gate"),
    ):
        signal.connect(_later(module, name), weak=False)
    signals.initialized.connect(_offer_corrections)


def _offer_corrections(pelican: Pelican) -> None:
    """Tell the engine who knows what edits have made of texts."""
    pelican.settings[CORRECTIONS] = _later("correcting", "corrections")
