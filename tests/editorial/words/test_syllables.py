import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.words.syllables import syllables

# Numbers of syllables as in the CMU Pronouncing Dictionary (Carnegie Mellon University, 0.7b).
COUNTED = {
    1: "the use are one pain helps called used joint nerve heat lives through",
    2: "many body very any steroid guideline sometimes likely people wanted about needles x-ray being",
    3: "medicine injection disagree management clinician possible hospital",
    4: "epidural emergency stimulation potassium American information",
    5: "vertebroplasty university",
    6: "responsibility",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, words in COUNTED.items() for word in words.split()]
)
def test_a_word_counts_what_a_dictionary_counts(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize("numeral", ["7", "1,500", "2.5", "1990s"])
def test_a_numeral_counts_one(numeral):
    assert syllables(numeral) == 1


@pytest.mark.parametrize(
    ("abbreviation", "number"), [("MRI", 3), ("US", 2), ("CTs", 2), ("NSFT", 4), ("NICE", 1), ("VERTOS", 2)]
)
def test_capitals_count_their_letters_unless_they_make_a_word(abbreviation, number):
    assert syllables(abbreviation) == number


@given(st.text(min_size=1, max_size=30))
def test_every_word_counts_at_least_one(word):
    assert syllables(word) >= 1
