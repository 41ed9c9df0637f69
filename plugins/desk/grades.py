"""How hard each page reads, the hardest first: a table for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.files import walk
from plugins.desk.one_file import kinds
from plugins.editorial.words import body_text, grade
from plugins.editorial.words.grade import AIM, ENOUGH_WORDS, LIMIT
from plugins.frontmatter import Refusal, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words import Grade
    from plugins.frontmatter import Document


def graded_pages(content: Path, shown: str) -> list[tuple[str, Grade]]:
    """Return the files of the folder `content`, `shown` in messages, each with its grade, the highest first.

    Without files that cannot be read, which the check names, and texts too short for a grade.
    """
    texts = ((document.path, grade(body_text(document))) for document in _documents(content, shown))
    found = [(path, its_grade) for path, its_grade in texts if its_grade]
    return sorted(found, key=lambda page: (-page[1].value, page[0]))


def _documents(content: Path, shown: str) -> Iterator[Document]:
    for kind in kinds(()):
        files, _ = walk(content / kind.folder, f"{shown}/{kind.folder}")
        for file in files:
            try:
                yield read_document(Path(file.path), file.name, plain=kind.plain)
            except Refusal:
                continue


def print_grades(content: Path, shown: str) -> None:
    """Print the table to standard output."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"Reading grades (aim {AIM}, at most {LIMIT})", title_justify="left", box=None)
    table.add_column("Page", overflow="fold")
    for heading in ("Grade", "Words a\nsentence", "Syllables\na word"):
        table.add_column(heading, justify="right")
    for path, found in graded_pages(content, shown):
        style = "bold" if found.too_high else ""
        table.add_row(path.removeprefix(f"{shown}/"), *_cells(found), style=style)
    Console().print(table)
    print(f"Texts of fewer than {ENOUGH_WORDS} words have no grade.")


def _cells(found: Grade) -> tuple[str, ...]:
    return f"{found.value:.1f}", f"{found.sentence_length:.1f}", f"{found.word_length:.2f}"
