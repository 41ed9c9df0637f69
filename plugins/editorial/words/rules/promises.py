"""Words that say more than a source can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.editorial.words.rules.mention import is_use
from plugins.editorial.words.vocabulary import flagged
from plugins.frontmatter import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words.texts import Sentence, Text
    from plugins.editorial.words.vocabulary import Flagged
    from plugins.editorial.words.writing import Writing


def promises(writing: Writing) -> Iterator[Problem]:
    """Yield each use of a word that promises: cure, guarantee, painless, ..."""
    entries = [entry for entry in flagged() if entry.may_be_in(writing.runs)]
    for text in writing.texts:
        for entry in entries:
            if entry.may_be_in(text.runs):
                for sentence in text.sentences:
                    yield from _in_sentence(text, sentence, entry)


def _in_sentence(text: Text, sentence: Sentence, entry: Flagged) -> Iterator[Problem]:
    if entry.with_source and (sentence.cites or text.sourced):
        return
    for found in entry.pattern.finditer(sentence.text):
        if is_use(sentence, found.start(), found.end()):
            place = text.place_at(sentence.start + found.start())
            message = f'"{found[0]}" says more than a source can show'
            if entry.with_source:
                message = f'"{found[0]}" without a source in its sentence'
            yield Problem(place, message, entry.better, field=text.name, severity=Severity.WARNING)
