"""Building once, in a process that stays: whatever happens becomes an Outcome."""

import time
from collections.abc import Callable
from typing import Any

from plugins.engine import preview
from plugins.engine.ending import INTERRUPTED, TERMINATED
from plugins.engine.explain import explain
from plugins.engine.run import Pelican
from plugins.engine.serve.outcome import Outcome
from plugins.engine.serve.saying import begin_anew, gathered


def build_once(pelican: Pelican) -> Outcome:
    """Build the site and tell how that went."""
    begin_anew()
    with preview.going_on():
        return attempt(pelican.run, lambda: pelican.changed)


def attempt(work: Callable[[], object], changed: Callable[[], tuple[str, ...] | None]) -> Outcome:
    """Do `work` and tell how it went; `changed` is asked about the output if that is whole afterwards."""
    begun = time.perf_counter()
    with gathered() as said:
        end = _end_of(work, said.write)
    report = said.getvalue().rstrip("\n")
    whole = end is None or getattr(end, "output_is_whole", False)
    return Outcome(
        status=_status(end),
        report=report,
        seconds=time.perf_counter() - begun,
        changed=changed() if whole else (),
        problems=_problems(end, report) if end else "",
    )


def _end_of(work: Callable[[], object], say: Callable[[str], object]) -> SystemExit | None:
    """Do `work` and return the exit that ended it, if one did; say what an exception means."""
    try:
        work()
    except SystemExit as error:
        if error.code in (INTERRUPTED, TERMINATED):
            raise
        if isinstance(error.code, str):
            say(f"{error.code}\n")
        return error
    except Exception as error:  # noqa: BLE001 (here every exception becomes a sentence)
        say(f"{explain(error)}\n")
        return SystemExit(1)
    return None


def _problems(end: SystemExit, report: str) -> str:
    """Return what the page is to say: what the exit carries for it, or all that was said."""
    notes = getattr(end, "__notes__", ())
    said = getattr(end, "problems", end.code if notes else report)
    return "\n".join(text for text in (said, *notes) if isinstance(text, str))


def _status(end: SystemExit | None) -> int:
    """Return the exit status; an exit that claims success has still not built a site."""
    code: Any = end and end.code
    return code if isinstance(code, int) and code else int(end is not None)
