"""bench/RESULTS.md: a section for each kind of measurement, replaced when it is made anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "# Results\n\nWritten by `make bench`; see the scripts in this folder for what is measured, and how.\n"


def write_section(path: Path, name: str, text: str) -> None:
    """Write `text` under the heading `name`, in place of what stood there."""
    old = path.read_text(encoding="utf-8") if path.exists() else HEAD
    section = f"## {name}\n\n{text.strip()}\n"
    found = re.compile(rf"^## {re.escape(name)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    new = found.sub(lambda _: f"{section}\n", old) if found.search(old) else f"{old.rstrip()}\n\n{section}"
    path.write_text(f"{new.rstrip()}\n", encoding="utf-8")
