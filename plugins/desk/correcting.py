"""Texts that were edited since the last run, before and after: then a command need not read all there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.desk.all_files import FEW, Library, SourceFile
from plugins.desk.days import days
from plugins.desk.files import shown_path
from plugins.desk.manner import manner_of
from plugins.desk.one_file import is_another_text, kinds
from plugins.desk.resources import reading_store
from plugins.editorial import Page
from plugins.editorial.feeds import for_feeds
from plugins.editorial.glossary import with_known_sources
from plugins.engine import Correction, Edits
from plugins.frontmatter import Refusal
from plugins.frontmatter.files import read_bytes
from plugins.procedures.assembly import WithoutTables
from plugins.procedures.plugin import text_in_feeds_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.desk.manner import Manner
    from plugins.desk.one_file import Item, Kind
    from plugins.engine.store import Store
    from plugins.procedures.assembly import Text

_PICTURE = re.compile(r"<img [^>]*>")
_KINDS = {kind.folder: kind for kind in kinds(()) if kind.plain}


def corrections(settings: Mapping[str, Any], edits: Edits) -> dict[str, Correction] | None:
    """Return what edits have made of the texts of articles and pages; None where more may be different.

    So it may be with all other files, with texts that were signed, and where something was said of a text.
    Many edits are left to a whole run, which shares the reading and tells how far it is.
    """
    root, shown = Path(settings["PATH"]), shown_path(settings["PATH"])
    places = [_place(root, shown, file) for file in edits.files]
    if len(places) > FEW or any(place is None or place[1] in edits.said for place in places):
        return None
    store = reading_store(Path(settings["CACHE_PATH"]))
    desk = _Desk(manner_of(root, shown, store), store)
    edited = zip(edits.files.items(), filter(None, places), strict=True)
    found = {name: desk.texts(file, kind, name, held) for (file, held), (kind, name) in edited}
    store.save()  # a whole run needs no file to be read again
    corrected: dict[str, Correction] = {}
    for name, texts in found.items():
        if texts is None:
            return None
        path = name.removeprefix(f"{shown}/")
        corrected[text_of(path)] = Correction(*map(_parts, texts))
        corrected[text_in_feeds_of(path)] = Correction(*(_parts(for_feeds(text)) for text in texts))
    return corrected


def _place(root: Path, shown: str, file: Path) -> tuple[Kind, str] | None:
    """Return the kind of a file, and its name in messages; None where it is no article and no page."""
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
    kind = _KINDS.get(path.partition("/")[0])
    return (kind, f"{shown}/{path}") if kind and path.endswith(".md") else None


@dataclass(frozen=True)
class _Desk:
    """Where files are read, and their texts put together."""

    manner: Manner
    store: Store

    def texts(self, file: Path, kind: Kind, name: str, held: str) -> tuple[str, str] | None:
        """Return the text of a file as it was when its SHA-256 was `held`, and as it is.

        None where all that it says beside is not known to be the same.
        """
        before = self._library.kept(SourceFile(kind, name, b"", self.manner.key(kind, name, held)), days())
        try:
            data = read_bytes(file, name)
        except Refusal:  # which a whole run tells
            return None
        key = self.manner.key(kind, name, sha256(data).hexdigest())
        (after,) = self._library.read([SourceFile(kind, name, data, key)])
        if not (before and is_another_text(before, after)):
            return None
        was, now = (self._text(reading.item) for reading in (before, after))
        if not (was and now and was.about == now.about):
            return None
        return was.html, now.html

    def _text(self, item: Item | None) -> Text | None:
        """Return a text on which nothing but its page hangs."""
        if not isinstance(item, Page) or item.byline.reviewed_by:
            return None
        return self._assembly.post(item.body)

    @cached_property
    def _library(self) -> Library:
        return Library(self.store, self.manner.reader, 1, lambda _done, _all: None)

    @cached_property
    def _assembly(self) -> WithoutTables:
        house = self.manner.shared.house
        known = with_known_sources(house.glossary, house.sources.records)
        return WithoutTables(replace(house, glossary=known))


def _parts(html: str) -> tuple[str, ...]:
    """Return a text with each table and picture as a part of its own, by what it is made of."""
    return tuple(_PICTURE.sub(r"\0\g<0>\0", html).split("\0"))
