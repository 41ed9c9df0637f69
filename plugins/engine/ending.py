"""How a run ends: each exception becomes a sentence and an exit status, in this one place."""

import contextlib
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from plugins.engine import preview
from plugins.engine.explain import explain
from plugins.engine.interrupts import Terminated
from plugins.engine.places import MARKER, shown
from plugins.engine.stop import Stop

INTERRUPTED = 130
TERMINATED = 143


@contextlib.contextmanager
def in_words(settings: Mapping[str, Any]) -> Iterator[None]:
    """End the block's exceptions in words: exit with a status, or, in a preview, go on."""
    output = settings["OUTPUT_PATH"]
    try:
        yield
    except (KeyboardInterrupt, Terminated) as asked:
        _interrupted(asked, output)
    except SystemExit as error:
        _pass_on(error)
    except Stop as stop:
        _say(f"{stop.sentence} {_standing(output)}")
        _leave(stop.status)
    except Exception as error:  # noqa: BLE001 (here every exception becomes a sentence)
        if isinstance(error.__cause__, KeyboardInterrupt | Terminated):  # that came while a class was made
            _interrupted(error.__cause__, output)
        _tell(error, output, debug=settings["DEBUG"])
        _leave(1)


def _interrupted(asked: BaseException, output: str) -> NoReturn:
    terminated = isinstance(asked, Terminated)
    _say(f"{'Asked to end.' if terminated else 'Interrupted.'} {_standing(output)}")
    sys.exit(TERMINATED if terminated else INTERRUPTED)


def _pass_on(error: SystemExit) -> None:
    """Let a plugin's own exit be; in a preview, say only what it would have said."""
    if not preview.is_autoreload():
        raise error
    if isinstance(error.code, str):
        _say(error.code)


def _tell(error: Exception, output: str, *, debug: bool) -> None:
    if debug:
        # Always to the terminal: what goes to sys.stderr, a preview shows in the page.
        traceback.print_exception(error, file=sys.__stderr__)
    _say(f"{explain(error)}\n{_standing(output)}")


def _leave(status: int) -> None:
    if not preview.is_autoreload():
        sys.exit(status)


def _standing(output: str) -> str:
    """Say what there is after a run that did not succeed."""
    if Path(output, MARKER).exists():
        return f"{shown(output)} holds the last complete site."
    return "No site was written."


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
