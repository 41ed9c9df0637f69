"""The list of a text's parts."""

from plugins.editorial.headings import ENOUGH, Heading, headings
from plugins.editorial.marks import CITE, mark

PARTS = [f'<h2 id="text-{n}">Part {n}</h2>\n<p>Text.</p>' for n in range(ENOUGH)]


def test_the_parts_come_in_order_with_what_they_are_called():
    assert headings("".join(PARTS)) == tuple(Heading(f"text-{n}", f"Part {n}") for n in range(ENOUGH))


def test_few_parts_need_no_list():
    assert headings("".join(PARTS[1:])) == ()


def test_smaller_headings_are_not_listed():
    assert headings("".join(part.replace("h2", "h3") for part in PARTS)) == ()


def test_of_a_heading_the_words_are_listed_without_what_they_cite_or_stress():
    html = "".join([*PARTS, f'<h2 id="text-x">A &amp; <em>b</em>{mark(CITE, 3)}</h2>'])

    assert headings(html)[-1].words == "A &amp; b"
