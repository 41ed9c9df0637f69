"""Texts that ask for more years of school than many patients have had."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plugins.editorial.words.grade import AIM, LIMIT, grade
from plugins.editorial.words.syllables import syllables
from plugins.frontmatter import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.editorial.words.grade import Grade
    from plugins.editorial.words.texts import Sentence, Text
    from plugins.editorial.words.writing import Writing

_NAMED = 3  # sentences and words, in a message
_SHORT = 15  # words: a shorter sentence is not what makes a text hard
_LONG_WORD = 3  # syllables


def hard_texts(writing: Writing) -> Iterator[Problem]:
    """Yield the page and each value of 30 words or more that reads above grade 8."""
    for text in writing.texts:
        found = grade(text)
        if found and found.too_high:
            start = text.place_at(text.sentences[0].start)
            yield Problem(start, _said(found), _remedy(text), field=text.name, severity=Severity.WARNING)


def _said(found: Grade) -> str:
    average = f"{found.sentence_length:.0f} words a sentence, {found.word_length:.1f} syllables a word"
    return f"reads at US grade {found.value:.1f} ({average})"


def _remedy(text: Text) -> str:
    sentences, words = longest_sentences(text), heaviest_words(text)
    advice = [f"grade {LIMIT} or less (better {AIM})"]
    if sentences:
        lines = ", ".join(dict.fromkeys(str(text.place_at(sentence.start).line) for sentence in sentences))
        length = f"{len(sentences[0].words)} words" if len(sentences) == 1 else "the longest"
        advice.append(f"shorter sentences ({length}: line {lines})")
    if words:
        advice.append(f"shorter words than {', '.join(words)}")
    return "; ".join(advice)


def longest_sentences(text: Text) -> list[Sentence]:
    """Return up to 3 sentences of more than 15 words, the longest first."""
    long = [sentence for sentence in text.sentences if len(sentence.words) > _SHORT]
    return sorted(long, key=lambda sentence: -len(sentence.words))[:_NAMED]


def heaviest_words(text: Text) -> list[str]:
    """Return up to 3 words of 3 syllables or more that add most to the grade, in all their uses."""
    weights: Counter[str] = Counter()
    for word in (word.lower() for sentence in text.sentences for word in sentence.words):
        if syllables(word) >= _LONG_WORD:
            weights[word] += syllables(word) - 1
    return [f'"{word}"' for word, _ in weights.most_common(_NAMED)]
