"""Who is told how a build went, and in which words: the terminal, and every open page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from plugins.engine.serve.board import Board
from plugins.engine.serve.outcome import Outcome
from plugins.engine.serve.terminal import Terminal
from plugins.engine.serve.web.site_files import SiteFiles


@dataclass(frozen=True)
class Telling:
    """Passes on what happens."""

    board: Board
    terminal: Terminal
    site: SiteFiles

    def built(self, outcome: Outcome, saved: Collection[str]) -> None:
        """Tell how the build went that was made because of what was `saved`."""
        only_styles = bool(saved) and all(path.endswith(".css") for path in saved)
        self.board.pin(outcome, heading=self._heading(outcome), only_styles=only_styles)
        self.terminal.built(outcome)

    def starts_anew(self, paths: Iterable[str]) -> None:
        """Tell that the program is loaded anew."""
        self.terminal.starts_anew(paths)

    def _heading(self, outcome: Outcome) -> str:
        if not outcome.status:
            return ""
        if not outcome.output_stands:
            return "This preview is not complete"
        return "You see the last good site" if self.site.exists() else "There is no site yet"
