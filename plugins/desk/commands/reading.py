"""What all commands do first: read the content folder, or say that there is none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.examine import examine
from plugins.desk.files import shown_path

if TYPE_CHECKING:
    from plugins.desk.edition import Edition


def say(text: str) -> None:
    """Print what is not the answer of a command: reports and refusals."""
    sys.stderr.write(f"{text}\n")


def is_folder(folder: str) -> bool:
    """Whether `folder` can be read; says so where it cannot."""
    if Path(folder).is_dir():
        return True
    say(f"{folder}: no such folder\n    expected the content folder, like content")
    return False


def read(folder: str) -> Edition:
    """Return everything in the content folder, judged."""
    return examine(Path(folder).resolve(), shown_path(folder))
