"""The output of one build, as the checks see it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from plugins.engine.verify.addresses import INDEX, as_address
from plugins.engine.verify.facts import PAGE, PageFacts
from plugins.engine.verify.rules import Rules


@dataclass(frozen=True)
class Withheld:
    """Something that readers must not be led to; `may_exist` where they may if they know its address."""

    file: str
    title: str
    source: str = ""
    may_exist: bool = False


@dataclass(frozen=True)
class Output:
    """The facts of its files, the names of all its files, and what is allowed."""

    facts: Mapping[str, PageFacts]
    files: Collection[str]
    rules: Rules
    withheld: Mapping[str, Withheld] = field(default_factory=dict)

    def find(self, target: str) -> str | None:
        """Return the file that a host gives for a target, or None."""
        path = target.partition("#")[0]
        if path in self.files:
            return path
        bare = (f"{path}/{INDEX}", f"{path}.html") if self.rules.bare else ()
        return next((name for name in bare if name in self.files), None)

    def missing(self, targets: Iterable[str]) -> set[str]:
        """Return the targets that lead nowhere: there is no such file, or its page has no such fragment."""
        lost: set[str] = set()
        ids: dict[str, frozenset[str]] = {}
        for target in targets:
            file, fragment = self.find(target), target.partition("#")[2]
            if file is None or (fragment and not self._has(file, fragment, ids)):
                lost.add(target)
        return {target for target in lost if not self._ignored(target)}

    def _has(self, file: str, fragment: str, ids: dict[str, frozenset[str]]) -> bool:
        facts = self.facts.get(file)
        if facts is None or facts.kind != PAGE or fragment.lower() == "top":
            return True
        if file not in ids:
            ids[file] = frozenset(facts.ids.split(" "))
        return fragment in ids[file]

    def _ignored(self, target: str) -> bool:
        return any(fnmatchcase(as_address(target), pattern) for pattern in self.rules.ignore)
