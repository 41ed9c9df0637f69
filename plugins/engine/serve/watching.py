"""Watching the sources: a single save is told at once, a burst of them once it is over."""

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import watchfiles

from plugins.engine.serve.watched import Watched

_STEP = 4  # milliseconds; a save is told after one or two of them
_QUIET = 50  # milliseconds without a save, after which a burst is over
_FEW = 3  # files that one save may touch; more are a burst, such as a checkout
_LONGEST = 200  # milliseconds for which watchfiles gathers at most

_Changes = Iterator[set[tuple[watchfiles.Change, str]]]


class Watcher:
    """Tells of each change to what is watched, from threads of its own, until it is stopped.

    The folders are watched with all that is in them; and the folders around them for the one case that
    they themselves, or a module outside of them, are made, renamed or removed.
    """

    def __init__(self, watched: Watched, tell: Callable[[frozenset[str]], None]) -> None:
        self.watched = watched
        self._tell = tell
        self._stop = threading.Event()
        self._identities = _identities(watched.roots)
        self._follow(watched.roots, watched.is_source, recursive=True)
        self._follow(watched.around, watched.is_named, recursive=False)

    def is_stale(self) -> bool:
        """Tell whether a folder is another one than when the watch began, and so no longer watched."""
        return self._identities != _identities(self.watched.roots)

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()

    def _follow(self, folders: Iterable[str], wanted: Callable[[str], bool], *, recursive: bool) -> None:
        there = [folder for folder in folders if Path(folder).is_dir()]
        try:
            changes = self._changes(there, wanted, recursive=recursive, polling=None)
        except OSError:  # the system watches no more files: then we look ourselves, some times a second
            changes = self._changes(there, wanted, recursive=recursive, polling=True)
        threading.Thread(target=self._tell_all, args=(changes,), daemon=True).start()

    def _changes(
        self, folders: list[str], wanted: Callable[[str], bool], *, recursive: bool, polling: bool | None
    ) -> _Changes:
        """Watch from now on; an empty set says that nothing has changed for a while."""
        changes = watchfiles.watch(
            *folders,
            watch_filter=lambda _, path: wanted(path),
            debounce=_LONGEST,
            step=_STEP,
            rust_timeout=_QUIET,
            yield_on_timeout=True,
            stop_event=self._stop,
            recursive=recursive,
            force_polling=polling,
            ignore_permission_denied=True,
        )
        return itertools.chain([next(changes)], changes)

    def _tell_all(self, changes: _Changes) -> None:
        pending: set[str] = set()
        for some in changes:
            pending |= {path for _, path in some}
            if pending and (not some or len(pending) <= _FEW):
                self._tell(frozenset(pending))
                pending = set()


def changed_since(moment: float, watched: Watched) -> frozenset[str]:
    """Return the sources that were written after `moment`: what a watch that began later cannot know."""
    inside = (
        path for root in watched.roots for path in Path(root).rglob("*") if watched.is_source(str(path))
    )
    sources = itertools.chain(inside, map(Path, watched.files))
    return frozenset(str(path) for path in sources if _written(path) > moment)


def _written(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:  # removed meanwhile; its folder has changed
        return 0


def _identities(folders: Iterable[str]) -> list[tuple[int, int] | None]:
    return [_identity(Path(folder)) for folder in folders]


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
