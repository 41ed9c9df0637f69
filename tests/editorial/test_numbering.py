"""Sources are numbered in the order of first use, and linked both ways."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.editorial.numbering import Numbering, filled_text, refs_html

USES = st.lists(st.lists(st.sampled_from(["guide", "trial", "third"]), max_size=4), max_size=8)


@given(USES)
def test_numbers_are_one_to_n_in_the_order_of_first_use(house, uses):
    numbering = Numbering(house.sources.records)

    refs = [ref for keys in uses for ref in numbering.refs(keys)]

    flat = list(dict.fromkeys(key for keys in uses for key in keys))
    assert [listed.source.key for listed in numbering.listed()] == flat
    assert [listed.number for listed in numbering.listed()] == list(range(1, len(flat) + 1))
    assert [ref.number for ref in refs] == [
        flat.index(key) + 1 for keys in uses for key in dict.fromkeys(keys)
    ]


@given(USES)
def test_ids_are_unique_and_every_use_is_linked_both_ways(house, uses):
    numbering = Numbering(house.sources.records)

    refs = [ref for keys in uses for ref in numbering.refs(keys)]

    listed = numbering.listed()
    ids = [ref.use_id for ref in refs] + [entry.source_id for entry in listed]
    assert len(ids) == len(set(ids))
    assert {(ref.source_id, ref.use_id) for ref in refs} == {
        (entry.source_id, use) for entry in listed for use in entry.uses
    }


def test_an_unknown_source_is_a_mistake_of_the_program(house):
    with pytest.raises(KeyError, match="nobody"):
        Numbering(house.sources.records).refs(["nobody"])


def test_a_use_is_a_link_that_says_what_it_is(house):
    html = refs_html(Numbering(house.sources.records).refs(["guide", "trial"]))

    links = LexborHTMLParser(html).css("sup.refs > a")
    assert [link.text() for link in links] == ["Source 1", "Source 2"]
    assert links[0].attributes == {
        "id": "use-1-1",
        "href": "#source-1",
        "role": "doc-noteref",
    }


@given(st.lists(st.sampled_from(["a", "[@guide]", "[@trial; @third]", "{{ clinic.phone }}"]), min_size=1))
def test_a_text_is_filled_with_its_numbers_and_details(house, body, words):
    read = body(" ".join(["Text", *words]))
    numbering = Numbering(house.sources.records)

    tree = LexborHTMLParser(filled_text(read, read.html, numbering, house))

    keys = re.findall(r"@(\w+)", " ".join(words))
    order = list(dict.fromkeys(keys))
    assert [int(link.text().removeprefix("Source ")) for link in tree.css("a")] == [
        order.index(key) + 1 for key in keys
    ]
    assert tree.text().count("+1 555 <200> 3000") == words.count("{{ clinic.phone }}")
    assert not re.search("[\ue000\ue001]", tree.html)


def test_two_texts_of_a_page_share_its_numbers(house, body):
    numbering = Numbering(house.sources.records)
    first, second = body("[@trial]"), body("[@guide] [@trial]")

    filled_text(first, first.html, numbering, house)
    tree = LexborHTMLParser(filled_text(second, second.html, numbering, house))

    assert [link.id for link in tree.css("a")] == ["use-2-1", "use-1-2"]
    assert [entry.uses for entry in numbering.listed()] == [("use-1-1", "use-1-2"), ("use-2-1",)]
