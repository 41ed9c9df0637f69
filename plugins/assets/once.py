"""A filter for templates: what a macro prints for the same values is printed once and then repeated."""

from __future__ import annotations

from typing import Any


class Once:
    """Calls a macro with values: ``{{ footer|once(HOUSE, root) }}``; for what stands on many pages.

    Texts are the same where they read the same; other values where they are the very same object, which
    must not change while pages are printed.
    """

    def __init__(self) -> None:
        self._printed: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def __call__(self, macro: Any, *values: Any) -> Any:
        """Return what `macro` prints for `values`."""
        key = tuple(value if isinstance(value, str) else id(value) for value in (macro, *values))
        if key not in self._printed:
            self._printed[key] = (
                macro(*values),
                macro,
                values,
            )  # held, so that no other object gets their ids
        return self._printed[key][0]
