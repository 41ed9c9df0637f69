"""This project as a clinic clones it, run by the command that stands behind `make html`."""

from __future__ import annotations

import compileall
import shutil
import sys
from typing import TYPE_CHECKING

from bench.builders.builder import HERE, Builder

if TYPE_CHECKING:
    from pathlib import Path

ROOT = HERE.parent
PARTS = ("plugins", "theme", "scripts")


def clone(folder: Path, content: Path, settings: str = "pelicanconf.py") -> Builder:
    """Return the builder of a copy of this project; it reads the content where that is."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    for path in (ROOT / "pelicanconf.py", HERE / "ours/benchconf.py"):
        shutil.copy2(path, folder)
    compileall.compile_dir(folder / "plugins", quiet=1)  # as after any build before
    return Builder(
        name="ours",
        folder=folder,
        command=(sys.executable, "-m", "pelican", str(content), "-s", settings, "-o", "output"),
        cleaning=("sh", "scripts/clean.sh", "output"),
        output=folder / "output",
        template=folder / "theme/templates/article.html",
        take=lambda _: None,
    )


def ours(folder: Path, content: Path) -> Builder:
    """Return the builder of this project with the settings of the bench."""
    return clone(folder, content, "benchconf.py")
