"""The addresses found in one file, on their way to become facts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from plugins.engine.verify.addresses import AstrayError, Start
from plugins.engine.verify.facts import PAGE, PageFacts

_LOCAL = re.compile(r"\s*(?:data|blob|about|mailto|tel|javascript):", re.IGNORECASE)
"""Schemes by which nothing is fetched from anywhere."""


@dataclass
class Found:
    """Gathers where the addresses of a file lead, each once and in order."""

    start: Start
    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    astray: set[str] = field(default_factory=set)

    def link(self, addresses: Iterable[str]) -> None:
        """Take addresses that a reader, or a program, may follow."""
        for address in addresses:
            target = self._target(address)
            if target is not None:
                self.links.add(target)

    def load(self, addresses: Iterable[str]) -> None:
        """Take addresses from which a browser fetches something by itself."""
        for address in addresses:
            target = self._target(address)
            if target is not None:
                self.loads.add(target)
            elif address not in self.astray and not _LOCAL.match(address):
                self.foreign.add(address)

    def leave_out(self, known: Callable[[str], bool]) -> None:
        """Forget links that need no further look."""
        self.links = {target for target in self.links if not known(target)}

    def _target(self, address: str) -> str | None:
        try:
            return self.start.target(address)
        except AstrayError:
            self.astray.add(address)
            return None

    def facts(self, kind: str = PAGE) -> PageFacts:
        """Return the addresses as facts."""
        links, loads, foreign, astray = map(sorted, (self.links, self.loads, self.foreign, self.astray))
        return PageFacts(kind, tuple(links), tuple(loads), tuple(foreign), tuple(astray))
