"""What people change in a site: real changes, another one in each round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STEP = 37  # from the file of one round to that of the next
FACT = re.compile(r"^(  procedure_time:\n    value: ).*$", re.MULTILINE)
ARTICLE = re.compile(r'<article\b(?: data-edition="\d+")?')


def edit_article(content: Path, number: int) -> Path:
    """Add a sentence to an article, and return its file."""
    files = sorted((content / "articles").glob("*.md"))
    path = files[number * STEP % len(files)]
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nThis was added in round {number}. Ask your care team about it.\n")
    return path


def edit_fact(content: Path, number: int) -> Path:
    """Give a fact of a procedure another value, and return its file."""
    files = [
        path
        for path in sorted((content / "procedures").glob("*.md"))
        if FACT.search(path.read_text(encoding="utf-8"))
    ]
    path = files[number * STEP % len(files)]
    text = path.read_text(encoding="utf-8")
    path.write_text(FACT.sub(rf"\g<1>{number + 21} minutes", text, count=1), encoding="utf-8")
    return path


def edit_template(path: Path, number: int) -> None:
    """Change the markup of a template."""
    text, changed = ARTICLE.subn(f'<article data-edition="{number}"', path.read_text(encoding="utf-8"))
    if not changed:
        raise ValueError(f"{path}: an element <article> is expected")
    path.write_text(text, encoding="utf-8")
