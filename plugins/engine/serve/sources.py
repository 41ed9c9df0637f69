"""Which folders and files a site is made from, code included."""

import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from plugins.engine.serve.watched import Watched

_INSTALLED = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}


def watched(settings_file: str, settings: Mapping[str, Any], error: BaseException | None) -> Watched:
    """Return what to watch, as far as it is known; `error` is what ended an attempt to load it all."""
    modules = [module for module in list(sys.modules.values()) if _is_own(_file(module))]
    packaged = {str(Path(_file(module)).parent) for module in modules if module.__package__}
    alone = {_file(module) for module in modules if not module.__package__}
    folders = (settings.get("PATH"), settings.get("THEME"), *settings.get("THEME_TEMPLATES_OVERRIDES", ()))
    return Watched(
        content=_real(folder for folder in folders if folder),
        code=_real({*packaged, *settings.get("PLUGIN_PATHS", ())}),
        files=_real({settings_file, *alone, *_files_of(error)}),
        ignored=tuple(settings.get("IGNORE_FILES", ())),
    )


def _real(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({str(Path(path).resolve()) for path in paths}))


def _file(module: ModuleType) -> str:
    return getattr(module, "__file__", None) or ""


def _is_own(file: str) -> bool:
    """Tell whether a file is of this site, and not of Python or of something installed."""
    return Path(file).suffix == ".py" and not any(file.startswith(f"{folder}/") for folder in _INSTALLED)


def _files_of(error: BaseException | None) -> Iterator[str]:
    """Yield the files in which an error came up: a module that cannot be imported is among no modules."""
    if isinstance(error, SyntaxError) and error.filename and _is_own(error.filename):
        yield error.filename
    step: TracebackType | None = error.__traceback__ if error else None
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if _is_own(file):
            yield file
        step = step.tb_next
