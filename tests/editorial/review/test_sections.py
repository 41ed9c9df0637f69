"""The words of a text by its headings."""

import pytest

from plugins.editorial.review import Section, sections

TEXT = """\
Warmth *helps* [@trial; @guide]. Call {{ clinic.phone }}.

## At home

- Use a [pack](/procedures/heat/).
- Wait 10 minutes.

![A pack](/images/pack.png)

/// compare | Side by side
    procedures: [a, b]
///
"""


def test_a_text_is_its_headings_with_words_sources_links_pictures_and_tables(body):
    assert sections(body(TEXT)) == (
        Section("", "Warmth helps. [guide trial] Call [clinic.phone]."),
        Section(
            "At home",
            "Use a <{filename}/procedures/heat/> pack. Wait 10 minutes. <A pack> <{static}/images/pack.png> "
            "[compare: Side by side; procedures: a b]",
        ),
    )


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("*helps*", "__helps__"),
        TEXT.replace("- ", "* "),
        TEXT.replace("@trial; @guide", "@guide; @trial"),
        TEXT.replace("Use a [pack](/procedures/heat/).", "Use a\n  [pack](/procedures/heat/)."),
        TEXT.replace("[a, b]", "\n      - a\n      - b"),
    ],
    ids=["bold", "bullets", "order of sources", "line break", "layout of a block"],
)
def test_layout_is_no_part_of_it(body, other):
    assert other != TEXT
    assert sections(body(other)) == sections(body(TEXT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("helps", "aids"),
        ("@guide", "@third"),
        ("/heat/", "/cold/"),
        ("A pack]", "A cup]"),
        ("clinic.phone", "clinic.hours"),
        ("At home", "At work"),
        ("[a, b]", "[b, a]"),
        ("Side by side", "One by one"),
        ("10 minutes", "10^2^ minutes"),
        ("*helps*", "<sup>2</sup>"),
    ],
)
def test_all_that_is_said_is_part_of_it(body, old, new):
    assert sections(body(TEXT.replace(old, new))) != sections(body(TEXT))


def test_a_raised_figure_is_not_one_of_the_number_before_it(body):
    assert sections(body("10<sup>2</sup> and H<sub>2</sub>O")) == (Section("", "10^2 and H_2O"),)


def test_an_empty_text_has_no_sections(body):
    assert sections(body("")) == ()
