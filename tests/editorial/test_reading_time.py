"""How long a text takes to read."""

import pytest

from plugins.editorial.reading_time import PACE, minutes


@pytest.mark.parametrize(
    ("words", "wanted"), [(0, 1), (1, 1), (PACE, 1), (PACE * 3 // 2 + 1, 2), (PACE * 5, 5), (PACE * 60, 60)]
)
def test_the_time_is_that_of_its_words_to_the_nearest_minute(words, wanted):
    assert minutes("<p>" + "word " * words + "</p>") == wanted


def test_tags_are_no_words_and_a_word_with_signs_is_one():
    long = '<a href="a b c d e f g" title="h i j">it&#8217;s</a> ' * PACE

    assert minutes(long.replace("&#8217;", "’")) == 1
