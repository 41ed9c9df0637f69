import pytest

from plugins.editorial.words.rules.promises import promises
from plugins.editorial.words.syllables import syllables
from plugins.editorial.words.vocabulary import common_abbreviations, flagged, plain_words


def test_there_are_words_enough():
    assert len({entry.word for entry in plain_words().entries.values()}) >= 100
    assert len(flagged()) >= 8


def test_the_plain_word_is_easier():
    """No more syllables for each word of it, and itself not on the list."""
    plain = plain_words()
    for entry in set(plain.entries.values()):
        hardest = max(map(syllables, entry.word.split()))
        assert max(map(syllables, entry.plain.split())) <= max(hardest, 2), entry
        assert not plain.pattern.search(entry.plain), entry


def test_the_advice_itself_promises_nothing(writing):
    advice = [entry.better for entry in flagged()] + [entry.plain for entry in plain_words().entries.values()]

    assert [problem for text in advice for problem in promises(writing(text))] == []


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("utilizing", "use"),
        ("modifies", "change"),
        ("sutures", "stitch"),
        ("prior to", "before"),
    ],
)
def test_a_word_has_its_regular_endings(form, plain):
    assert plain_words().entries[form].plain == plain


def test_abbreviations_are_in_capitals_and_in_no_list_twice():
    assert all(word.isupper() for word in common_abbreviations())
