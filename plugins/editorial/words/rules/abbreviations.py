"""Abbreviations that nobody has explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.editorial.words.texts import is_short
from plugins.editorial.words.vocabulary import common_abbreviations
from plugins.frontmatter import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words.texts import Text
    from plugins.editorial.words.writing import Writing

# In capitals; names of trials are names.
_ABBREVIATION = re.compile(r"([A-Z](?<![\w&'’-].)[A-Z]+)s?(?![\w&])(?!\s+(?:[IVX]+\s+)?(?:trial|study)\b)")
_TOO_SHORT = 3  # words: a choice or a label, with no room for what it stands for
_LONG_FORM_BEHIND = re.compile(r"\s*\([^()]*[^\W\d_]{3}")
_CLOSED = re.compile(r"\s*[,;)]")
_CALLED = re.compile(r"\b(?:called|known\s+as|short\s+for|stands?\s+for)(?:\s+(?:the|an?))?$")
_NAMED = re.compile(r"(?:^|(?<=\w \())([A-Z]{2,})(?=s?$|\))")  # RFA; Health Care Knowledge Centre (KCE)


def unexplained_abbreviations(writing: Writing) -> Iterator[Problem]:
    """Yield the first use of each abbreviation of a file, where no explanation stands beside it."""
    explained = {*common_abbreviations(), *_explained_by_names(writing)}
    for text in writing.texts:
        all_found = list(_ABBREVIATION.finditer(text.prose))
        if not all_found or text.name == "title" or is_short(text.prose, _TOO_SHORT):
            continue
        for found in all_found:
            word = found[1]
            if word in explained or word.casefold() in writing.known:
                continue
            explained.add(word)
            if not _is_explained(text, found):
                expected = f"what it stands for, then ({word}); or an entry in the glossary"
                message = f'"{word}" is not explained'
                place = text.place_at(found.start())
                yield Problem(place, message, expected, field=text.name, severity=Severity.NOTICE)


def _is_explained(text: Text, found: re.Match[str]) -> bool:
    """Whether it reads "ABBR (long form)", "long form (ABBR)" or "long form, also called ABBR"."""
    before, prose, end = text.prose[: found.start()].rstrip(), text.prose, found.end()
    in_parentheses = before.endswith("(") and before[:-1].strip() and _CLOSED.match(prose, end)
    return bool(in_parentheses or _LONG_FORM_BEHIND.match(prose, end) or _CALLED.search(before))


def _explained_by_names(writing: Writing) -> Iterator[str]:
    """Yield the abbreviations that are another name of the subject, or stand behind a long name."""
    for name in writing.names:
        yield from _NAMED.findall(name)
