"""Typography: what typogrify gives, be it asked or not."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typogrify.filters import smartypants, widont

from plugins.editorial.typography import typography

SIGNS = ['"', "'", "``", "''", '\\"', "--", "...", ". . .", ".", "<", "</", "<i", ">", " ", "\n", "\u00a0"]
WORDS = ["one", "it's", "'80s", "3", "&amp;", "&nbsp;", "é", '"a"', "b -- c", "two & three"]
TAGS = (
    "<p>|</p>|<p class='a b'>|<li>|</li>|</h2>|</h7>|</dd>|<em>|</em>|<b>|</b >|<a href='#\">'>|</a>|"
    "<br>|<div>|</div>|<samp>|</samp>|<MATH>|</math>|<tt>|<!--|-->"
).split("|")
HTML = st.lists(st.sampled_from([*SIGNS, *WORDS, *TAGS]), max_size=14).map("".join)
TEXTS = st.lists(st.sampled_from([*WORDS, "<em>e</em>", " "]), max_size=12).map(" ".join)
LEFT_ALONE = ["script", "style", "svg", "code", "pre", "kbd", "abbr"]


@settings(max_examples=1000)
@example("<p>one</p><em>'</em>")
@example('<p>a<em>"</em></p>')
@example("<i\na</li> one</a>")
@given(HTML)
def test_typography_is_what_typogrify_gives(html):
    assert typography(html) == widont(smartypants(html))


@given(st.lists(st.tuples(TEXTS, st.sampled_from(LEFT_ALONE)), min_size=1, max_size=4))
def test_typography_leaves_code_and_its_like_alone(parts):
    html = "".join(f"<p>{text}</p><{tag} class='x'>{text}</{tag}>" for text, tag in parts)

    assert typography(html) == "".join(
        f"{widont(smartypants(f'<p>{text}</p>'))}<{tag} class='x'>{text}</{tag}>" for text, tag in parts
    )


@pytest.mark.parametrize("tag", LEFT_ALONE)
def test_typography_would_change_what_it_leaves_alone(tag):
    assert typography('<p>"a" b</p>') == "<p>&#8220;a&#8221;&nbsp;b</p>"
    assert typography(f'<{tag}>"a" b</{tag}>') == f'<{tag}>"a" b</{tag}>'
