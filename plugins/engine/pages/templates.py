"""What a template follows from: its own text and those of all that it extends, imports and includes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, meta

from plugins.engine.pages.fingerprint import OpaqueError, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    import jinja2

    from plugins.engine.pages.job import Template
    from plugins.engine.store import Store


class TemplateDigests:
    """Digests of the templates of one run, whose generators each have an environment of their own.

    `store` keeps which names stand in a template, by its text: to find them costs more than to render it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_environment: dict[jinja2.Environment, _Digests] = {}

    def of(self, template: Template) -> str:
        """Return the digest of `template`.  Raises OpaqueError where its text is not to be had any more."""
        env = template.environment
        if env not in self._by_environment:
            self._by_environment[env] = _Digests(env, self._store)
        return self._by_environment[env].of(template.name or "")


class _Digests:
    """Digests of the templates of one environment.

    A template that names others by a value, not by a word, follows from all templates there are.
    `store` keeps which names stand in a template, by its text: to find them costs more than to render it.
    """

    def __init__(self, env: jinja2.Environment, store: Store) -> None:
        self._env = env
        self._store = store
        self._sources: dict[str, str | None] = {}
        self._files: dict[str, str | None] = {}
        self._digests: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the digest of the template `name`.  Raises OpaqueError."""
        if self._source(name) is None:
            raise OpaqueError(name)
        if name not in self._digests:
            self._digests[name] = digest(
                f"{one} {self._source(one)}" for one in sorted(self._reachable(name))
            )
        return self._digests[name]

    def _reachable(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._named_in(one)
        return found

    def _named_in(self, name: str) -> Iterable[str]:
        source = self._source(name)
        if source is None:
            return ()
        key = hashlib.sha256(source.encode()).hexdigest()
        kept = self._store.get(key)
        names: list[str | None] = json.loads(kept) if kept else self._found_in(source, name)
        if not kept:
            self._store.put(key, json.dumps(names).encode())
        return self._all() if None in names else [one for one in names if one]

    def _all(self) -> list[str]:
        """Return the names of all templates.  Raises OpaqueError where the loader does not tell them."""
        try:
            return self._env.list_templates()
        except TypeError as error:
            raise OpaqueError(str(error)) from None

    def _found_in(self, source: str, name: str) -> list[str | None]:
        """Return the names in a template; None for one that only rendering tells."""
        parsed = self._env.parse(source, name, self._files[name])
        return sorted(set(meta.find_referenced_templates(parsed)), key=str)

    def _source(self, name: str) -> str | None:
        """Return the text of a template; None where there is none, as with those that may be missing."""
        if name not in self._sources:
            try:
                assert self._env.loader is not None  # noqa: S101 (Pelican always sets one)
                found = self._env.loader.get_source(self._env, name)
                self._sources[name], self._files[name], _ = found
            except TemplateNotFound:
                self._sources[name] = None
        return self._sources[name]
