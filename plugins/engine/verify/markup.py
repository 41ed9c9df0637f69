"""The check of markup: nothing in a page runs, styles or frames what it should not; each id is there once."""

from collections.abc import Iterator

from plugins.engine.verify.output import Output
from plugins.engine.verify.problem import Problem

_INLINE = "scripts and styles in files of their own, and no handlers"


def unwanted_markup(output: Output) -> Iterator[Problem]:
    """Yield what the rules do not allow in a page: it has come from a text, or from words of its header."""
    rules = output.rules
    for page, facts in output.facts.items():
        if not rules.inline:
            for what in facts.inline:
                yield Problem("markup that is not allowed", f"has {what}", page, _INLINE)
        if not rules.frames:
            for what in facts.frames:
                yield Problem("markup that is not allowed", f"has {what}", page, "a link to it")
        if not rules.foreign:
            for address in facts.foreign:
                message = f'fetches "{address}" from another host'
                yield Problem("something from another host", message, page, "a file of the site")


def repeated_ids(output: Output) -> Iterator[Problem]:
    """Yield ids that more than one element of a page has: a link finds only the first."""
    for page, facts in output.facts.items():
        for name in facts.twice:
            message = f'has the id "{name}" more than once'
            yield Problem("an id that is there twice", message, page, "each id once on a page")


def unreadable(output: Output) -> Iterator[Problem]:
    """Yield files that programs cannot read."""
    for page, facts in output.facts.items():
        if facts.fault:
            message = f"is no XML that can be read: {facts.fault}"
            yield Problem("a file that cannot be read", message, page)


def same_address(output: Output) -> Iterator[Problem]:
    """Yield files that are one and the same where capital letters do not count."""
    import unicodedata

    first: dict[str, str] = {}
    for name in sorted(output.files):
        known = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if known != name:
            kind, message = "two files of one name", f'is the same as "{known}" on many computers'
            yield Problem(kind, message, name, "names that differ in more than capital letters")
