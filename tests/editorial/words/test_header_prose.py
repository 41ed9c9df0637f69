import pytest

from plugins.editorial.words import read_writing
from plugins.frontmatter import Document, Entry, Mapping, Place, Scalar

HEADER = """\
title: Warm hands
slug: warm-cure
summary: 'It''s warm.'
also_called: [RFA, heat]
facts:
  time: 20 minutes [@trial]
  helped:
    - says: "Warm hands,
        cold feet."
      sources: [best-trial]
    - says: "A \\u201cquoted\\u201d word."
      note: >
        Folded
        text.
guidelines:
  - body: Health Board (HB)
    year: 2020
    summary: It is fine.
    source: guide"""


def test_values_that_readers_see_are_read_with_their_keys(writing):
    texts = writing(header=HEADER).cells

    assert [(text.name, " ".join(text.prose.replace("\ue000", "<>").split())) for text in texts] == [
        ("title", "Warm hands"),
        ("summary", "It' s warm."),
        ("facts.time", "20 minutes <>"),
        ("facts.helped[1].says", "Warm hands, cold feet."),
        ("facts.helped[2].says", "A “quoted” word."),
        ("facts.helped[2].note", "Folded text."),
        ("guidelines[1].summary", "It is fine."),
    ]


def test_names_are_kept_apart(writing):
    assert writing(header=HEADER).names == ("RFA", "heat", "Health Board (HB)")


def test_a_value_has_a_source_inside_it_or_beside_it(writing):
    texts = writing(header=HEADER).cells

    assert [text.name for text in texts if text.sourced] == [
        *("facts.time", "facts.helped[1].says", "guidelines[1].summary")
    ]


@pytest.mark.parametrize(
    ("name", "word", "place"),
    [
        ("title", "hands", (2, 13)),
        ("summary", "warm", (4, 17)),
        ("facts.helped[1].says", "cold", (10, 9)),
        ("facts.helped[2].note", "text", (15, 9)),
        ("facts.helped[2].says", "word", (12, 13)),  # written with escapes: the place of the whole value
    ],
)
def test_a_word_of_a_value_has_its_own_place(writing, name, word, place):
    (text,) = [text for text in writing(header=HEADER).cells if text.name == name]
    at = text.place_at(text.prose.index(word))

    assert (at.line, at.column) == place


def test_pelicans_plain_header_is_read_too():
    key, value = Scalar(Place("x", 1, 1), "summary"), Scalar(Place("x", 1, 10), "Two lines of it")
    document = Document("x", Mapping(Place("x", 1, 1), (Entry(key, value),)), "", 3)
    (text,) = read_writing(document).cells

    assert text.place_at(text.prose.index("of")) == Place("x", 1, 10)
