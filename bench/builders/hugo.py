"""The same site in Hugo: front matter in YAML, data files, and a small theme of its own in bench/hugo."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution
from typing import TYPE_CHECKING

import yaml

from bench.builders.builder import HERE, Builder
from bench.neutral import TABLE, Entry, entries, entry, shelf

if TYPE_CHECKING:
    import re
    from pathlib import Path

BINARY = str(distribution("hugo").locate_file("hugo/binaries/hugo"))  # its command would start Python first
# Sections and pages that come from no file of ours.
LISTS = {
    "blog/_index.md": {"title": "Articles", "build": {"render": "never"}},
    "pages/_index.md": {"title": "Pages", "build": {"render": "never"}},
    "procedures/_index.md": {"title": "Treatments"},
    "compare/_index.md": {"title": "Compare"},
    "archives.md": {"title": "Archives", "layout": "archives"},
}


def hugo(folder: Path, content: Path) -> Builder:
    """Return the builder that uses Hugo, its project filled with our content."""
    shutil.copytree(HERE / "hugo", folder)
    known = shelf(content)
    known.write(folder / "data")
    for name, header in LISTS.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{yaml.dump(header)}---\n", encoding="utf-8")
    for one in entries(content, known):
        _write(folder, one)
    return Builder(
        name="Hugo",
        folder=folder,
        command=(BINARY, "build", "--cacheDir", str(folder / "cache")),
        cleaning=("rm", "-rf", "public", "resources", "cache"),
        output=folder / "public",
        template=folder / "layouts/blog/page.html",
        take=lambda path: _write(folder, entry(path, known)),
    )


def _write(folder: Path, one: Entry) -> None:
    header = yaml.dump(_header(one), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    text = f"---\n{header}---\n{TABLE.sub(_shortcode, one.body)}"
    (folder / "content" / one.section / f"{one.slug}.md").write_text(text, encoding="utf-8")


def _header(one: Entry) -> dict[str, object]:
    """Return the front matter: that of ours, with names of taxonomies, and dates for articles alone."""
    kept = {key: value for key, value in one.header.items() if key not in {"modified", "date"}}
    if one.section != "blog":
        return kept
    topics = [kept.pop("category")]
    return {**kept, "date": one.header["date"], "topics": topics, "authors": ["Editorial team"]}


def _shortcode(found: re.Match[str]) -> str:
    procedures, fields = (_list(found[name] or "") for name in ("procedures", "fields"))
    return f'{{{{< compare caption="{found["caption"]}" procedures="{procedures}" fields="{fields}" >}}}}'


def _list(text: str) -> str:
    return ",".join(part.strip() for part in text.split(",") if part.strip())
