"""The builder's process: reads the settings once, builds, and builds again for each line that it is sent."""

import logging
import os
import sys
from typing import Any, TextIO

import pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

from plugins.engine.run import Pelican
from plugins.engine.serve.building import attempt, build_once
from plugins.engine.serve.kept_settings import KeptSettings
from plugins.engine.serve.outcome import Reply
from plugins.engine.serve.saying import PlainHandler
from plugins.engine.serve.sources import watched
from plugins.engine.serve.watched import Watched


class Worker:
    """One site, loaded with the command line of Pelican."""

    _pelican: Pelican | None = None
    _kept: KeptSettings | None = None
    _error: BaseException | None = None
    _watched = Watched()
    _modules = 0  # how many were loaded when their files were looked for

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = pelican.parse_arguments(arguments)
        self._settings: dict[str, Any] = pelican.get_config(self._arguments)
        self._loading = attempt(self._load, lambda: ())

    def build(self) -> Reply:
        """Build, if there is something to build with."""
        outcome = self._loading
        if self._pelican and self._kept:
            self._kept.restore()
            outcome = build_once(self._pelican)
        return Reply(outcome, self._sources(), ready=self._pelican is not None)

    def _sources(self) -> Watched:
        """Return what to watch; it takes a while to find out, and changes only with the modules."""
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            self._watched = watched(self._arguments.settings, self._settings, self._error)
        return self._watched

    def _load(self) -> None:
        try:
            self._settings = read_settings(self._arguments.settings, override=self._settings)
            asked = self._settings["PELICAN_CLASS"]
            suits = isinstance(asked, type) and issubclass(asked, Pelican)
            self._pelican = (asked if suits else Pelican)(self._settings)
            self._kept = KeptSettings(self._settings)
        except BaseException as error:
            self._error = error
            raise


def main(arguments: list[str]) -> None:
    """Build now and for each line on standard input, until that ends with whoever writes to it."""
    replies = _private_output()
    console.quiet = True  # Pelican's own words; a plugin may still print
    init_logging(level=logging.WARNING, handler=PlainHandler(), name="pelican")
    worker = Worker(arguments)
    while True:
        replies.write(worker.build().to_line())
        replies.flush()
        if not sys.stdin.readline():
            return


def _private_output() -> TextIO:
    """Keep standard output for the replies; what anything else prints there goes to standard error."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


if __name__ == "__main__":
    main(sys.argv[1:])
