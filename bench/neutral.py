"""A clinic's content as data that knows nothing of our engine, for builders that read it in their own way.

What both of them know is left to them: citations become footnotes.  What none of them knows becomes plain
data: each fact of a procedure is a list of lines, each with its words, its sources and its notes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Line = dict[str, Any]

KINDS = {"articles": "blog", "procedures": "procedures", "comparisons": "compare", "pages": "pages"}
HEADER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
CITED = re.compile(r" ?\[(@[\w-]+(?:; @[\w-]+)*)\]")
LINK = re.compile(rf"\{{filename\}}/({'|'.join(KINDS)})/([\w-]+)\.md")
OWN = re.compile(r"\{\{ clinic\.(\w+) \}\}")
TABLE = re.compile(
    r"^/// compare \| (?P<caption>.*)\n    procedures: \[(?P<procedures>.*)\]\n"
    r"(?:    fields: \[(?P<fields>.*)\]\n)?///$",
    re.MULTILINE,
)
NOTES = ("compared_with", "versus", "when", "certainty", "population", "note", "conflict")


@dataclass(frozen=True)
class Entry:
    """A text with what its header says; `section` is the first part of its address."""

    section: str
    slug: str
    header: dict[str, Any]
    body: str


@dataclass(frozen=True)
class Shelf:
    """What texts refer to: fields and sources as they stand in their files, facts about the clinic."""

    fields: list[dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    clinic: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write the fields and the sources as JSON."""
        folder.mkdir()
        for name, data in (("fields", self.fields), ("sources", self.sources)):
            (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")


def shelf(content: Path) -> Shelf:
    """Read what the texts of a content folder refer to; risks and guidelines are fields among others here."""
    fields = [
        *_loaded((content / "fields.yaml").read_text(encoding="utf-8")),
        {"id": "risks", "label": "Risks", "group": "Risks and guidelines"},
        {"id": "guidelines", "label": "What guidelines say", "group": "Risks and guidelines"},
    ]
    sources = _loaded((content / "sources.yaml").read_text(encoding="utf-8"))
    return Shelf(fields, sources, _loaded((content / "site.yaml").read_text(encoding="utf-8"))["clinic"])


def entries(content: Path, known: Shelf) -> Iterator[Entry]:
    """Yield each text of a content folder, and a comparison for each pair that procedures declare."""
    procedures = {}
    for kind in KINDS:
        for path in sorted((content / kind).glob("*.md")):
            one = entry(path, known)
            yield one
            if kind == "procedures":
                procedures[one.slug] = one.header
    yield from _pairs(procedures)


def _pairs(procedures: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    """Yield what our engine makes of `compare_with`."""
    found = {
        tuple(sorted((slug, other)))
        for slug, header in procedures.items()
        for other in header.get("compare_with", ())
    }
    for pair in sorted(found):
        title = " and ".join(procedures[slug]["title"] for slug in pair)
        columns = [*pair, *_beside(pair, procedures)]
        header = {"title": title, "summary": f"{title}, side by side.", "procedures": columns}
        yield Entry("compare", "-vs-".join(pair), header, "")


def _beside(pair: tuple[str, ...], procedures: dict[str, dict[str, Any]]) -> list[str]:
    """Return the care without a procedure that stands beside a pair, by the rule of our engine."""
    declared = [other for slug in pair for other in procedures[slug].get("compare_with", ())]
    care = [slug for slug in (*pair, *declared) if procedures[slug]["approach"] == "traditional"]
    return [max(care, key=declared.count)] if care and not {*care} & {*pair} else []


def entry(path: Path, known: Shelf) -> Entry:
    """Read one text."""
    found = HEADER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{path}: a header between two lines of --- is expected")
    header = _loaded(found[1])
    if path.parent.name == "procedures":
        header["facts"] = dict(_facts(header))
    return Entry(KINDS[path.parent.name], path.stem, header, _body(found[2], known))


def _loaded(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - makes nothing but text, lists and mappings


def _body(text: str, known: Shelf) -> str:
    """Return Markdown with links to addresses, footnotes for citations and the clinic's facts filled in."""
    text = LINK.sub(lambda found: f"/{KINDS[found[1]]}/{found[2]}/", text)
    text = OWN.sub(lambda found: known.clinic[found[1]], text)
    keys = {key[1:]: "" for found in CITED.finditer(text) for key in found[1].split("; ")}
    text = CITED.sub(lambda found: "".join(f"[^{key[1:]}]" for key in found[1].split("; ")), text)
    notes = (f"[^{key}]: {_publication(known.sources[key])}" for key in keys)
    return "\n\n".join([text.strip(), *notes]) + "\n"


def _publication(source: dict[str, Any]) -> str:
    return f"[{source['title']}]({source['url']}), {source['publisher']}"


def _facts(header: dict[str, Any]) -> Iterator[tuple[str, list[Line]]]:
    for name, told in header["facts"].items():
        yield name, _lines(told)
    yield "risks", [_said(one["how_often"], f"{one['effect']}: ") for one in header.get("risks", ())]
    yield (
        "guidelines",
        [
            _line(
                f"{one['body']}, {one['year']}: {one['says']}. {one.get('summary', '')}",
                one.get("source", []),
            )
            for one in header.get("guidelines", ())
        ],
    )


def _lines(told: Any) -> list[Line]:
    """Return the lines of a fact: one, or one for each of several findings."""
    several = isinstance(told, list) and isinstance(told[0], dict)
    return [_said(one) for one in (told if several else [told])]


def _said(told: Any, before: str = "") -> Line:
    """Return a line of a finding in its long form, or of a value with its sources in brackets."""
    if isinstance(told, dict):
        notes = [f"{name.replace('_', ' ')}: {told[name]}" for name in NOTES if name in told]
        return _line(before + _words(told.get("value") or told["says"]), told.get("sources", []), notes)
    words = _words(told)
    keys = [key[1:] for found in CITED.findall(words) for key in found.split("; ")]
    return _line(before + CITED.sub("", words), keys)


def _line(says: str, sources: list[str] | str, notes: list[str] | None = None) -> Line:
    return {"says": says, "sources": [sources] if isinstance(sources, str) else sources, "notes": notes or []}


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else value
