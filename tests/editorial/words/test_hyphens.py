from hypothesis import given
from hypothesis import strategies as st
from pyphen import HyphDict

from plugins.editorial.words.hyphens import ENGLISH, English

PYPHEN, OURS = HyphDict(ENGLISH), English()


def test_each_pattern_says_what_pyphen_takes_it_for():
    found = {letters: OURS.patterns.get(letters) for letters in OURS.patterns}

    assert {letters: pattern for letters, pattern in found.items() if pattern} == PYPHEN.patterns


@given(st.one_of(st.text("abcdefgstrnlmoieuy", max_size=12), st.text(max_size=12)))
def test_words_are_divided_where_pyphen_divides_them(word):
    assert OURS.positions(word) == PYPHEN.positions(word)
