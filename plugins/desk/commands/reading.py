"""What commands share: to read the content folder, and to say what they did or why they did not."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.examine import examine
from plugins.desk.files import shown_path
from plugins.desk.resources import reading_store
from plugins.engine.jobs import jobs
from plugins.frontmatter import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """Return everything in the content folder, judged.  Raises Stop where JOBS is no number."""
    return examine(
        Path(folder).resolve(), shown_path(folder), store=reading_store(), jobs=jobs(dict(os.environ))
    )


def done(act: Callable[[], str], *, otherwise: str) -> int:
    """Print what `act` tells, or all that is against it and then `otherwise`; return the exit status."""
    try:
        told = act()
    except Refusal as refusal:
        say("\n".join([*map(str, refusal.problems), otherwise]))
        return 1
    except OSError as error:
        say(f"{error.filename}: {error.strerror}; {otherwise}")
        return 1
    print(told)
    return 0
