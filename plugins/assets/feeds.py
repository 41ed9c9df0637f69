"""A style sheet for feeds, so that a person who opens one in a browser sees what it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = "css/feed.css"  # in a theme that has one
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def styled(feed: str, address: str) -> str:
    """Return a feed that names the style sheet at `address` (https://www.w3.org/TR/xml-stylesheet/)."""
    return feed.replace(
        _DECLARATION, f'{_DECLARATION}<?xml-stylesheet type="text/css" href="{address}"?>\n', 1
    )


def style_feed(path: str, context: Mapping[str, Any], **_: Any) -> None:
    """Let a feed that Pelican has written name the theme's style sheet, seen from where the feed is."""
    name = context["ASSETS"].get(SHEET)
    if name:
        file, sheet = Path(path), Path(context["OUTPUT_PATH"]) / name
        address = Path(os.path.relpath(sheet, file.parent)).as_posix()
        file.write_text(styled(file.read_text(encoding="utf-8"), address), encoding="utf-8", newline="")
