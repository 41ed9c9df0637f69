"""A citation becomes a link, so it cannot stand where a link cannot."""

import pytest

HEADING = "a citation in a heading\n    expected it in the text below"
LINK = "a citation in a link\n    expected it behind the link"
CODE = (
    "a citation in code\n"
    "    expected it in the text around it; code indented by 4 spaces goes between lines of ```"
)
WORDS = "a citation in the words of an image or of a title\n    expected it in the text"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## At home [@trial]", f"10:14: {HEADING}"),
        ("At home [@trial]\n---", f"10:11: {HEADING}"),
        ("[see [@trial]](/a/)", f"10:8: {LINK}"),
        ("a\n\n    b [@trial]", f"12:9: {CODE}"),
        ("![a [@trial]](/a.png)", f"10:7: {WORDS}"),
        ('[a](/a/ "b [@trial]")', f"10:14: {WORDS}"),
        ('<span title="[@trial]">a</span>', f"10:16: {WORDS}"),
    ],
)
def test_a_citation_that_cannot_be_a_link_is_refused(refusal, body, text, message):
    assert refusal(body, text) == f"content/articles/warm-hands.md:{message}"


@pytest.mark.parametrize(
    "text", ["a [@trial]", "- a [@trial]", "|a|b|\n|-|-|\n|1|[@trial]|", "a[^1]\n\n[^1]: b [@trial]"]
)
def test_a_citation_in_a_text_stays(body, text):
    assert [citation.key for (citation,) in body(text).citations] == ["trial"]
