"""Markdown to typographed, safe HTML."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.limits import TooSlowError, time_limit
from plugins.editorial.markdown_html import ALLOWED, clean, converter

CONVERTER = converter(("compare",))
TAGS = [
    "script",
    "style",
    "svg",
    "math",
    "iframe",
    "form",
    "object",
    "a",
    "p",
    "img",
    "q",
    "div",
    "template",
    "noscript",
]
ADDRESSES = [
    "javascript:alert(1)",
    " JaVaScRiPt:a",
    "java\tscript:a",
    "&#106;avascript:a",
    "data:text/html,a",
    "/ok/",
    "vbscript:a",
]
ATTRIBUTES = st.tuples(
    st.sampled_from(
        ["href", "src", "cite", "onclick", "onerror", "style", "srcset", "xlink:href", "action", "title"]
    ),
    st.sampled_from([*ADDRESSES, "x", "a>b", "<script>alert(1)</script>"]),
)
PIECES = st.one_of(
    st.builds(
        lambda tag, pairs, end: f"<{tag} " + " ".join(f'{name}="{value}"' for name, value in pairs) + end,
        st.sampled_from(TAGS),
        st.lists(ATTRIBUTES, max_size=3),
        st.sampled_from([">", "/>", "", "\n"]),
    ),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["<!--", "-->", "<![CDATA[", "]]>", "<scr", "ipt>", "'", '"', "alert(1)", "&lt;script&gt;"]
    ),
    st.text(max_size=4),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("<svg><style><img src=x onerror=alert(1)></style></svg>")
@example("<math><mtext><table><mglyph><style><img src onerror=alert(1)>")
def test_cleaned_html_holds_nothing_that_acts(html):
    cleaned = clean(html)
    tree = LexborHTMLParser(f"<body>{cleaned}</body>")

    for node in tree.body.traverse(include_text=False):
        if node == tree.body:
            continue
        assert node.tag in ALLOWED
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "srcset", "action"}
            squeezed = "".join((value or "").split()).lower()
            assert name not in {"href", "src", "cite"} or not squeezed.startswith(("java", "data:", "vb"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|", '<td class="align-center">2</td>'),
        ('`style="text-align: left;"`', '<code>style="text-align: left;"</code>'),
        ('a <!-- b > c -- "d" --> e', "<p>a&nbsp;e</p>"),
        ('<span title="a>b">c "d"</span>', '<span title="a&gt;b">c&nbsp;&#8220;d&#8221;</span>'),
        ("a\n: b", "<dt>a</dt>\n<dd>b</dd>"),
    ],
)
def test_markdown_becomes_html_without_loss(text, html):
    found = CONVERTER.html(text)

    assert html in found


def test_a_text_leaves_nothing_behind_for_the_next():
    CONVERTER.html("# A\n\na[^1] *[b]: c\n\n[^1]: d\n\n*[e]: f\n\n[g]: /h\n\n/// compare\n    a: b\n///")

    assert CONVERTER.html("# A\n\ne [g] a[^1]") == converter(("compare",)).html("# A\n\ne [g] a[^1]")


def test_an_interrupted_text_leaves_nothing_behind_either():
    fresh = converter(("compare",))

    with pytest.raises(TooSlowError), time_limit(0.05):
        fresh.html("- [" * 20_000)

    text = "- a\n\n    b\n\n/// compare\n    a: b\n///\n\nc[^1]\n\n[^1]: d"
    assert fresh.html(text) == converter(("compare",)).html(text)


def test_a_converter_without_blocks_knows_none():
    assert "///" in converter(()).html("/// compare\n    a: b\n///")
