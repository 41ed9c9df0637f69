"""What the bench asks of a way to build a site."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.process import Cost, measured

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LAST_WORDS = 20  # lines
HERE = Path(__file__).resolve().parents[1]
# What make hands on would change what our settings say.
ENVIRONMENT = {name: text for name, text in os.environ.items() if name not in {"SITEURL", "JOBS", "CONTENT"}}


@dataclass(frozen=True)
class Builder:
    """A project in `folder` that `command`, started there, turns into the site in `output`.

    `cleaning` is the command that leaves nothing of a build, neither site nor caches.  `template` is the one
    of articles.  `take` carries a file of our content that has changed over into this project.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    cleaning: tuple[str, ...]
    output: Path
    template: Path
    take: Callable[[Path], None]

    @property
    def log(self) -> Path:
        """Where the command's words go."""
        return self.folder / "said.txt"

    def clean(self) -> None:
        """Remove what builds have left."""
        checked(self, self.cleaning)

    def build(self) -> Cost:
        """Build the site and return what it cost."""
        return checked(self, self.command)


def checked(builder: Builder, command: Sequence[str]) -> Cost:
    """Run a command in the builder's project and return what it cost.  Raises BuildError."""
    cost = measured(command, builder.folder, ENVIRONMENT, builder.log)
    if cost.status:
        raise BuildError(builder)
    return cost


class BuildError(RuntimeError):
    """A builder gave up."""

    def __init__(self, builder: Builder) -> None:
        said = builder.log.read_text(encoding="utf-8", errors="replace").splitlines()
        message = f"{builder.name} could not build the site. Its last words:"
        super().__init__("\n".join([message, *said[-LAST_WORDS:]]))
