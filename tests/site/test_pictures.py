"""Pictures on the built site: they say what stands beside them, and stand only where they were asked for."""

import pytest

from plugins.procedures.on_the_body import drawn_field
from plugins.procedures.query import values_of
from tests.site.website import words_of


@pytest.fixture
def drawn(edition):
    return drawn_field(edition.catalogue.fields)


def test_a_body_is_called_by_the_sentence_below_it(ours, edition, drawn):
    for procedure in edition.catalogue.in_order:
        tree = ours.tree(f"procedures/{procedure.slug}/index.html")
        if not (values := values_of(procedure, drawn)):
            assert tree.css("svg.body-map") == []
            continue
        (picture,) = tree.css("svg.body-map")

        assert picture.attributes["role"] == "img"
        assert picture.attributes["aria-label"] == words_of(tree.css_first("figcaption"))
        assert words_of(tree.css_first("figcaption")) == (f"{drawn.label}: {', '.join(values)}")


@pytest.mark.parametrize("page", ["index.html", "procedures/index.html"])
def test_the_body_leads_where_the_list_beside_it_leads(ours, page):
    tree = ours.tree(page)
    drawn = {link.attributes["href"]: link.css("text")[-1].text() for link in tree.css(".body-map a")}
    listed = {
        item.css_first("a").attributes["href"]: words_of(item, "none")
        for item in tree.css(".way .index-list li")
    }

    assert len(drawn) > 10
    assert drawn == listed


def test_a_clinic_without_parts_of_a_body_has_no_body(second):
    assert [page for page in second.site.pages if second.site.tree(page).css(".body-map, figure, .way")] == []
