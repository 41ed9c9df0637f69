"""What can happen to a preview."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.engine.serve.outcome import Reply

if TYPE_CHECKING:
    from plugins.engine.serve.builder import Builder


@dataclass(frozen=True)
class Saved:
    """Files were written, renamed or removed."""

    paths: frozenset[str]


@dataclass(frozen=True)
class Built:
    """A builder has answered."""

    builder: "Builder"
    reply: Reply


@dataclass(frozen=True)
class Gone:
    """A builder's process has ended."""

    builder: "Builder"
    status: int


Event = Saved | Built | Gone
