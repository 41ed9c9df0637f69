"""The settings as they were before the first build: what one build leaves in them must not reach the next."""

from typing import Any


class KeptSettings:
    """Puts settings back to what they were when this was made."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._kept = _copied(settings)

    def restore(self) -> None:
        """Undo every change since."""
        self._settings.clear()
        self._settings.update(_copied(self._kept))


def _copied(value: Any) -> Any:
    """Copy plain containers all the way down; an object of a plugin's stays the object that it knows."""
    kind = type(value)
    if kind is dict:
        return {key: _copied(item) for key, item in value.items()}
    if kind in (list, tuple, set):
        return kind(_copied(item) for item in value)
    return value
