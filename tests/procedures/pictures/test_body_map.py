import gzip
import re

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as Tree

from plugins.procedures.pictures import Way, body_map, body_map_of_ways
from plugins.procedures.pictures.body import the_body

NAMES = [region.name for region in the_body().regions]
WAYS = [Way(name, f"/{name}/", f"{number} treatments") for number, name in enumerate(NAMES)]


def shapes(tree, parent):
    return {path.attributes["d"] for path in tree.css(f"{parent} > path")}


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_the_regions_that_are_named_are_marked_and_no_others(names):
    tree = Tree(body_map(names, "Where: here"))
    regions = [region for region in the_body().regions if region.name in names]

    assert shapes(tree, ".body-map__marks") == {
        shape for region in regions for shape in (region.front, region.back) if shape
    }


def test_the_picture_is_called_by_its_sentence():
    (picture,) = Tree(body_map(["knee"], 'Where: "knee"')).css("svg")

    assert (picture.attributes["role"], picture.attributes["aria-label"]) == ("img", 'Where: "knee"')
    assert picture.css("a") == []


def test_nothing_is_drawn_for_what_the_body_does_not_have():
    assert body_map(["wheel"], "Where: wheel") == ""
    assert body_map([], "Where:") == ""
    assert body_map_of_ways([Way("wheel", "/wheel/", "2 repairs")], "Where?") == ""


@given(st.lists(st.sampled_from(WAYS), unique=True, min_size=1))
def test_each_region_with_a_way_is_one_link(ways):
    tree = Tree(body_map_of_ways(ways, "Where does it hurt?"))
    links = {link.attributes["href"]: link for link in tree.css("a")}

    assert set(links) == {way.address for way in ways}
    assert len(tree.css("a")) == len(ways)
    for way in ways:
        spoken = links[way.address].css("text:not([aria-hidden])")
        assert [text.text() for text in spoken] == [f"{way.name.capitalize()} {way.amount}"]
        assert links[way.address].css("path")


def test_what_no_part_shows_has_a_button_with_its_name_on_it():
    tree = Tree(body_map_of_ways([Way("whole body", "/all/", "2 treatments")], "Where?"))

    assert [text.text() for text in tree.css("a text")] == ["Whole body", "Whole body 2 treatments"]
    assert tree.css("a g") == []  # it is not cut to the figure


def test_the_words_of_a_clinic_are_escaped():
    picture = body_map_of_ways([Way("Knees", '/?"<', "<b>")], '"<')

    assert 'aria-label="&#34;&lt;"' in picture
    assert '<a href="/?&#34;&lt;">' in picture
    assert "&lt;b&gt;" in picture


def test_ids_stand_once_and_every_reference_has_one():
    for picture in (body_map(["knee"], ""), body_map_of_ways(WAYS, "")):
        ids = re.findall(r' id="([^"]*)"', picture)

        assert len(ids) == len(set(ids))
        assert set(re.findall(r'#([\w-]+)["\)]', picture)) == set(ids)


def test_a_map_is_light_enough_for_a_first_page():
    """The budget of a page is 14 KB; a sixth of it buys the way in of a clinic like ours."""
    ways = [Way(name, f"/procedures/regions/{name.replace(' ', '-')}/", "12 treatments") for name in NAMES]

    assert len(gzip.compress(body_map_of_ways(ways, "Where does it hurt?").encode())) <= 2500
    assert len(gzip.compress(body_map(NAMES, "Where it is used").encode())) <= 2500
