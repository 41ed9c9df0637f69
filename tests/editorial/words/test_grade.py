import pytest

from plugins.editorial.words.grade import ENOUGH_WORDS, Grade, grade
from plugins.editorial.words.syllables import syllables
from plugins.editorial.words.texts import words_of

# The worked example of Wikipedia's article "Flesch-Kincaid readability tests".
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature"


def counted(sentence):
    words = words_of(sentence)
    return Grade(len(words), 1, sum(map(syllables, words)))


def test_the_published_example_of_the_formula_comes_out():
    """13 words and 24 syllables in one sentence: 11.3."""
    assert round(Grade(13, 1, 24).value, 1) == 11.3


def test_the_published_example_is_counted_as_published():
    assert counted(PLATYPUS) == Grade(13, 1, 24)


def test_the_plainest_text_is_below_the_first_grade():
    """6 words of one syllable each: 0.39 * 6 + 11.8 - 15.59."""
    found = counted("The cat sat on the mat")

    assert found == Grade(6, 1, 6)
    assert found.value == pytest.approx(-1.45)


def test_headings_and_bullets_count_as_sentences(writing):
    text = "## Warm.\n\nCall us about these signs:\n\n- new pain in the leg.\n- a fever.\n" * 3
    closed, open_ones = writing(text).body, writing(text.replace(".", "")).body

    assert grade(open_ones) == grade(closed)
    assert grade(open_ones).sentences == 12


@pytest.mark.parametrize(("words", "graded"), [(ENOUGH_WORDS - 1, False), (ENOUGH_WORDS, True)])
def test_few_words_have_no_grade(writing, words, graded):
    assert (grade(writing("word " * words).body) is not None) is graded
