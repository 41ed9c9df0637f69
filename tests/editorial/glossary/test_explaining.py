"""Meanings at the first use of a term, and nothing else changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.glossary import explained, finder, unexplained

BUTTON = re.compile(r'<dfn class="term"><button type="button" popovertarget="([^"]*)">([^<]*)</button></dfn>')


@pytest.fixture
def uses(glossary):
    """Give a function from HTML to the terms that are explained in it: their address, and the words."""
    return lambda html: [
        (anchor.removeprefix("term-"), words)
        for anchor, words in BUTTON.findall(explained(html, finder(glossary)))
    ]


def test_the_words_stay_and_become_a_button_with_its_note(glossary):
    assert explained("<p>Two Joints.</p>", finder(glossary)) == (
        '<p>Two <dfn class="term"><button type="button" popovertarget="term-joint">Joints</button></dfn>'
        '<span popover id="term-joint">Where 2 bones meet &amp; move. '
        '<a href="{filename}/glossary/#term-joint">Glossary</a></span>.</p>'
    )


def test_another_name_is_told_which_term_it_means(glossary):
    assert ">Facet joint: A small joint of the spine. <a" in explained(
        "Zygapophyseal joint", finder(glossary)
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a joint, a joint and <em>joints</em>", [("joint", "joint")]),
        ("facet joint, then joint", [("facet-joint", "facet joint"), ("joint", "joint")]),
        ("facet joint and facet joint", [("facet-joint", "facet joint")]),
        ("a facet&nbsp;\njoint", [("facet-joint", "facet&nbsp;\njoint")]),
        ("z-joints", [("facet-joint", "z-joints")]),
        ("JOINT", [("joint", "JOINT")]),
        ("Bertolotti’s sign", [("bertolottis-sign", "Bertolotti’s sign")]),
        ("Bertolotti's sign", [("bertolottis-sign", "Bertolotti's sign")]),
        ("R&amp;D", [("rd", "R&amp;D")]),
        ("NICE’s view", [("nice", "NICE")]),
        ("two NICEs", [("nice", "NICEs")]),
        ("NICE-approved", [("nice", "NICE")]),
        ("5 mg\ue000C1\ue001", [("mg", "mg")]),
        ("(joint)", [("joint", "joint")]),
        ("<p>the <strong>joint</strong></p>", [("joint", "joint")]),
    ],
)
def test_terms_are_found_at_their_first_use(uses, html, expected):
    assert uses(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "jointly, disjoint, jointss, jointé, joint-free, hip-joint, joint_a",
        "nice, Nice, MG, NICER",
        "&joint; &#joint;",
        "\ue000joint\ue001",
        "<h2>joint</h2><h3>a <em>joint</em></h3>",
        '<a href="/x/">joint</a>',
        "<code>joint</code><pre>joint</pre><kbd>joint</kbd>",
        "<dfn>joint</dfn><abbr title='x'>NICE</abbr>",
        "<figure><p>joint</p><figcaption>joint</figcaption></figure>",
        "<table><caption>joint</caption><tr><td>joint</td></tr></table>",
        "<details><summary>joint</summary></details>",
        "<dl><dt>joint</dt></dl>",
        '<img alt="joint" title="a joint"><p title="joint">x</p>',
    ],
)
def test_terms_are_left_alone_inside_of_words_and_where_no_button_belongs(uses, html):
    assert uses(html) == []


LONG = "National Institute for Health and Care Excellence"


@pytest.mark.parametrize(
    "html",
    [
        f"The {LONG} (NICE) says so. NICE says more.",
        f"The <em>{LONG}</em>&nbsp;(NICE)",
        f"The {LONG.lower()}\ue000C1\ue001 (also called NICE)",
        f"NICE ({LONG})",
        f"NICE (the English <em>{LONG}</em>) says so",
        "5 milligrams (mg)",
    ],
)
def test_an_abbreviation_that_the_text_explains_is_left_to_the_text(uses, html):
    assert uses(html) == []


@pytest.mark.parametrize(
    "html",
    [f"NICE is the {LONG} (NICE).", f"The {LONG} began. Later (NICE)", f"(NICE) {LONG}", "A body (NICE)"],
)
def test_an_abbreviation_that_the_text_explains_elsewhere_has_its_note(uses, html):
    assert uses(html) == [("nice", "NICE")]


def test_of_two_terms_that_begin_alike_the_longer_is_meant(read):
    terms = read("joint: {stands_for: a}\njoint fluid: {stands_for: b}\n")

    assert BUTTON.findall(explained("joint fluids", finder(terms))) == [("term-joint-fluid", "joint fluids")]


def test_what_a_term_says_cannot_break_the_page(read):
    terms = read("'a<b>': {stands_for: '</span><script>\"{0} {words}'}\n")

    assert explained("a&lt;b&gt; {0}", finder(terms)) == (
        '<dfn class="term"><button type="button" popovertarget="term-a">a&lt;b&gt;</button></dfn>'
        '<span popover id="term-a">&lt;/span&gt;&lt;script&gt;&#34;{0} {words}. '
        '<a href="{filename}/glossary/#term-a">Glossary</a></span> {0}'
    )


PIECES = (
    "joint facet Facet&nbsp;joints Z-joint NICE nice mg <p> </p> <em> </em> <a> </a> <h2> </h2> <br> &amp; "
    "milligram ( ) . - ’ < > \" ' \ue000C0\ue001 \n é R&amp;D <code> </code> National"
).split(" ")


@given(st.lists(st.sampled_from([*PIECES, " "])).map("".join) | st.text())
def test_taking_the_notes_out_gives_back_the_text(glossary, html):
    with_notes = explained(html, finder(glossary))

    assert unexplained(with_notes) == html
    anchors = [anchor for anchor, _ in BUTTON.findall(with_notes)]
    assert len(anchors) == len(set(anchors))
    assert anchors == re.findall(r'<span popover id="([^"]*)">', with_notes)
