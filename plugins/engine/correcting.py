"""Correcting pages of the last site, after edits that change only texts which pages print as they are.

Nothing else that the site is made of is read then, and no page is rendered (see corrections.py).
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from plugins.engine.corrections import CORRECTIONS, Correction, Edits
from plugins.engine.incremental import stands
from plugins.engine.pages.facet import noted, printed
from plugins.engine.pages.fingerprint import digest
from plugins.engine.pages.folders import stamp_of
from plugins.engine.pages.ledger import Entry
from plugins.engine.verify.addresses import Site
from plugins.engine.verify.facts import facts_of
from plugins.engine.verify.metadata import is_active

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from plugins.engine.pages.round import Round

    Corrections = Callable[[Mapping[str, Any], Edits], Mapping[str, Correction] | None]


def correct(turn: Round, settings: Mapping[str, Any], output: Path, folder: Path) -> bool:
    """Write into `folder` those pages of the last site, in `output`, that edits have changed.

    Tell whether that is all there is to do; otherwise nothing is written.
    """
    found = _corrections(turn, settings)
    if found is None:
        return False
    pages = {path: Page(output / path, settings) for path in _printing(turn, found)}
    for path, page in pages.items():
        for name in turn.standing.ledger.files[path].reads:
            if name in found and not page.take(found[name]):
                return False
    if not all(page.is_sound(path) for path, page in pages.items()):
        return False
    turn.keep_all_but(pages.keys())
    with turn.progress.stage("Pages") as stage:
        for path, page in pages.items():
            _write(turn, path, page.data, folder / path)
        stage.said = f"{len(pages):,} corrected, all others kept"
    sys.stderr.write(turn.standing.ledger.said)
    return True


def _corrections(turn: Round, settings: Mapping[str, Any]) -> dict[str, Correction] | None:
    """Return what edits have made of texts, by how pages have noted them; None where that cannot be all."""
    told: Corrections | None = settings.get(CORRECTIONS)
    last = turn.standing.ledger
    edited = turn.look.edited_since(last.look)
    if not (told and edited and stands(turn, last.look.digest, settings["OUTPUT_RETENTION"])):
        return None
    with turn.progress.stage("Reading") as stage:
        found = told(settings, Edits(edited, last.said))
        stage.said = f"{len(edited):,} edited, all others as before" if found is not None else ""
    if found is None:
        return None
    others = {one for one, text in found.items() if text.before != text.after}
    looked_into = {noted(name) for name in others}
    if any(not looked_into.isdisjoint(entry.reads) for entry in last.files.values()):
        return None
    return {printed(name): found[name] for name in others}


def _printing(turn: Round, found: Mapping[str, Correction]) -> Iterator[str]:
    for path, entry in turn.standing.ledger.files.items():
        if not found.keys().isdisjoint(entry.reads):
            yield path


def _write(turn: Round, path: str, data: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    before, sha256 = turn.entries[path], hashlib.sha256(data).hexdigest()
    # Not the digest that rendering the page gives, but one of the same things.
    inputs = digest([before.inputs, sha256])
    turn.entries[path] = Entry(sha256, stamp_of(target), inputs, before.reads)


class Page:
    """A page of the last site as it stands, and with corrections."""

    def __init__(self, place: Path, settings: Mapping[str, Any]) -> None:
        self._before = self.data = place.read_bytes()
        self._site = Site.of(settings["SITEURL"])
        self._link = re.compile(rf"""(?<=["'])(?:{settings["INTRASITE_LINK_REGEX"]})[^"']*(?=["'])""")

    def take(self, text: Correction) -> bool:
        """Put a text in the place of what it was, if that stands there once; tell whether it could be done.

        Links lead where the page leads them already.  In a feed the text is escaped.
        """
        escaped = Correction(_escaped(text.before), _escaped(text.after))
        forms = [form for form in (text, escaped) if any(map(self._places, form.before[::2]))]
        return len(forms) == 1 and not any(map(is_active, text.after)) and self._put(forms[0])

    def is_sound(self, path: str) -> bool:
        """Tell whether the checks of a site have nothing to look at in the page that was not there before."""
        return facts_of(self.data, path, self._site) == facts_of(self._before, path, self._site)

    def _put(self, text: Correction) -> bool:
        page, found = self.data.decode(), [self._places(part) for part in text.before[::2]]
        places = [places[0] for places in found if len(places) == 1]
        if len(places) < len(found) or any(one.end > other.start for one, other in pairwise(places)):
            return False
        between = [page[one.end : other.start] for one, other in pairwise(places)]
        known = _agreed(
            [
                *zip(text.before[1::2], between, strict=True),
                *(pair for place in places for pair in place.links),
            ]
        )
        parts = [self._after(part, known, named=number % 2 == 1) for number, part in enumerate(text.after)]
        if None in parts:
            return False
        after = "".join(filter(None, parts))
        self.data = f"{page[: places[0].start]}{after}{page[places[-1].end :]}".encode()
        return True

    def _places(self, part: str) -> list[_Place]:
        """Return where a part of a text stands in the page."""
        links = [found.span() for found in self._link.finditer(part)]
        names = [part[slice(*span)] for span in links]
        return [
            _Place(start, end, tuple(zip(names, addresses, strict=True)))
            for start, end, addresses in _matches(self.data.decode(), _between(part, links))
        ]

    def _after(self, part: str, known: Mapping[str, str], *, named: bool) -> str | None:
        """Return a part of the new text as the page has it; None where the page does not know."""
        if named:
            return known.get(part)
        if not known.keys() >= {found[0] for found in self._link.finditer(part)}:
            return None
        return self._link.sub(lambda found: known[found[0]], part)


@dataclass(frozen=True)
class _Place:
    """Where a part of a text stands in a page, and where its links lead there."""

    start: int
    end: int
    links: tuple[tuple[str, str], ...]


def _escaped(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(escape(part, quote=False) for part in parts)


def _agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what stands for each name; not for one that stands for two things."""
    distinct = set(pairs)
    times = Counter(name for name, _ in distinct)
    return {name: found for name, found in distinct if times[name] == 1}


def _between(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return what stands around the parts of a text at `spans`."""
    parts, start = [], 0
    for begin, end in spans:
        parts.append(text[start:begin])
        start = end
    return [*parts, text[start:]]


def _matches(page: str, parts: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield where a page has `parts` with an address between each: the start, the end, and the addresses."""
    start = page.find(parts[0])
    while start >= 0 and parts[0]:
        end, addresses = start + len(parts[0]), []
        for part in parts[1:]:
            close = page.find(part[0], end)  # the quotation mark behind the address
            if close < 0 or not page.startswith(part, close):
                break
            addresses.append(page[end:close])
            end = close + len(part)
        else:
            yield start, end, addresses
        start = page.find(parts[0], start + 1)
