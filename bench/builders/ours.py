"""This project as a clinic clones it, run by the command that stands behind `make html`."""

from __future__ import annotations

import compileall
import shutil
import sys
from typing import TYPE_CHECKING

from bench.builders.builder import HERE, Builder

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("plugins", "theme", "scripts")


def clone(folder: Path) -> None:
    """Copy what a build needs of this project, but for its content."""
    for part in PARTS:
        shutil.copytree(HERE.parent / part, folder / part)
    shutil.copy2(HERE.parent / "pelicanconf.py", folder)
    compileall.compile_dir(folder / "plugins", quiet=1)  # as after any build before


def ours(folder: Path, content: Path) -> Builder:
    """Return the builder of this project; it reads the content where that is."""
    clone(folder)
    shutil.copy2(HERE / "ours/benchconf.py", folder)
    command = (sys.executable, "-m", "pelican", str(content), "-s", "benchconf.py", "-o", "output")
    return Builder(
        name="ours",
        folder=folder,
        command=command,
        output=folder / "output",
        template=folder / "theme/templates/article.html",
        caches=(folder / ".cache",),
        take=lambda _: None,
    )
