"""What is wrong with HTML is said with its place in the Markdown."""

import pytest

FILE = "content/articles/warm-hands.md"
FIRST = "a heading of the first level, which is the page's title\n    expected ## for the headings of a text"
NO_ALT = (
    "an image without a text for those who do not see it\n    expected ![what it shows]({static}/images/...)"
)
FILE_NAME = (
    "is the name of the image, not what it shows\n"
    "    expected words for those who do not see it, like ![A nurse warms a knee]({static}/images/...)"
)
ELSEWHERE = (
    "is an image of another site, which browsers will not load\n"
    "    expected a copy in images/: {static}/images/name.png"
)
NOWHERE = (
    "is relative to nothing\n"
    "    expected {filename}/articles/name.md, {static}/images/name.png, https://... or #heading"
)
SCHEME = "has a scheme that is not allowed\n    expected https:, mailto: or tel:"
EMPTY = "an empty address\n    expected an address, or no link"
NO_CHARACTER = "stands for no character that can be shown\n    expected the character itself"
TEXT = "is not allowed\n    expected Markdown, or text"
BAD = {
    "a first-level heading": ("## One\n\n# Two", f"12:1: {FIRST}"),
    "a first-level heading, underlined": ("a # b\n\nTwo\n===", f"12:1: {FIRST}"),
    "a first-level heading behind code": ("```\n# a\n```\n\n# Two", f"14:1: {FIRST}"),
    "a skipped level": ("### a", "10:1: the heading skips a level (###)\n    expected ## here"),
    "a skipped level among others": (
        "## a\n\n### b\n\n#### c\n\n## a\n\n#### c",
        "18:1: the heading skips a level (####)\n    expected ### here",
    ),
    "a skipped level in HTML": (
        "a\n\n<h3>b</h3>",
        "12:1: the heading skips a level (###)\n    expected ## here",
    ),
    "a script": ("`<script>`\n\n<script>a</script>", f"12:1: HTML element <script> {TEXT}"),
    "a misspelt element": (
        "a <storng>b</storng>",
        f'10:3: HTML element <storng> {TEXT}; did you mean "strong"?',
    ),
    "an element of another name": ("a <b>c</b> <bdo>d</bdo>", f"10:12: HTML element <bdo> {TEXT}"),
    "two elements": (
        "<x>a</x>\n\n<x>b</x>",
        f"10:1: HTML element <x> {TEXT}\n{FILE}:12:1: HTML element <x> {TEXT}",
    ),
    "a handler": (
        "onclick is bad: <b onclick='x'>a</b>",
        '10:20: HTML attribute "onclick" is not allowed on <b>\n    expected none',
    ),
    "a style": (
        "<p style='a'>b</p>",
        '10:4: HTML attribute "style" is not allowed on <p>\n    expected none',
    ),
    "an image without words": ("![c](/a.png) ![](/b.png)", f"10:14: {NO_ALT}"),
    "an image of HTML without words": (
        '<img src="/a.png" alt="c"> <img alt="" src="/a.png">',
        f"10:28: {NO_ALT}",
    ),
    "an image called by the name of its file": (
        "a ![c](images/a.png) ![A](images/a.png)",
        f'10:24: "A" {FILE_NAME}',
    ),
    "an image called by the whole name of its file": (
        '<img alt="Img 1.JPG" src="images/b/Img%201.jpg">',
        f'10:11: "Img 1.JPG" {FILE_NAME}',
    ),
    "an image of another site": (
        "![a](https://a.test/b.png)",
        f'10:6: "https://a.test/b.png" {ELSEWHERE}',
    ),
    "a script as address": ("[a](JavaScript:b)", f'10:5: address "JavaScript:b" {SCHEME}'),
    "a script in a reference": ("[a]\n\n[a]: javascript:b", f'12:6: address "javascript:b" {SCHEME}'),
    "a script to quote": (
        "<q cite='data:a'>b</q>",
        '10:4: HTML attribute "cite" is not allowed on <q>\n    expected none',
    ),
    "an id of the page": (
        '## id="main"\n\n<b id="main">a</b>',
        '12:8: id "main" may be one of the page around the text\n    expected one like id="text-risks"',
    ),
    "a lost place in the text": (
        "## What helps\n\n[a](#text-what-helps) [b](#text-what-help) [c](#main)",
        (
            '12:27: no heading "#text-what-help" in this text\n    expected #text- and the words of a heading'
            '; did you mean "#text-what-helps"?\n'
            f'{FILE}:12:48: no heading "#main" in this text\n    expected #text- and the words of a heading'
        ),
    ),
    "no address": ("(a) [b]()", f"10:7: {EMPTY}"),
    "no address in HTML": ('<a href="">b</a>', f"10:4: {EMPTY}"),
    "a file beside": ("[a](b.html)", f'10:5: address "b.html" {NOWHERE}'),
    "another host": ("[a](//b.test)", f'10:5: address "//b.test" {NOWHERE}'),
    "no host": (
        "[a](https://[b)",
        '10:5: "https://[b" is not a web address\n    expected one like https://...',
    ),
    "a declaration": ("a\n\n<!DOCTYPE b> c", f'12:1: "<!DOCTYPE b>" {TEXT}'),
    "a program": ("a <?php b ?> c", f'10:3: "<?php b ?>" {TEXT}'),
    "a reference to nothing": ("a&#0;", f'10:2: "&#0;" {NO_CHARACTER}'),
    "a reference to a mark": (
        "&#xE000;C0&#57345;",
        f'10:1: "&#xE000;" {NO_CHARACTER}\n{FILE}:10:11: "&#57345;" {NO_CHARACTER}',
    ),
    "a hidden address": ("[a](&#106;avascript:b)", f'10:1: address "javascript:b" {SCHEME}'),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_bad_html_is_refused_where_it_stands(refusal, body, text, message):
    assert refusal(body, text) == f"{FILE}:{message}"


GOOD = [
    "[a](https://b.test:80/c?d#e) [f](mailto:g@h.test) [i](tel:+1) [j](#text-k) [l](/m/)\n\n## K",
    "[a]({filename}/articles/b.md) ![c]({static}/images/d.png) ![e](images/f.png)",
    "## a\n\n### b\n\n## c",
    "<details><summary>a</summary>b</details> <time datetime='2026'>c</time> &copy; &#8212; &#x2014;",
    "a <!-- <script> --> b",
    "1 < 2, a <5% b, `<script>`",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_html_passes_as_it_is(body, text):
    assert body(text).html
