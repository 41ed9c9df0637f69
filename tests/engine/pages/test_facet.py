"""How long the value of a facet is kept, and how reading it is noted."""

from plugins.engine import Facet
from plugins.engine.pages.facet import MOST_KEPT, facet_named, facets_noted, few_kept, noted, printed


def counted(made):
    """Return facets that note each time that one is made."""
    return [Facet("", lambda number=number: made.append(number) or number) for number in range(MOST_KEPT + 1)]


def test_a_value_is_made_once():
    made = []
    facets = counted(made)

    assert [facet.value for _ in range(2) for facet in facets] == [*range(MOST_KEPT + 1)] * 2
    assert made == [*range(MOST_KEPT + 1)]


def test_while_all_pages_are_written_the_value_read_longest_ago_is_forgotten():
    made = []
    facets = counted(made)
    with few_kept():
        first = [facet.value for facet in (*facets[:MOST_KEPT], facets[0], facets[-1])]
        made.clear()
        again = [facet.value for facet in facets[2:]]
        kept = list(made)
        again += [facets[0].value, facets[1].value]

    assert first == [*range(MOST_KEPT), 0, MOST_KEPT]
    assert again == [*range(2, MOST_KEPT + 1), 0, 1]
    assert (kept, made) == ([], [1])


def test_a_value_is_noted_by_how_it_is_read():
    facet = Facet("", lambda: "text", "text")
    reads = [set(), set(), set()]
    for noting, ways in zip(reads, (["printed"], ["value"], ["printed", "printed"]), strict=True):
        with facets_noted(noting):
            assert [getattr(facet, way) for way in ways] == ["text"] * len(ways)

    # Who prints it twice may do more with it than to print it.
    assert reads == [{printed("text")}, {noted("text")}, {printed("text"), noted("text")}]
    assert [facet_named(name) for name in (printed("text"), noted("text"), "text")] == ["text", "text", ""]
