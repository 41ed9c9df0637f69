"""An edition: everything that the content folder says, read and judged once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.frontmatter import Severity

if TYPE_CHECKING:
    from plugins.appointment import Sheet
    from plugins.comments import Comment
    from plugins.desk.examine import Again
    from plugins.desk.one_file import Item
    from plugins.desk.references import References
    from plugins.desk.reviews import MedicalPage
    from plugins.desk.waiting import Waiting
    from plugins.editorial import Article, House, Page
    from plugins.editorial.review import Changes, Standing
    from plugins.frontmatter import Problem
    from plugins.procedures import Catalogue


@dataclass(frozen=True)
class Edition:
    """What is right, and what is wrong.

    `catalogue` is None where the files that everything rests on cannot be read: then nothing can be built.
    `pages` are the addresses of all pages; `posts` the articles and pages by their path inside the folder;
    `images` the files in images/ that these use, by the same; `left_out` the paths of files with errors.

    `medical` are the pages that clinicians review, those that are not published because of it included;
    `standings` and `changes` go by the address of the page that shows them; `items` is all that has no
    errors, by the path of its file in messages, as its author wrote it.  `sheet` is the one for appointments;
    `withheld` are the titles of what is kept from the public, by their addresses; `waiting` are the pages
    that only a preview shows; `again` reads files again, in a process that stays.

    `digests` are of all that an item follows from as it is handed out, by its path inside the folder;
    `heads` are of all but its text, and `references` what the text refers to, by the same.
    `shared` is of what is no item: the files at the top of the folder, and for whom the edition is.
    """

    house: House
    catalogue: Catalogue | None
    pages: frozenset[str]
    posts: dict[str, Article | Page]
    images: frozenset[str]
    comments: dict[str, tuple[Comment, ...]]
    left_out: frozenset[str]
    problems: tuple[Problem, ...]
    medical: tuple[MedicalPage, ...] = ()
    standings: dict[str, Standing] = field(default_factory=dict)
    changes: dict[str, Changes] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    sheet: Sheet | None = None
    digests: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    references: dict[str, References] = field(default_factory=dict)
    shared: str = ""
    withheld: dict[str, str] = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()
    again: Again | None = field(default=None, compare=False, repr=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make a build incomplete."""
        return self.of(Severity.ERROR)

    def of(self, *severities: Severity) -> tuple[Problem, ...]:
        """Return the problems of some severities."""
        return tuple(problem for problem in self.problems if problem.severity in severities)
