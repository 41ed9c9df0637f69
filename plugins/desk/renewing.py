"""Texts that were edited alone, read again: a preview shows them without reading and judging all there is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.desk.one_file import is_another_text
from plugins.editorial.reader import DIGESTS, POSTS
from plugins.engine import digest
from plugins.frontmatter import Refusal
from plugins.procedures.plugin import ASSEMBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.desk.edition import Edition
    from plugins.desk.examine import Again


@dataclass(frozen=True)
class Renewing:
    """Puts edited texts of articles and pages into what a run has left (see plugins/engine/again.py)."""

    edition: Edition
    again: Again
    settings: dict[str, Any]
    context: dict[str, Any]

    def __call__(self, files: Iterable[Path], _folder: Path) -> list[str] | None:
        """Return the names of what has become another; None where more may have than texts."""
        paths = [self._inside(file) for file in files]
        if not all(path and self._is_plain(path) for path in paths):
            return None
        try:
            found = {path: self.again.read(path) for path in paths if path}
        except Refusal:  # which a whole run tells
            return None
        if not all(is_another_text(before, after) for before, after, _ in found.values()):
            return None
        for path, (_, after, key) in found.items():
            self.settings[POSTS][path] = after.item
            # Not the digest that a whole run has, but one of the same things.
            self.settings[DIGESTS][path] = digest([self.settings[DIGESTS][path], key])
        return [name for path in found for name in self.context[ASSEMBLE](path)]

    def _inside(self, file: Path) -> str | None:
        """Return the path of the file of a post inside the folder; None for any other file."""
        root = Path(self.settings["PATH"])
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
        return path if path in self.edition.posts else None

    def _is_plain(self, path: str) -> bool:
        """Tell whether nothing but its page hangs on a text: no signature, and no problem with a line."""
        post = self.edition.posts[path]
        return not post.byline.reviewed_by and all(it.place.path != post.path for it in self.edition.problems)
