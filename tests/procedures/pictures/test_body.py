import re

import pytest

from plugins.procedures.pictures.body import the_body

REGIONS = {region.name: region for region in the_body().regions}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("knee", "knee"),
        ("Knees", "knee"),
        ("Lower-back", "lower back"),
        ("feet", "foot"),
        ("coccyx", "tailbone"),
        ("ribs", "chest"),
        ("everywhere", "whole body"),
    ],
)
def test_a_region_is_known_by_its_words(word, name):
    assert the_body().region(word) is REGIONS[name]


@pytest.mark.parametrize("word", ["", "s", "wheel", "back of the knee"])
def test_other_words_are_no_region(word):
    assert the_body().region(word) is None


def test_no_word_leads_to_two_regions():
    words = [word for region in the_body().regions for word in region.words]

    assert [the_body().region(word).name for word in words] == [
        region.name for region in the_body().regions for _ in region.words
    ]


@pytest.mark.parametrize("region", REGIONS.values(), ids=REGIONS)
def test_a_region_is_seen_and_its_shapes_are_closed_paths(region):
    shapes = [shape for shape in (region.front, region.back, region.between) if shape]

    assert region.front or region.back
    assert all(re.fullmatch(r"(M[\d\s.hvaqlHVAQL-]+z)+", shape) for shape in shapes)
