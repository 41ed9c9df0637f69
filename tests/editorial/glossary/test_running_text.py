"""Where running text is."""

import pytest

from plugins.editorial.glossary.running_text import running_text, words_in


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("plain", ["plain"]),
        ("<p>a <em>b</em> c</p>", ["a ", "b", " c"]),
        ("<h2>a <em>b</em></h2>c", ["c"]),
        ('a<a href="/x>y">b</a>c', ["a", "c"]),
        ("<table><tr><td>a<table>b</table>c</td></tr></table>d", ["d"]),
        ('a<img alt="b > c">d<br>e', ["a", "d", "e"]),
        ("</a>b<code>c", ["b"]),
        ('<abbr title="x">y</abbr><address>z</address>', ["z"]),
        ("", []),
    ],
)
def test_what_is_outside_of_headings_links_code_and_tables(html, pieces):
    assert [html[start:end] for start, end in running_text(html)] == pieces


def test_words_compare_without_tags_marks_capitals_and_kinds_of_spaces():
    assert words_in("<em>The</em> A&amp;B&nbsp;Anti-X’s\ue000C12\ue001\n(") == "the a&b anti x's ("
