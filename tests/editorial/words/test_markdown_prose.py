import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.words.markdown_prose import blocks_of, defined_abbreviations, prose_of


def words(markdown):
    return prose_of(markdown).replace("\ue000", "<>").split()


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("Warm *hands* and **feet**, _too_.", "Warm hands and feet , too ."),
        ("See [the page]({filename}/x.md) now.", "See the page now."),
        ('See [the page](https://a.test/x_(y) "A title") now.', "See the page now."),
        ("See [the page][one].\n\n[one]: https://a.test/cure", "See the page ."),
        ("Text[^1].\n\n[^1]: A note.", "Text . A note."),
        ("![A warm pack]({static}/images/pack.png)", "A warm pack"),
        ("Warmth eases [@trial; @guide].", "Warmth eases <> ."),
        ("Call {{ clinic.phone }} now.", "Call now."),
        ("Type `cure` or\n\n```\ncure\n```\nnow.", "Type or now."),
        ("Before\n\n/// compare | Cures\n    procedures: [cure]\n///\n\nafter", "Before after"),
        ("A <b>bold</b> word<!-- cure -->, <https://cure.test>.", "A bold word , ."),
        ("5&nbsp;days and 5 \\* 3", "5 days and 5 3"),
        ("snake_case_word stays", "snake_case_word stays"),
        ("*[MRI]: magnetic pictures\n\nAn MRI.", "An MRI."),
        ("Above\n\n* * *\n\nbelow", "Above below"),
    ],
)
def test_what_is_no_prose_is_left_out(markdown, prose):
    assert words(markdown) == prose.split()


SNIPPETS = ["a", "B.", " ", "\n", "`", "```\n", "[", "](x)", "[@k]", "{{ a }}", "<b>", "*", "_", "///", "|"]


@given(st.lists(st.sampled_from(SNIPPETS)).map("".join))
def test_places_stay_where_they_are(markdown):
    prose = prose_of(markdown)

    assert len(prose) == len(markdown)
    assert [c == "\n" for c in prose] == [c == "\n" for c in markdown]


@given(st.lists(st.sampled_from([*SNIPPETS, "# ", "- ", "1. ", "> ", "---"])).map("".join))
def test_blocks_follow_one_another_and_hold_every_word(markdown):
    prose = prose_of(markdown)
    spans = list(blocks_of(prose))

    assert all(start <= end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    held = "".join(prose[start:end] for start, end in spans)
    assert re.findall(r"[aB]", held) == re.findall(r"[aB]", prose)


def test_paragraphs_headings_items_and_cells_are_blocks():
    prose = (
        "One\nparagraph.\n## A heading ##\nText\n- first\n  goes on\n- second\n\n1. third\n\n"
        "| a | b c |\n| --- | --- |\n| d | |\n\nUnder\n-----\n> quoted\n"
    )
    blocks = [" ".join(prose[start:end].split()) for start, end in blocks_of(prose)]

    assert [block for block in blocks if re.search(r"\w", block)] == [
        "One paragraph.",
        "A heading ##",
        "Text",
        "first goes on",
        "second",
        "third",
        *("a", "b c", "d"),
        "Under",
        "> quoted",
    ]


def test_abbreviations_that_a_text_defines_are_found():
    assert defined_abbreviations("*[MRI]: magnetic pictures\n\nText\n*[CT]: scans") == ["MRI", "CT"]
