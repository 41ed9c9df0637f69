"""Style sheets: one file instead of many, without what only people read."""

from __future__ import annotations

from pathlib import Path

import lightningcss

ENTRY = Path("theme", "css", "main.css")


def join_style_sheets(output: Path) -> None:
    """Put all that the theme's ``main.css`` imports into it, in order and minified, and remove the parts.

    Does nothing for a theme that has no such file.  Raises ValueError where a part is missing or is no CSS.
    """
    entry = output / ENTRY
    if not entry.is_file():
        return
    joined = lightningcss.bundle_css(str(entry), minify=True)
    for part in sorted(entry.parent.rglob("*"), reverse=True):  # what a folder holds comes before the folder
        if part.suffix == ".css":
            part.unlink()
        elif part.is_dir() and not any(part.iterdir()):
            part.rmdir()
    entry.write_text(joined, encoding="utf-8")
