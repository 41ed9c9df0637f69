"""Texts without a sign of Markdown's are passed over; the HTML is the library's own."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from plugins.editorial.markdown_html import converter
from tests.conftest import ROOT

OURS = converter(("compare",)).markdown
PLAIN = converter(("compare",)).markdown
PLAIN.treeprocessors.register(InlineProcessor(PLAIN), "inline", 20)

SIGNS = (
    "` `` \\ \\* [ ] ( ) ![ ![] [^ [^1] [^1]: *[HTML]: HTML < > <b> </b> <!-- --> & &amp; &#38; * ** _ __ ~ :"
)
PIECES = [
    *SIGNS.split(),
    "<https://a.example>",
    "<a@b.example>",
    "[a](b)",
    "*a*",
    "__a__",
    "\\.",
    "  \n",
    "\n",
    "\n\n",
    "    ",
    " ",
]
LINES = [
    "one",
    "two words",
    "- ",
    "1. ",
    "# ",
    "> ",
    "| a | b |",
    "|---|---|",
    "[1]: /a/",
    "\u2029",
    "/// compare",
]
TEXTS = st.lists(st.sampled_from([*PIECES, *LINES]), max_size=16).map("".join)


@settings(max_examples=1000)
@example("a  \nb")
@example("[a]\n\n[a]: /b/")
@given(TEXTS)
def test_the_html_is_that_of_the_library(text):
    assert OURS.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.md")), ids=lambda path: path.stem)
def test_the_html_of_our_content_is_that_of_the_library(path):
    text = path.read_text(encoding="utf-8")

    assert OURS.reset().convert(text) == PLAIN.reset().convert(text)


def test_the_method_that_is_replaced_is_there():
    assert "_InlineProcessor__handleInline" in vars(InlineProcessor)
