"""The same site in stock Pelican: headers in its own form, and a plain theme in bench/pelican."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from bench.builders.builder import HERE, Builder
from bench.neutral import TABLE, Entry, entries, entry, shelf

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from pathlib import Path

    Header = dict[str, str]

ROWS = 25  # on a page of the table of all procedures, as in ours


def stock(folder: Path, content: Path) -> Builder:
    """Return the builder that uses stock Pelican, its project filled with our content."""
    shutil.copytree(HERE / "pelican", folder)
    known = shelf(content)
    known.write(folder / "data")
    slugs = []
    for one in entries(content, known):
        _write(folder, one)
        slugs += [one.slug] if one.section == "procedures" else []
    for address, header in _lists(slugs):
        _write_page(folder / "content/pages" / f"{address.replace('/', '-')}.md", {**header, **_at(address)})
    return Builder(
        name="stock Pelican",
        folder=folder,
        command=(sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output"),
        cleaning=("rm", "-rf", "output"),
        output=folder / "output",
        template=folder / "templates/article.html",
        take=lambda path: _write(folder, entry(path, known)),
    )


def _lists(slugs: list[str]) -> Iterator[tuple[str, Header]]:
    """Yield the pages that come from no file of ours: the list of procedures and pages of the full table."""
    yield "procedures", {"title": "Treatments", "template": "procedures"}
    pages = range(0, len(slugs), ROWS)
    addresses = [f"compare/page/{number}" if number > 1 else "compare" for number in range(len(pages) + 2)]
    for number, start in enumerate(pages, start=1):
        yield (
            addresses[number],
            {
                "title": "Compare" if number == 1 else f"Compare, page {number}",
                "template": "full_table",
                "procedures": ",".join(slugs[start : start + ROWS]),
                "before": f"{addresses[number - 1]}/" if number > 1 else "",
                "after": f"{addresses[number + 1]}/" if number < len(pages) else "",
            },
        )


def _write(folder: Path, one: Entry) -> None:
    path = folder / "content" / one.section / f"{one.slug}.md"
    contents = "[TOC]\n\n" if one.section == "blog" else ""
    _write_page(path, _header(one), contents + TABLE.sub(_marked, one.body))


def _write_page(path: Path, header: Header, body: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}: {told}\n" for name, told in header.items() if told)
    path.write_text(f"{lines}\n{body}", encoding="utf-8")


def _header(one: Entry) -> Header:
    """Return the header in Pelican's form: a line for each key, lists with commas, facts as JSON."""
    given = {"slug": one.slug, **one.header}
    names = ("title", "slug", "summary", "date", "category", "approach")
    header = {name: given[name] for name in names if name in given}
    lists = {name: ", ".join(given[name]) for name in ("tags", "also_called") if name in given}
    lists |= {name: ",".join(given[name]) for name in ("procedures", "fields") if name in given}
    template = {"procedures": "procedure", "compare": "comparison"}.get(one.section)
    if template:
        header |= {"template": template, **_at(f"{one.section}/{one.slug}")}
    if "facts" in given:
        header["facts"] = json.dumps(given["facts"])
    return {**header, **lists}


def _at(address: str) -> Header:
    return {"url": f"{address}/", "save_as": f"{address}/index.html"}


def _marked(found: re.Match[str]) -> str:
    """Return the place of a table, in a form that Markdown leaves alone."""
    procedures, fields = ((found[name] or "").replace(" ", "") for name in ("procedures", "fields"))
    return f'<div data-compare="{procedures}" data-fields="{fields}" data-caption="{found["caption"]}"></div>'
