"""Mapping a function over many items in forked processes, with the same results as without them.

What the function changes or logs in a worker stays there: only what it returns comes back.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, TypeVar

from plugins.engine.crew import crew_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from plugins.engine.crew import Worker

T = TypeVar("T")
Result = bytes | None  # None: the function raised an exception
_SHARES = 8  # pieces of work for each process, so that all end at about the same time
_MOST = 16  # items in a piece


def in_workers(
    function: Callable[[T], bytes],
    items: Sequence[T],
    jobs: int,
    progress: Callable[[int], None] | None = None,
) -> list[bytes]:
    """Return what `function` gives for each item, in their order, worked out by `jobs` processes.

    `progress` is told how many items are done.  Where one job is asked for, nothing can be forked, or not
    safely because other threads are running, all is done here.  A worker that dies raises Stop.
    """
    tell = progress or (lambda _done: None)
    results: list[Result] = [None] * len(items)
    jobs = min(jobs, len(items))
    if jobs > 1 and threading.active_count() == 1:
        with crew_for(function, items, jobs) as workers:
            found = _results(workers, _pieces(len(items), jobs))
            for done, (number, result) in enumerate(found, 1):
                results[number] = result
                tell(done)
    return list(_completed(function, items, results, tell))


def _completed(
    function: Callable[[T], bytes],
    items: Sequence[T],
    results: Sequence[Result],
    tell: Callable[[int], None],
) -> Iterator[bytes]:
    """Yield all results; what no worker has is worked out here.

    So an exception is raised as it would be without workers, with all that tells where it came about.
    """
    for done, (item, result) in enumerate(zip(items, results, strict=True), 1):
        if result is None:
            yield function(item)
            tell(done)
        else:
            yield result


def _pieces(count: int, jobs: int) -> deque[range]:
    size = max(1, min(_MOST, count // (jobs * _SHARES)))
    return deque(range(start, min(start + size, count)) for start in range(0, count, size))


def _results(workers: Iterable[Worker], pieces: deque[range]) -> Iterator[tuple[int, Result]]:
    """Hand out the pieces in their order, and yield the number of each item with its result."""
    from multiprocessing.connection import wait

    at_work = {worker.connection: worker for worker in workers if worker.take(pieces)}
    while at_work:
        for connection in wait(list(at_work)):
            worker = at_work[connection]  # type: ignore[index]
            number, result = worker.result()
            if result is None:
                pieces.clear()  # those before it are handed out, so the first exception will be met
            yield number, result
            if not (worker.todo or worker.take(pieces)):
                del at_work[worker.connection]
