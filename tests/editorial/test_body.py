"""A text as HTML with marks, and all that it refers to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.body import Body, loose_citations, read_body
from plugins.editorial.markdown_html import converter
from plugins.editorial.marks import BLOCK, CITE, DETAIL, mark, numbers
from plugins.frontmatter import Refusal

FILE = "content/articles/warm-hands.md"


def test_a_text_is_html_with_marks_for_what_is_open(body):
    read = body("A [@trial]\n\n/// compare | B\n    a: b\n///\n\nCall {{ clinic.phone }}.")

    assert read.html == (
        f"<p>A{mark(CITE, 0)}</p>\n<p>{mark(BLOCK, 0)}</p>\n<p>Call&nbsp;{mark(DETAIL, 0)}.</p>"
    )
    assert [call.argument for call in read.calls] == ["B"]
    assert [use.name for use in read.details] == ["clinic.phone"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A [@trial].", f"<p>A.{mark(CITE, 0)}</p>"),
        ("A [@trial] [@other], b.", f"<p>A,{mark(CITE, 0)}{mark(CITE, 1)}&nbsp;b.</p>"),
        ("A\n[@trial] b", f"<p>A{mark(CITE, 0)}&nbsp;b</p>"),
    ],
)
def test_the_number_of_a_source_stands_behind_the_word_and_its_stop(body, text, html):
    assert body(text).html == html


PIECES = st.lists(
    st.sampled_from(
        [
            "A [@trial] b.",
            "/// compare | A\n    a: b\n///",
            "/// compare\n    a: b\n\n///",
            "> /// compare\n>     a: b\n> ///",
            "- - /// other\n      a: b\n    ///",
            "1. - /// compare\n         a: b",
            "```\n/// compare\n```",
            "```x``` y",
            "    /// compare\n        a: b\n    ///",
            "a[^1]\n\n[^1]: b\n\n    /// other\n        a: b\n    ///",
            "<div>\n\n/// compare\n    a: b\n///\n\n</div>",
            "Call {{ clinic.phone }}.",
        ]
    ),
    max_size=5,
).map("\n\n".join)


@given(PIECES)
def test_what_is_read_has_a_mark_for_each_block_in_order_and_no_other(body, text):
    try:
        read = body(text)
    except Refusal:
        return

    assert numbers(read.html, BLOCK) == list(range(len(read.calls)))
    assert sorted(set(numbers(read.html, CITE))) == list(range(len(read.citations)))


UNSEEN = (
    'the block "compare" is not seen by Markdown\n'
    "    expected an empty line above and below it, and /// compare at the start of its line"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<div>\n\n/// compare\n    a: b\n///\n\n</div>", f"12:1: {UNSEEN}"),
        ("//// compare\n    a: b\n///", f"10:1: {UNSEEN}"),
        (
            "1. - /// compare\n         a: b\n     ///",
            (
                '10:6: the block "compare" stands in a quotation or a list\n'
                "    expected an empty line, then /// compare at the start of a line"
            ),
        ),
        (
            "- 1. /// compare\n          a: b",
            "10:1: a block inside a list, a quotation or HTML\n    expected an empty line above and below it",
        ),
    ],
)
def test_a_block_that_markdown_sees_otherwise_is_refused(refusal, body, text, message):
    assert refusal(body, text) == f"{FILE}:{message}"


def test_all_that_is_wrong_with_a_text_is_said(refusal, body):
    said = refusal(body, "# A\n\n[@]\n\n/// foo\n///\n\n<x>")

    assert [line.removeprefix(f"{FILE}:") for line in said.splitlines() if line[0] != " "] == [
        '14:1: unknown block "foo"',
        '12:1: "[@]" is not a citation',
        "10:1: a heading of the first level, which is the page's title",
        "17:1: HTML element <x> is not allowed",
    ]


def test_a_text_that_takes_too_long_is_refused(monkeypatch, refusal, document):
    monkeypatch.setattr("plugins.editorial.body.time_limit", lambda: time_limit(0.05))
    from plugins.editorial.limits import time_limit

    said = refusal(read_body, document("[" * 20_000), converter(()))

    assert said == (
        f"{FILE}:10:1: takes more than 10 seconds to read, or is nested too deeply\n"
        "    expected plainer Markdown"
    )


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("/a/ [b](/a/) [c](/a/?d=1&e=2)", ["/a/ 10:9", "/a/?d=1&amp;e=2 10:18"]),
        ("[b]({filename}/articles/c.md)", ["{filename}/articles/c.md 10:5"]),
        ("![b]({static}/images/c.png)", ["{static}/images/c.png 10:6"]),
        ("![b](images/c.png)", ["{static}/images/c.png 10:6"]),
        ("![b](/images/c.png)", ["{static}/images/c.png 10:6"]),
        ("[b][c]\n\n[c]: /d/", ["/d/ 12:6"]),
        ("[b](/a/)\n[b](/a/)", ["/a/ 10:5", "/a/ 11:5"]),
        ('`<a href="/x/">` [b](/a/)', ["/a/ 10:22"]),
        ("[b](https://c.test) [d](#text-e)\n\n## E", []),
    ],
)
def test_links_on_the_site_are_told_with_their_places(body, text, links):
    found = [f"{link.address} {link.place}".replace(f"{FILE}:", "") for link in body(text).links]

    assert found == links


def test_rooted_links_go_through_pelican_and_code_stays(body):
    html = body('[a](/b/) <a title="x" href="/c/">d</a> `<a href="/e/">` ![f](/g.png)').html

    assert '<a href="{filename}/b/">' in html
    assert '<a title="x" href="{filename}/c/">' in html
    assert '&lt;a href="/e/"&gt;' in html
    assert 'src="/g.png"' in html


@pytest.mark.parametrize("address", ["images/b.png", "/images/b.png", "{static}/images/b.png"])
def test_an_image_may_be_named_in_several_ways(body, address):
    read = body(f'![a]({address}) and [c]({address}), `<img src="images/d.png">`')

    assert '<img alt="a" src="{static}/images/b.png">' in read.html
    assert '<a href="{static}/images/b.png">c</a>' in read.html
    assert 'src="images/d.png"' in read.html
    assert {(link.address, link.shown) for link in read.links} == {
        ("{static}/images/b.png", True),
        ("{static}/images/b.png", False),
    }


def test_an_image_never_moves_to_its_page(body):
    assert 'src="{static}../images/b.png"' in body("![a]({attach}../images/b.png)").html


def test_a_known_key_outside_brackets_is_a_problem(body):
    read = body("See @trial. Write to @nobody or @trialist.")

    assert [str(problem) for problem in loose_citations(read, {"trial"})] == [
        f'{FILE}:10:5: "@trial." stands outside brackets\n    expected [@trial]'
    ]


def test_an_empty_text_refers_to_nothing(body):
    assert body("") == Body()
