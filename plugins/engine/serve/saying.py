"""What a build says, gathered as text: sentences on standard error and what is logged, in their order."""

import contextlib
import io
import logging
import sys
from collections.abc import Iterator

from pelican.log import LimitFilter

from plugins.engine.explain import explain


class PlainHandler(logging.Handler):
    """Writes log records as sentences to whatever is standard error at the time, never a traceback."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        words = f"{record.levelname.lower()}: {record.getMessage()}"
        cause = record.exc_info[1] if record.exc_info else None
        if isinstance(cause, Exception):
            words = f"{words}: {explain(cause)}"
        # Past what hears a run (see heard.py): warnings are kept from the log itself.
        getattr(sys.stderr, "unheard", sys.stderr).write(f"{words}\n")


def begin_anew() -> None:
    """Let Pelican log again what it has logged: it tells each warning once in a process, which here stays."""
    LimitFilter._raised_messages.clear()  # noqa: SLF001 (there is no other way)
    LimitFilter._group_count.clear()  # noqa: SLF001


@contextlib.contextmanager
def gathered() -> Iterator[io.StringIO]:
    """Gather what the block says."""
    text = io.StringIO()
    with contextlib.redirect_stderr(text):
        yield text
