"""Code in Markdown is told from text as Markdown tells it."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.code import without_code, without_fences

TEXTS = st.lists(st.sampled_from(["```", "~~~", "`", "``", "a", " b", "\n", "\n\n", "\\`"]), max_size=20).map(
    "".join
)


@given(TEXTS)
def test_places_stay_where_they_are(text):
    for crossed_out in (without_fences(text), without_code(text)):
        assert len(crossed_out) == len(text)
        assert [len(line) for line in crossed_out.split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "```\nSECRET\n```",
        "~~~ yaml\nSECRET\n~~~\n",
        "a\n\n```\nSECRET\n````\n```\nb",
        "``` SECRET ``` b",
        "`SECRET`",
        "`` ` SECRET ``",
        "`a\nSECRET`",
    ],
)
def test_what_markdown_prints_as_code_is_crossed_out(text):
    html = markdown.markdown(text, extensions=["fenced_code"])

    assert "SECRET" in html[html.index("<code") : html.index("</code>")]
    assert "SECRET" not in without_code(text)


@pytest.mark.parametrize(
    "text", ["```\nSECRET", "` a\n\nSECRET `", "\\`SECRET\\`", "`` SECRET", "   ~~~\nSECRET\n~~~"]
)
def test_what_markdown_prints_as_text_stays(text):
    assert "<code>SECRET" not in markdown.markdown(text, extensions=["fenced_code"])
    assert "SECRET" in without_code(text)


def test_a_fence_hides_less_than_code_does():
    assert without_fences("`a`\n```\nb\n```") == "`a`\nxxx\nx\nxxx"
