"""Checks a folder of output: reads its facts, as few anew as can be, and judges them."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from plugins.engine.verify import cache as kept
from plugins.engine.verify.addresses import Site
from plugins.engine.verify.facts import PAGE, PageFacts, facts_of, has_facts
from plugins.engine.verify.findings import Findings, gathered
from plugins.engine.verify.links import broken_links
from plugins.engine.verify.markup import repeated_ids, same_address, unreadable, unwanted_markup
from plugins.engine.verify.metadata import active_metadata, smuggled
from plugins.engine.verify.output import Output, Withheld
from plugins.engine.verify.problem import Problem
from plugins.engine.verify.rules import Rules
from plugins.engine.verify.sitemap import sitemap_problems
from plugins.engine.verify.sources import written_twice
from plugins.engine.verify.unpublished import leaks, leaks_in_data, withheld_by
from plugins.engine.workers import in_workers

_FEW = 48  # files that are read sooner than processes are started, or than all that is known is written
CHECKS = (broken_links, unwanted_markup, repeated_ids, unreadable, same_address, sitemap_problems, leaks)


@dataclass(frozen=True)
class Contents:
    """What the site was made of, as Pelican knows it, for what the output alone does not show."""

    items: Collection[Any] = ()
    formatted: Collection[str] = ()
    """The metadata whose text is markup by intent (Pelican's FORMATTED_FIELDS)."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The file of the author by that of the page."""


@dataclass(frozen=True)
class Known:
    """What need not be found out again."""

    cache: Path | None = None
    """The file that keeps the facts of unchanged files."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of files, in hexadecimal digits, by their paths in the output: as many as are known."""
    jobs: int = 1
    """How many processes may read files."""


def verify(
    facts: Mapping[str, PageFacts],
    files: Collection[str],
    rules: Rules,
    withheld: Mapping[str, Withheld] | None = None,
) -> tuple[Problem, ...]:
    """Return all that is wrong with an output, by the facts of its files and the names of all of them."""
    output = Output(facts, files, rules, withheld or {})
    return tuple(sorted(set(chain.from_iterable(check(output) for check in CHECKS))))


def check_output(
    folder: Path, site: Site, rules: Rules, known: Known | None = None, contents: Contents | None = None
) -> Findings:
    """Check the site in `folder`, which will stand where `site` says."""
    contents = contents or Contents()
    files = frozenset(_files(folder))
    facts = _facts(folder, files, site, known or Known())
    output = Output(facts, files, rules, withheld_by(rules, contents.items))
    problems = chain(
        verify(facts, files, rules, output.withheld),
        written_twice(contents.items),
        _problems_in_bytes(output, contents, lambda name: (folder / name).read_bytes()),
    )
    return gathered(problems, lambda problem: _advised(problem, output, contents), contents.sources)


def _advised(problem: Problem, output: Output, contents: Contents) -> Problem:
    from plugins.engine.verify.advice import with_advice

    return with_advice(problem, output, contents.sources)


def _problems_in_bytes(output: Output, contents: Contents, read: Callable[[str], bytes]) -> Iterator[Problem]:
    """Yield what facts do not tell: words that are known only now. Mostly there are none to look for."""
    yield from leaks_in_data(output, read)
    pages = [name for name, facts in output.facts.items() if facts.kind == PAGE]
    yield from smuggled(active_metadata(contents.items, contents.formatted), pages, read)


def _files(folder: Path) -> Iterator[str]:
    """Yield the paths of all files in a folder, from there on."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(f"{inside}{entry.name}/")
                else:
                    yield f"{inside}{entry.name}"


def _facts(folder: Path, files: Collection[str], site: Site, known: Known) -> dict[str, PageFacts]:
    """Return the facts of all files that have any, and keep them for the next build if it would miss many."""
    before = kept.load(known.cache, site)
    named = [name for name in sorted(files) if has_facts(name)]
    same = {
        name: before[name] for name in named if name in before and _is(before[name], known.digests.get(name))
    }
    new = [name for name in named if name not in same]

    def read(name: str) -> bytes:
        return kept.packed(_entry(folder, name, site, before.get(name), known.digests.get(name)))

    found = in_workers(read, new, known.jobs if len(new) > _FEW else 1)
    now = {**same, **dict(zip(new, map(kept.unpacked, found), strict=True))}
    if known.cache is not None and len(new) > _FEW:
        kept.save(known.cache, site, now)
    return {name: facts for name, (_, facts) in now.items()}


def _is(entry: kept.Entry, digest: str | None) -> bool:
    return entry[0] == digest


def _entry(folder: Path, name: str, site: Site, known: kept.Entry | None, digest: str | None) -> kept.Entry:
    """Return the facts of a file with its digest: those that are known if it is the same file."""
    data = (folder / name).read_bytes()
    digest = digest or hashlib.sha256(data).hexdigest()
    return known if known and known[0] == digest else (digest, facts_of(data, name, site))
