"""What is watched, and what a change of each path means."""

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Self

from plugins.engine.serve.litter import is_litter


@dataclass(frozen=True)
class Watched:
    """The sources of a site, as whole paths."""

    content: tuple[str, ...] = ()
    """Folders; a change in them asks for a build."""
    code: tuple[str, ...] = ()
    """Folders; a change in them asks for a new process, for what is imported stays."""
    files: tuple[str, ...] = ()
    """Modules outside such folders; beside them every other Python file counts as well."""
    ignored: tuple[str, ...] = ()
    """Patterns of Pelican for files that are none of its business."""

    @property
    def roots(self) -> list[str]:
        """The folders that are inside no other."""
        folders = sorted({*self.content, *self.code})
        return [one for one in folders if not any(_is_in(one, other) for other in folders)]

    @property
    def around(self) -> set[str]:
        """The folders around those, and around the modules."""
        return {os.path.dirname(path) for path in (*self.roots, *self.files)}  # noqa: PTH120

    def is_source(self, path: str) -> bool:
        """Tell whether the site may depend on `path`, which is in one of the folders."""
        root = next((root for root in self.roots if _is_in(path, root)), None)
        return root is not None and not is_litter(path.removeprefix(root), self.ignored)

    def is_named(self, path: str) -> bool:
        """Tell whether `path` is one of the folders, or a module outside of them."""
        return path in self.roots or self._is_module(path)

    def is_code(self, path: str) -> bool:
        """Tell whether a change of `path` asks for a new process."""
        return any(_is_in(path, folder) for folder in self.code) or self._is_module(path)

    def joined(self, other: Self) -> Self:
        """Return what one or the other watches."""
        mine, others = asdict(self), asdict(other)
        return replace(self, **{name: tuple(sorted({*mine[name], *others[name]})) for name in mine})

    def _is_module(self, path: str) -> bool:
        """Tell whether `path` is a module outside the folders, or could be: there may be a new one."""
        return path in self.files or (path.endswith(".py") and _is_beside(path, self.files))


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")


def _is_beside(path: str, files: Iterable[str]) -> bool:
    folder = os.path.dirname(path)  # noqa: PTH120
    return any(os.path.dirname(file) == folder for file in files)  # noqa: PTH120
