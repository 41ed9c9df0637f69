"""A problem of the output: a value, and its one wording."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with one file of the output.

    `kind` and `message` together are the same for the same fault on many pages, which is told once.
    """

    kind: str
    message: str
    page: str
    expected: str = ""
    target: str = ""
    """What was not found: for the nearest suggestion, and for its place in the source."""
    suggestion: str = ""
    origin: str = ""
    """The file of the author, with the line where that is known."""
    others: int = 0
    """How many more pages have it."""

    def __str__(self) -> str:
        advice = [f"expected {self.expected}"] if self.expected else []
        if self.suggestion:
            advice.append(f'did you mean "{self.suggestion}"?')
        if self.origin:
            advice.append(f"the page comes from {self.origin}")
        lines = [f"{self.page}: {self.message}", *(["; ".join(advice)] if advice else [])]
        if self.others:
            lines.append(f"the same on {counted(self.others, 'more page')}")
        return "\n    ".join(lines)


def counted(number: int, noun: str) -> str:
    """Return a count in words: ``1 page``, ``2 pages``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
