"""The page of all terms."""

from plugins.editorial.glossary import glossary_view


def test_terms_stand_in_the_order_of_the_alphabet_whatever_their_capitals_and_accents(read, house):
    found = read("Zest: {stands_for: a}\nécho: {stands_for: a}\nEar: {stands_for: a}\nfan: {stands_for: a}\n")

    view = glossary_view(found, house.sources.records)

    assert [term.name for term in view.terms] == ["Ear", "écho", "fan", "Zest"]


def test_sources_are_numbered_in_the_order_of_the_page(glossary, house):
    view = glossary_view(glossary, house.sources.records)

    assert [(item.number, item.source.key, item.uses) for item in view.sources] == [
        (1, "trial", ("use-1-1", "use-1-2", "use-1-3")),
        (2, "guide", ("use-2-1", "use-2-2")),
    ]
    by_name = {term.name: term for term in view.terms}
    assert 'href="#source-2"' in by_name["facet joint"].refs
    assert by_name["mg"].refs == ""


def test_other_names_are_told_but_a_plain_plural(read, house):
    found = read("block: {stands_for: a, also: [Blocks, shot]}\n")

    assert glossary_view(found, house.sources.records).terms[0].also == ("shot",)
