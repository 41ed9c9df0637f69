"""How files are read in this clinic, and what that follows from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.one_file import BLOCKS, FileReader, Kind
from plugins.desk.shared import FIELDS, Shared, digests, read_shared
from plugins.editorial.glossary import abbreviations
from plugins.engine.versions import code_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.engine.store import Store

ROOMS = ("frontmatter", "editorial", "procedures", "appointment", "desk")  # whose code decides what is read


@dataclass(frozen=True)
class Manner:
    """What all files of a content folder are read with.

    `code` is the digest of all code that reads; `held` are those of the files at the top of the folder, by
    their names, and `shared` is what these say.
    """

    code: str
    held: Mapping[str, str]
    shared: Shared

    def reader(self) -> FileReader:
        """Return what reads files."""
        return self._reader

    def key(self, kind: Kind, name: str, held: str) -> str:
        """Return a digest of all that the reading of a file follows from; `held` is that of its bytes."""
        fields = self.held[FIELDS] if kind.folder == "procedures" else ""
        follows_from = f"{self._everywhere}\n{name}\n{fields}\n{held}"
        return sha256(follows_from.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _everywhere(self) -> str:
        words = sorted(self._known) if self._english else ""
        return sha256(f"{self.code}\n{words}\n".encode()).hexdigest()

    @cached_property
    def _reader(self) -> FileReader:
        from plugins.editorial.markdown_html import converter

        return FileReader(self.shared.fields, self._known, self._english, converter(BLOCKS))

    @cached_property
    def _known(self) -> frozenset[str]:
        return abbreviations(self.shared.house.glossary)

    @property
    def _english(self) -> bool:
        return self.shared.house.languages[0].split("-")[0] == "en"


def manner_of(content: Path, shown: str, store: Store) -> Manner:
    """Return how files are read in the folder `content`, called `shown` in messages."""
    plugins = Path(__file__).parents[1]
    code, held = code_digest(plugins / room for room in ROOMS), digests(content, shown)
    return Manner(code, held, read_shared(content, shown, held, store, code))
