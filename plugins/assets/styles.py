"""Style sheets: a few files instead of many, without what only people read."""

from __future__ import annotations

from pathlib import Path

import lightningcss

FOLDER = Path("theme", "css")


def join_style_sheets(output: Path) -> None:
    """Put what the sheets directly in ``theme/css`` import into them, minified, and remove the parts.

    Does nothing for a theme that has no such folder.  Raises ValueError where a part is missing or is no CSS.
    """
    entries = sorted((output / FOLDER).glob("*.css"))
    joined = {entry: lightningcss.bundle_css(str(entry), minify=True) for entry in entries}
    for part in sorted((output / FOLDER).rglob("*"), reverse=True):  # files before their folders
        if part.suffix == ".css":
            part.unlink()
        elif part.is_dir() and not any(part.iterdir()):
            part.rmdir()
    for entry, text in joined.items():
        entry.write_text(text, encoding="utf-8")
