"""What came of a build, and what must be watched from then on: all that the builder tells the server."""

import json
from dataclasses import asdict, dataclass

from plugins.engine.serve.watched import Watched


@dataclass(frozen=True)
class Outcome:
    """How one build went."""

    status: int
    """As the command would exit: 0 only if the site is complete."""
    report: str
    """What was said meanwhile, for the terminal."""
    seconds: float
    changed: tuple[str, ...] | None
    """The files of the output that are others now; () if it stands as it was, None if nobody knows."""
    problems: str = ""
    """What is wrong, for the page: the report, unless a plugin says it in fewer words."""

    @property
    def output_stands(self) -> bool:
        """Whether the output is still the one of before."""
        return self.changed == ()


@dataclass(frozen=True)
class Reply:
    """One answer of the builder."""

    outcome: Outcome
    watched: Watched
    ready: bool
    """Whether it can build again: not where the settings could not be read."""

    def to_line(self) -> str:
        """Return it as one line of JSON."""
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def from_line(cls, line: str) -> "Reply":
        """Return what `to_line` has written."""
        found = json.loads(line)
        changed = found["outcome"].pop("changed")
        return cls(
            Outcome(**found["outcome"], changed=None if changed is None else tuple(changed)),
            Watched(**{name: tuple(paths) for name, paths in found["watched"].items()}),
            found["ready"],
        )
