import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.words.texts import is_short, runs_of, sentences_in, words_of


def sentences(prose):
    return [sentence.text for sentence in sentences_in(prose, [(0, len(prose))])]


@pytest.mark.parametrize(
    "expected",
    [
        ["It is warm.", "Is it?", "Yes!"],
        ["It costs 2.50 USD at 1.5 hours.", "Then more."],
        ['He said "It is warm."', "She left."],
        ["Ask, e.g. Dr. Lee or the U.S. Navy.", "See there."],
        ["It is of grade A.", "The other is not."],
        ["It is warm. and goes on"],
        ["It helps \ue000.", "It may \ue000.", "Not always"],
        ["It helps. \ue000", "It may."],
        ["Wait…", "Then go."],
    ],
)
def test_a_stop_before_a_capital_or_a_figure_ends_a_sentence(expected):
    assert sentences(" ".join(expected)) == expected


def test_the_end_of_a_block_ends_a_sentence_without_a_stop(writing):
    text = "## What it is like\n\nCall us about:\n\n- new pain\n- a fever\n"

    assert [sentence.text for sentence in writing(text).body.sentences] == [
        *("What it is like", "Call us about:", "new pain", "a fever")
    ]


def test_the_number_of_a_heading_is_no_sentence(writing):
    assert [sentence.text for sentence in writing("## 1. Out of how many?").body.sentences] == [
        "Out of how many?"
    ]


def test_sentences_know_where_they_begin(writing):
    text = writing("Warm hands.\nThey are warm [@a]. And\ngood.").body

    places = [text.place_at(sentence.start) for sentence in text.sentences]
    assert [(place.line, place.column) for place in places] == [(10, 1), (11, 1), (11, 21)]


def test_sentences_know_whether_they_cite(writing):
    text = writing("One [@a]. Two. Three. [@b] Four.").body

    assert [sentence.cites for sentence in text.sentences] == [True, False, True, False]


def test_the_first_words_stand_for_a_sentence(writing):
    short, long = writing("One two. One two three four five six seven.").body.sentences

    assert (short.beginning(), long.beginning()) == ("One two", "One two three four five six…")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("X-ray guided, 1,500 to 2.5", ["X-ray", "guided", "1,500", "to", "2.5"]),
        ("don't — and/or 6–12 (NICE)", ["don't", "and", "or", "6", "12", "NICE"]),
    ],
)
def test_hyphens_and_apostrophes_join_a_word_and_dashes_do_not(text, words):
    assert list(words_of(text)) == words


def lettered(words):
    return [word for word in words if any(map(str.isalpha, word))]


@given(st.lists(st.sampled_from(["Warm", "hands", ".", "!", " ", "Dr", "\ue000", "5", "\n"])).map("".join))
def test_sentences_keep_all_words_in_order(prose):
    found = list(sentences_in(prose, [(0, len(prose))]))

    assert lettered(word for s in found for word in s.words) == lettered(words_of(prose))
    assert all(prose[s.start :].startswith(s.text) for s in found)


def test_runs_are_the_parts_of_words_in_small_letters():
    assert runs_of("Risk-free, PAIN 7.") == {"risk", "free", "pain", "7"}


@pytest.mark.parametrize(("text", "short"), [("", True), ("two words", True), ("three - whole words", False)])
def test_a_text_of_few_words_is_short(text, short):
    assert is_short(text, 3) is short
