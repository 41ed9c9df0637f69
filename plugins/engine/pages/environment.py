"""What every file of a site follows from: the program, its settings and its versions."""

from __future__ import annotations

import locale
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.pages.fingerprint import Fingerprints, OpaqueError, digest
from plugins.engine.pages.folders import file_digest, folder_digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OF_THE_MACHINE = frozenset({
    "PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "DEBUG", "JOBS", "PORT", "BIND", "LISTEN",
    "AUTORELOAD", "PLUGIN_PATHS", "THEME_TEMPLATES_OVERRIDES", "LOG_FILTER",
})  # fmt: skip
"""Settings that say where things lie or how a run goes; what lies there is looked at by itself."""


def environment(settings: Mapping[str, Any]) -> str:
    """Return a digest of the settings, the language, the code outside of packages, and their versions."""
    return digest([*_versions(), *_code(), *_plain(settings), locale.setlocale(locale.LC_ALL)])


def _versions() -> Iterator[str]:
    """Yield what is installed: the folders of distributions bear their names and versions."""
    yield sys.version
    for entry in sys.path:
        if entry.endswith(("site-packages", "dist-packages")) and Path(entry).is_dir():
            yield from sorted(path.name for path in Path(entry).glob("*.dist-info"))


def _code() -> Iterator[str]:
    """Yield digests of the program's own code: all of a package of which one module is loaded."""
    for folder in sorted(_own_folders()):
        yield folder_digest(folder)
    for file in sorted(_own_files()):
        yield file_digest(file)


def _own_modules() -> Iterator[Any]:
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file and not file.startswith(_INSTALLED):
            yield module


_INSTALLED = tuple(
    f"{path}{os.sep}"
    for prefix in (sys.prefix, sys.base_prefix)
    for path in {Path(prefix), Path(prefix).resolve()}
)


def _own_folders() -> set[Path]:
    """Return the folders of packages of our own, the outermost ones."""
    tops = {module.__name__.partition(".")[0] for module in _own_modules()}
    found = (getattr(sys.modules.get(top), "__path__", ()) for top in tops)
    return {Path(path) for paths in found for path in paths}


def _own_files() -> set[Path]:
    return {Path(m.__file__) for m in _own_modules() if "." not in m.__name__ and not hasattr(m, "__path__")}


def _plain(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the settings; what a plugin puts among them is of no interest before a template reads it."""
    known = Fingerprints()
    for name in sorted(settings.keys() - _OF_THE_MACHINE):
        try:
            yield f"{name}={known.of(settings[name])}"
        except OpaqueError:
            yield name
