"""The sheet as data: what may matter to a reader, what to ask, what to tell."""

from __future__ import annotations

from dataclasses import dataclass

ADDRESS = "appointment/"
FILE = "appointment.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading."""

    name: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page offers to mark; `caution` is a sentence beside what to `tell` ("" without)."""

    title: str
    lead: str
    matters: tuple[str, ...]
    questions: tuple[Group, ...]
    tell: tuple[str, ...]
    caution: str

    @property
    def entries(self) -> tuple[str, ...]:
        """All that is printed while nothing is marked."""
        questions = (entry for group in self.questions for entry in (group.name, *group.questions))
        return (*self.matters, *questions, *self.tell)
