"""The reading grade: how many years of US school a text asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.editorial.words.syllables import syllables

if TYPE_CHECKING:
    from plugins.editorial.words.texts import Text

AIM = 6
LIMIT = 8
ENOUGH_WORDS = 30


@dataclass(frozen=True, slots=True)
class Grade:
    """What the grade is counted from."""

    words: int
    sentences: int
    syllables: int

    @property
    def sentence_length(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences

    @property
    def word_length(self) -> float:
        """Syllables per word."""
        return self.syllables / self.words

    @property
    def value(self) -> float:
        """The Flesch-Kincaid grade level.

        Kincaid JP, Fishburne RP, Rogers RL, Chissom BS.  Derivation of new readability formulas for Navy
        enlisted personnel.  Research Branch Report 8-75, Naval Technical Training Command, 1975.
        """
        return 0.39 * self.sentence_length + 11.8 * self.word_length - 15.59

    @property
    def too_high(self) -> bool:
        """Whether the grade, to one decimal as it is printed, is above the limit."""
        return round(self.value, 1) > LIMIT


def grade(text: Text) -> Grade | None:
    """Return the grade of a text; None for one of fewer than 30 words.

    The formula was made from passages of about 100 words.  In a few words one long name decides: "Epidural
    steroid injection" alone has grade 21.  From 30 words on, the most that
    one sentence should have (see rules/sentences.py), a text can be cut into sentences, and a syllable
    weighs less than half a grade: the remedy is in the author's hands.
    """
    words = [word for sentence in text.sentences for word in sentence.words]
    if len(words) < ENOUGH_WORDS:
        return None
    return Grade(len(words), len(text.sentences), sum(map(syllables, words)))
