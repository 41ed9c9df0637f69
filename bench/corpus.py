"""A clinic of any size, made from our own content: the same folder for the same numbers.

python bench/corpus.py FOLDER --articles 1000 --procedures 100 --fields 30
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import shutil
from itertools import count, cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = Path(__file__).resolve().parents[1] / "content"
SEED = 1
WORDS = 600  # of an article, about as many as ours have without their tables
CATEGORIES = ("Understanding pain care", "Before you decide", "The day", "Living with it", "Evidence")
TAGS = 40
FIRST_DAY = datetime.date(2016, 1, 4)
HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FIELD = re.compile(r"^- id: (\w+)\n(?:  .*\n)+", re.MULTILINE)
LABEL = re.compile(r"^(  label: .*)$", re.MULTILINE)
ONCE = re.compile(
    r"^  (?:browse|ask|picture|decision_aid): .*\n", re.MULTILINE
)  # keys that a copy must not have
QUESTIONS = re.compile(r"^questions:\n(?:  .*\n)+", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\(\{filename\}[^)]*\)")
TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
CATEGORY = re.compile(r"^category: (.*)$", re.MULTILINE)
COLUMNS = 5  # of a table that an editor chooses
COMPARED = "conditions, procedure_time, relief_lasts, helped"  # the facts of a table within an article
EVERY = 20  # articles: one of them holds a table


def corpus(folder: Path, articles: int, procedures: int, fields: int = 0) -> None:
    """Write a content folder with as many articles, procedures and, if there are fewer, fields."""
    shutil.copytree(OURS, folder, dirs_exist_ok=True)
    for name in ("articles", "procedures", "comparisons"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    site = folder / "site.yaml"  # whose questions, and whose pages, lead to articles that are gone
    site.write_text(QUESTIONS.sub("", site.read_text(encoding="utf-8")), encoding="utf-8")
    for page in (folder / "pages").glob("*.md"):
        page.write_text(LINK.sub(r"\1", page.read_text(encoding="utf-8")), encoding="utf-8")
    copies = _more_fields(folder / "fields.yaml", fields)
    originals = sorted((OURS / "procedures").glob("*.md"))
    _procedures(folder / "procedures", originals, procedures, copies)
    _comparisons(folder, originals[:procedures])
    for number, text in enumerate(islice(_articles(originals[:procedures]), articles)):
        (folder / "articles" / f"{_name(number)}.md").write_text(text, encoding="utf-8")


def _procedures(folder: Path, originals: list[Path], procedures: int, copies: dict[str, str]) -> None:
    """Write as many procedures, round after round of ours; few of them lead nowhere else."""
    for number, path in enumerate(islice(cycle(originals), procedures)):
        copy = number // len(originals)
        text = _with_copies(_procedure(path, copy), copies)
        if procedures < len(originals):
            text = LINK.sub(r"\1", re.sub(r"^compare_with:.*\n", "", text, flags=re.MULTILINE))
        name = path.stem if not copy else f"{path.stem}-{copy}"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def _comparisons(folder: Path, originals: list[Path]) -> None:
    """Write a comparison for each category: its first procedures, and care without a procedure."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in originals}
    without = [name for name, text in texts.items() if "\napproach: traditional\n" in text][:1]
    groups: dict[str, list[str]] = {}
    for name, text in texts.items():
        groups.setdefault(CATEGORY.findall(text)[0], []).append(name)
    for name, found in groups.items():
        columns = [*[one for one in found if one not in without][: COLUMNS - 1], *without]
        text = (
            f"---\ntitle: {name} side by side\nsummary: What is known of {name.lower()}.\n"
            f"procedures: [{', '.join(columns)}]\nwritten_by: editorial-team\n---\n"
            "The columns come from different studies of different people. They are not a ranking.\n"
        )
        file = folder / "comparisons" / f"{name.lower().replace(' ', '-')}.md"
        file.write_text(text, encoding="utf-8")


def _more_fields(path: Path, fields: int) -> dict[str, str]:
    """Write copies of fields until there are `fields`, and return their ids with those of the originals."""
    text = path.read_text(encoding="utf-8")
    found = {match[1]: match[0] for match in FIELD.finditer(text)}
    wanted = islice(cycle(found), max(0, fields - len(found)))
    copies = {f"{name}_copy{number}": name for number, name in enumerate(wanted)}
    blocks = (
        LABEL.sub(rf"\1 {copy[-1]}", found[name].replace(name, copy, 1)) for copy, name in copies.items()
    )
    path.write_text(text + "".join(ONCE.sub("", block) for block in blocks), encoding="utf-8")
    return copies


def _with_copies(text: str, copies: dict[str, str]) -> str:
    """Return a procedure that says of each copied field what it says of the original."""
    for copy, name in copies.items():
        text = re.sub(
            rf"^  {name}:.*\n(?:    .*\n)*",
            lambda found, name=name, copy=copy: found[0] + found[0].replace(name, copy, 1),
            text,
            count=1,
            flags=re.MULTILINE,
        )
    return text


def _procedure(path: Path, copy: int) -> str:
    """Return one of our procedures, under another title, compared with copies of what it is compared with."""
    text = path.read_text(encoding="utf-8")
    if not copy:
        return text
    text = re.sub(r"^title: (.*)$", rf"title: \1 {copy}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(slug|compare_with|also_called):.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^(reviewed_\w+):.*\n", "", text, flags=re.MULTILINE)


def _name(number: int) -> str:
    return f"article-{number:05}"


def _articles(originals: list[Path]) -> Iterator[str]:
    """Yield articles put together from paragraphs of ours, each about a procedure of the first round."""
    chance = random.Random(SEED)  # noqa: S311 - no secret hangs on it
    paragraphs = list(_paragraphs())
    subjects = {path.stem: TITLE.findall(path.read_text(encoding="utf-8"))[0] for path in originals}
    for number in count():
        day = FIRST_DAY + datetime.timedelta(days=number // 3)
        tags = ", ".join(f"Tag {n}" for n in sorted(chance.sample(range(1, TAGS + 1), 3)))
        head = (
            f"---\ntitle: Article {number} about living with pain\ndate: {day}\n"
            f"category: {chance.choice(CATEGORIES)}\ntags: [{tags}]\nsummary: What article {number} says.\n"
            "written_by: editorial-team\n---\n"
        )
        yield head + _text(chance, paragraphs) + _ending(chance, number, subjects)


def _ending(chance: random.Random, number: int, subjects: dict[str, str]) -> str:
    """Return links to a procedure and to an earlier article, and in some articles a table."""
    name, title = chance.choice(list(subjects.items()))
    text = f"\nRead more about [{title}]({{filename}}/procedures/{name}.md)"
    if number:
        earlier = chance.randrange(number)
        text += f" and in [article {earlier}]({{filename}}/articles/{_name(earlier)}.md)"
    text += ".\n"
    if number % EVERY == 1:
        picked = ", ".join(sorted(chance.sample(list(subjects), min(3, len(subjects)))))
        text += (
            f"\n/// compare | Treatments of article {number}\n"
            f"    procedures: [{picked}]\n    fields: [{COMPARED}]\n///\n"
        )
    return text


def _text(chance: random.Random, paragraphs: list[str]) -> str:
    parts, words = [], 0
    while words < WORDS:
        if len(parts) % 4 == 1:
            parts.append(f"## Part {len(parts) // 4 + 1}")
        parts.append(chance.choice(paragraphs))
        words += len(parts[-1].split())
    return "\n" + "\n\n".join(parts) + "\n"


def _paragraphs() -> Iterator[str]:
    """Yield the running text of our articles, without links into it."""
    for path in sorted((OURS / "articles").glob("*.md")):
        text = HEADER.sub("", path.read_text(encoding="utf-8"))
        for part in text.split("\n\n"):
            if part[:1].isalpha():
                yield LINK.sub(r"\1", part.strip())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--procedures", type=int, default=100)
    parser.add_argument("--fields", type=int, default=0)
    given = parser.parse_args()
    corpus(given.folder, given.articles, given.procedures, given.fields)
