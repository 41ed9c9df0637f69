"""The files of a theme, ready to leave: style sheets bundled, references between files by their new names."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import lightningcss

from plugins.assets.naming import Asset, hashed

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "theme"  # below the output
_URL = re.compile(r'url\("?(?!data:)([^")]+)"?\)')
_IMPORT = re.compile(r'(?<=from ")(\./[^"]+)(?=";)|(?<=import ")(\./[^"]+)(?=";)')


def theme_assets(static: Path, *, hashes: bool = True) -> dict[str, Asset]:
    """Return the files below a theme's ``static/`` by their name there; they leave with `hashes` in theirs.

    Raises ValueError where a style sheet is no CSS, or where a file refers to one that is not there.
    """
    return _Packing(static, hashes=hashes).all()


class _Packing:
    """Packs each file once, those that it refers to first."""

    def __init__(self, static: Path, *, hashes: bool) -> None:
        self.static = static
        self.hashes = hashes
        self.done: dict[str, Asset] = {}

    def all(self) -> dict[str, Asset]:
        for path in sorted(self.static.rglob("*")):
            name = path.relative_to(self.static).as_posix()
            if path.is_file() and not (path.suffix == ".css" and path.parent != self.static / "css"):
                self.pack(name)
        return self.done

    def pack(self, name: str) -> Asset:
        if name not in self.done:
            content = self.content(name)
            leaving = hashed(name, content) if self.hashes else name
            self.done[name] = Asset(f"{FOLDER}/{leaving}", content)
        return self.done[name]

    def content(self, name: str) -> bytes:
        path = self.static / name
        if path.suffix == ".css":
            sheet = lightningcss.bundle_css(str(path), minify=True)
            return _URL.sub(lambda found: f"url({self.beside(name, found[1])})", sheet).encode()
        if path.suffix == ".js":
            script = path.read_text(encoding="utf-8")
            return _IMPORT.sub(lambda found: f"./{self.beside(name, found[0])}", script).encode()
        return path.read_bytes()

    def beside(self, name: str, reference: str) -> str:
        """Return the new name of what a file refers to, as seen from that file."""
        folder = posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(folder, reference))
        if not (self.static / target).is_file():
            raise ValueError(f"{name} refers to {reference}, which is not in the theme")
        return posixpath.relpath(self.pack(target).name, posixpath.join(FOLDER, folder))
