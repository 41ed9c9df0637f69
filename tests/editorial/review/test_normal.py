"""Typography is taken away, meaning is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.markdown_html import converter
from plugins.editorial.review.normal import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Relief” isn’t sure", '"Relief" isn\'t sure'),
        ("30–90 minutes", "30-90 minutes"),
        ("pain — again", "pain -- again"),
        ("pain—again", "pain - again"),
        ("a\u00a0b\u2009c\n d", "a b c d"),
        ("ﬁne…", "fine..."),
        ("soft\u00adware", "software"),
        ("−5", "-5"),
    ],
)
def test_two_ways_to_set_the_same_words_are_one(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10² in all", "102 in all"),
        ("1½ hours", "11⁄2 hours"),
        ("H₂O", "H2O"),
        ("10 -5", "10-5"),
        ("A cup", "a cup"),
        ("now here", "nowhere"),
        ("5.0", "50"),
    ],
)
def test_what_means_something_else_stays_apart(one, other):
    assert normal(one) != normal(other)


@given(st.text())
def test_it_changes_nothing_when_done_twice_but_signs_of_raised_letters(text):
    once = normal(text)

    assert normal(once) == normal(normal(once))


def test_the_typography_of_our_pages_is_none_for_a_review():
    html = converter(()).html("He said \"no\" -- it isn't... 'so'.")

    assert "&#8220;" in html
    assert 'He said "no"' in normal(html.replace("&#8220;", "“").replace("&#8221;", "”"))
