"""What Pelican's own readers gave for a file, kept until the file, the settings or a version is another one.

Pelican's cache goes by time stamps and is a pickle, which can be stale and can run code; this one goes by
content and is JSON.  Used for readers whose result follows from the file alone.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pelican.readers import HTMLReader, MarkdownReader
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime, file_suffix

from plugins.engine.pages.folders import file_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.readers import Readers

    from plugins.engine.store import Store

SETTING = "READ_CACHE"  # True: also with extensions of Markdown that may read other files
_KNOWN = "markdown.extensions."
_WRAPPERS = {kind.__name__: kind for kind in (Author, Category, Tag)}


class KeptReadings:
    """Stands in for the cache of Pelican's readers in one run."""

    def __init__(self, store: Store, settings: Mapping[str, Any], environment: str) -> None:
        self._store = store
        self._settings = settings
        self._environment = environment

    def attach(self, readers: Readers) -> None:
        """Let `readers` ask here first."""
        asked: dict[str, str | None] = {}

        def get(path: str, default: Any) -> Any:
            key = asked[path] = self._key(readers, path)
            kept = self._store.get(key) if key else None
            return self._unpacked(kept) if kept else default

        def keep(path: str, found: tuple[str, dict[str, Any]]) -> None:
            key = self._key(readers, path)
            if key and key == asked[path] and (packed := _packed(*found)):  # nobody saved it meanwhile
                self._store.put(key, packed)

        readers.get_cached_data, readers.cache_data = get, keep

    def _key(self, readers: Readers, path: str) -> str | None:
        kind = type(readers.readers.get(file_suffix(path)))
        if kind is HTMLReader or (kind is MarkdownReader and self._extensions_are_known()):
            parts = f"{self._environment} {kind.__name__} {file_digest(path)}"
            return sha256(parts.encode()).hexdigest()
        return None

    def _extensions_are_known(self) -> bool:
        named = self._settings["MARKDOWN"]
        names = {*named.get("extensions", ()), *named.get("extension_configs", {})}
        known = all(isinstance(name, str) and name.startswith(_KNOWN) for name in names)
        return bool(self._settings.get(SETTING, known))

    def _unpacked(self, kept: bytes) -> tuple[str, dict[str, Any]]:
        content, metadata = json.loads(kept)
        return content, {key: self._value(*told) for key, told in metadata.items()}

    def _value(self, kind: str, told: Any) -> Any:
        if kind == "list":
            return [self._value(*one) for one in told]
        if kind in _WRAPPERS:
            return _WRAPPERS[kind](told, self._settings)
        return SafeDatetime.fromisoformat(told) if kind == "date" else told


def _packed(content: str, metadata: Mapping[str, Any]) -> bytes | None:
    """Return a reading as JSON; None where it holds what JSON cannot tell."""
    told = {key: _told(value) for key, value in metadata.items()}
    return None if None in told.values() else json.dumps([content, told]).encode()


def _told(value: Any) -> list[Any] | None:
    """Return a value with its kind."""
    name = type(value).__name__
    if type(value) in {str, int, bool, float}:
        return ["plain", value]
    if isinstance(value, SafeDatetime):
        return ["date", value.isoformat()]
    if _WRAPPERS.get(name) is type(value):
        return [name, value.name]
    if isinstance(value, list):
        parts = [_told(one) for one in value]
        return None if None in parts else ["list", parts]
    return None
