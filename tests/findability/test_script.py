"""The block of data: any text comes out as it went in, and none can end the block."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.findability.script import data_block, without_empty

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def graph(block):
    """Read a block as a browser and a program behind it do."""
    (script,) = LexborHTMLParser(f"<body>{block}<p>after</p>").css("script")
    assert script.attributes == {"type": "application/ld+json"}
    return json.loads(script.text())


@given(WORDS)
@example("</script><script>alert(1)</script>")
@example("<!-- <script> & ]]> \u2028 \u2029 \\u003c")
def test_any_text_is_read_back_and_none_ends_the_block(words):
    block = data_block([{"@type": "Thing", "name": words}])
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")

    assert not set(inside) & set("<>&\u2028\u2029")
    assert graph(block) == {
        "@context": "https://schema.org",
        "@graph": [{"@type": "Thing", "name": words}],
    }
    assert LexborHTMLParser(f"<body>{block}<p>after</p>").css_first("p").text() == "after"


def test_keys_are_sorted_and_nothing_is_spaced():
    one = data_block([{"name": "é", "@type": "Thing", "about": {"name": "x", "@type": "Thing"}}])
    other = data_block([{"about": {"@type": "Thing", "name": "x"}, "@type": "Thing", "name": "é"}])

    assert one == other
    assert '"@graph":[{"@type":"Thing","about":{"@type":"Thing","name":"x"},"name":"é"}]' in one


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ({"@type": "Thing", "name": "", "about": None, "keywords": [], "author": {}}, {}),
        ({"name": "x", "about": {"@type": "Thing", "name": ""}}, {"name": "x"}),
        (
            {"name": "x", "about": [{"@type": "Thing"}, {"name": "y"}]},
            {"name": "x", "about": [{"name": "y"}]},
        ),
        ({"keywords": ("a", "")}, {"keywords": ["a"]}),
        ({"position": 0, "isAccessibleForFree": False}, {"position": 0, "isAccessibleForFree": False}),
    ],
)
def test_what_says_nothing_is_left_out(value, left):
    assert without_empty(value) == left
