"""Sentences that run out of breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.frontmatter import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words.writing import Writing

MOST_WORDS = 30


def long_sentences(writing: Writing) -> Iterator[Problem]:
    """Yield each sentence of more than 30 words."""
    for text in writing.texts:
        for sentence in text.sentences:
            if len(sentence.words) > MOST_WORDS:
                message = f'a sentence of {len(sentence.words)} words: "{sentence.beginning()}"'
                place = text.place_at(sentence.start)
                yield Problem(place, message, "two sentences", field=text.name, severity=Severity.NOTICE)
