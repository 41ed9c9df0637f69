"""Reading and judging a whole content folder, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.desk.all_files import Library, SourceFile
from plugins.desk.edition import Edition
from plugins.desk.judge import judged
from plugins.desk.manner import Manner, manner_of
from plugins.desk.one_file import Reading, kinds
from plugins.desk.reading import Desk, read_folder
from plugins.desk.shared import FIELDS
from plugins.engine.garbage import rarely_collected
from plugins.engine.store import Store
from plugins.frontmatter.files import read_bytes
from plugins.frontmatter.problems import in_file_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plugins.frontmatter import Problem


def examine(  # noqa: PLR0913 - what is read, how it is judged, and what makes that quick
    content: Path,
    shown: str,
    *,
    public: bool = False,
    withhold: bool = False,
    store: Store | None = None,
    jobs: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Edition:
    """Read and judge everything in the folder `content`, called `shown` in messages.

    All is judged; an edition for the `public` then goes without drafts, and, where it is to `withhold` them,
    without medical pages that no clinician has reviewed as they are.

    What was read before is taken from the `store`; the rest is shared among `jobs` processes, and `progress`
    is told how many files of how many are read.
    """
    store = store or Store()
    manner = manner_of(content, shown, store)
    shared = manner.shared
    desk = Desk(content, shown, shared, problems=[*shared.problems])
    read_folder(desk, Library(store, manner.reader, jobs, progress), manner.key)
    store.save()
    said = sha256(f"{manner.code} {public} {withhold} {' '.join(manner.held.values())}".encode()).hexdigest()
    if not _stands(desk):
        nothing: frozenset[str] = frozenset()
        problems = tuple(in_file_order(_known_only(desk)))
        return Edition(shared.house, None, nothing, {}, nothing, {}, nothing, problems, shared=said)
    with rarely_collected():
        edition = judged(desk, said, public=public, withhold=withhold)
    return replace(edition, again=Again(desk, manner, store))


@dataclass(frozen=True)
class Again:
    """Reads files of a folder again that has been read."""

    desk: Desk
    manner: Manner
    store: Store

    def read(self, path: str) -> tuple[Reading, Reading, str]:
        """Return what came of the file `path` inside the folder, what comes of it now, and a digest of that.

        Raises Refusal where the file cannot be read.
        """
        name = f"{self.desk.shown}/{path}"
        kind = next(kind for kind in kinds(self.desk.shared.fields) if path.startswith(f"{kind.folder}/"))
        data = read_bytes(self.desk.root / path, name)
        key = self.manner.key(kind, name, sha256(data).hexdigest())
        library = Library(self.store, self.manner.reader, 1, lambda _done, _all: None)
        (reading,) = library.read([SourceFile(kind, name, data, key)])
        self.store.save()
        return self.desk.readings[name], reading, key


def _stands(desk: Desk) -> bool:
    """Whether all that everything rests on could be read: fields, sources, people, and who the clinic is."""
    house = desk.shared.house
    files = {f"{desk.shown}/{name}" for name in (FIELDS, "site.yaml")}
    broken = any(problem.place.path in files for problem in desk.problems)
    return not (broken or _unread(house.sources) or _unread(house.people))


def _unread(shelf: Any) -> bool:
    return bool(shelf.problems) and not shelf.broken


def _known_only(desk: Desk) -> Iterator[Problem]:
    """Yield the problems that stand, without those that only follow from missing fields."""
    for problem in desk.problems:
        if desk.shared.fields or "/procedures/" not in problem.place.path:
            yield problem
