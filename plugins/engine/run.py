"""A run from lock to swap: the subclass of Pelican, and nothing that another file here could know."""

import contextlib
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pelican

from plugins.engine import (
    durable,
    ending,
    guard,
    incremental,
    interrupts,
    lock,
    preview,
    shrink,
    spare,
    spinner,
    staging,
    swap,
)
from plugins.engine.again import Left
from plugins.engine.corrections import CORRECTIONS
from plugins.engine.errorlog import errors_counted
from plugins.engine.garbage import rarely_collected
from plugins.engine.heard import heard
from plugins.engine.pages.attaching import AttachingGenerator
from plugins.engine.pages.environment import environment
from plugins.engine.pages.ledger import Ledger
from plugins.engine.pages.look import Look
from plugins.engine.pages.round import Round, WritingGenerator
from plugins.engine.pages.writer import queueing, writing_at_once
from plugins.engine.places import Places
from plugins.engine.progress import PROGRESS, Progress
from plugins.engine.stop import Stop


class Pelican(pelican.Pelican):
    """Pelican, building beside the output and replacing it only with a complete site."""

    output_path: str
    _round: Round | None = None  # of the run that goes on, if it builds on the last site
    _left: Left | None = None  # by the run before, in a preview
    changed: tuple[str, ...] | None = None
    """The files of the output that the last run changed, where that is known."""

    def __init__(self, settings: dict[str, Any]) -> None:
        with ending.in_words(settings), errors_counted() as errors:
            super().__init__(settings)
            # A plugin that could not be loaded is missing from every run of this instance.
            self._errors_at_start = errors.count
            self._environment = environment(settings) if incremental.wanted(settings) else ""
            return
        # Only in a preview: autoreload takes an exception for "go on with the settings you had".
        raise Stop("the preview goes on with the last settings that worked")

    def run(self) -> None:
        """Build the site once; a failure is told in a sentence and leaves the output alone."""
        with ending.in_words(self.settings), interrupts.terminable():
            spinner.end()  # the stages of the run have a bar of their own
            guard.check(self.output_path, self.settings)
            self._run(Places.beside(self.output_path))

    def _run(self, places: Places) -> None:
        progress = self.settings[PROGRESS] = Progress()
        self.changed = None
        with lock.held(places, wait=preview.is_running()):
            swap.recover(places)
            if self._environment:
                self._round = incremental.begin(places, self.settings, self._environment, progress)
                if incremental.is_done(self._round, self.settings["OUTPUT_RETENTION"]):
                    self.changed = ()
                    _say_again(self._round.standing.ledger)
                    return
            with staging.fresh(places.staging), heard() as said, rarely_collected():
                if not self._correct(places, said):
                    self._build(places, said)
        _print(progress.summary())

    def _build(self, places: Places, said: list[str]) -> None:
        from plugins.engine import verify

        with (
            errors_counted() as errors,
            verify.watching() as contents,
            incremental.sparing(places, self._round, self.settings),
        ):
            last_word = self._render(places.staging, contents)
        self._refuse(self._errors_at_start + errors.count, last_word)
        ready, ledger = self._complete(places)
        with self.settings[PROGRESS].stage("Checks") as stage:
            last_word = verify.judge(ready.staging, self.settings, contents, last_word, ledger.digests)
            stage.said = f"{len(ledger.files):,} files"
        staging.take_along(ready, self.settings["OUTPUT_RETENTION"])
        shrink.check(ready, self.settings)
        if self._round and preview.is_running() and not last_word:
            self._left = Left.by(self._round, self.settings, contents)
        self._replace(ready, ledger, "".join(said), rest=last_word is None)
        if last_word is not None:
            raise last_word

    def _correct(self, places: Places, said: list[str]) -> bool:
        """Only correct pages of the last site, where that is enough; tell whether it was.

        Not where a last step may have changed them already.
        """
        if not self._round or CORRECTIONS not in self.settings or self.settings.get("LAST_STEPS"):
            return False
        from plugins.engine.correcting import correct

        with spare.begun(places, self._round):
            if not correct(self._round, self.settings, places.output, places.staging):
                return False
        ready, ledger = self._complete(places)
        staging.take_along(ready, self.settings["OUTPUT_RETENTION"])
        self._replace(ready, ledger, "".join(said))
        return True

    def _complete(self, places: Places) -> tuple[Places, Ledger]:
        """Put the site together; return its ledger, and the places of a run that has all of it staged."""
        for step in self.settings.get("LAST_STEPS", ()):
            step(places.staging)
        if self._round:
            return incremental.complete(places, self._round)
        staging.mark(places.staging)
        return places, Ledger()

    def _replace(self, ready: Places, ledger: Ledger, said: str, *, rest: bool = True) -> None:
        """Let the site take the place of the last one; the next run may `rest` on all that it is made of."""
        if self._round:
            incremental.remember(ready, ledger, self._round.look if rest else Look(), said)
            self.changed = ledger.changed_since(self._round.standing.ledger)
        with durable.change_of_names(ready.output.parent):
            swap.swap(ready)

    def _render(self, folder: Path, contents: list[Any]) -> SystemExit | None:
        """Render the site into `folder`; answer the exit of a plugin that says the output is whole."""
        try:
            with self._writing_to(folder):
                if not self._repeat(folder, contents):
                    super().run()
        except SystemExit as error:
            if not getattr(error, "output_is_whole", False):
                raise
            return error
        return None

    def _repeat(self, folder: Path, contents: list[Any]) -> bool:
        """Render what edits have changed since the last run; tell whether that was all."""
        left, self._left = self._left, None
        if not (left and self._round and left.repeat(self._round, self.settings, folder)):
            return False
        contents.extend(left.contents)
        return True

    def _get_generator_classes(self) -> list[Any]:
        """Let generators of ours run around that which copies files, if files are to be written together."""
        found: list[Any] = super()._get_generator_classes()
        if not self._round:
            return found
        return [*found[:-1], AttachingGenerator, found[-1], partial(WritingGenerator, self._round)]

    def _get_writer(self) -> Any:
        """Let the writer only note what is to be written, if files are to be written together."""
        writer = super()._get_writer()
        return (queueing if self._round else writing_at_once)(writer, self.output_path)

    @contextlib.contextmanager
    def _writing_to(self, folder: Path) -> Iterator[None]:
        """Point everything that Pelican and its plugins read as the output to `folder`."""
        output = self.output_path
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        try:
            yield
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = output

    @staticmethod
    def _refuse(errors: int, last_word: SystemExit | None) -> None:
        """Stop if anything was logged as an error: Pelican itself would go on and exit 0."""
        if errors:
            report = f"{last_word.code}\n" if last_word else ""
            amount = "1 error" if errors == 1 else f"{errors} errors"
            raise Stop(f"{report}{amount} while building, see above.")


def _say_again(ledger: Ledger) -> None:
    """Say what the last build had to say: nothing of it has been mended since."""
    sys.stderr.write(ledger.said)
    _print(f"Nothing has changed since the last build: {len(ledger.files):,} files are as they should be.")


def _print(words: str) -> None:
    if words and not preview.is_running():  # which has words of its own for each build
        sys.stdout.write(f"{words}\n")
