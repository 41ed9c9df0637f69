"""An edition: everything that the content folder says, read and judged once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.frontmatter import Severity

if TYPE_CHECKING:
    from plugins.comments import Comment
    from plugins.editorial import Article, House, Page
    from plugins.frontmatter import Problem
    from plugins.procedures import Catalogue


@dataclass(frozen=True)
class Edition:
    """What is right, and what is wrong.

    `catalogue` is None where the files that everything rests on cannot be read: then nothing can be built.
    `pages` are the addresses of all pages; `posts` the articles and pages by their path inside the folder;
    `images` the pictures that go with them, by the same; `left_out` the paths of files with errors.
    """

    house: House
    catalogue: Catalogue | None
    pages: frozenset[str]
    posts: dict[str, Article | Page]
    images: frozenset[str]
    comments: dict[str, tuple[Comment, ...]]
    left_out: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make a build incomplete."""
        return self.of(Severity.ERROR)

    def of(self, *severities: Severity) -> tuple[Problem, ...]:
        """Return the problems of some severities."""
        return tuple(problem for problem in self.problems if problem.severity in severities)
