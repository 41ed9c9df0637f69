from plugins.findability.lists import MOST, listing, trail
from tests.findability.samples import site


def test_a_trail_leads_from_the_start_page_to_this_one():
    found = trail(site(), [("Treatments", "procedures/")], ("Nerve block", "procedures/nerve-block/"))

    assert found["@type"] == "BreadcrumbList"
    assert [tuple(item.values()) for item in found["itemListElement"]] == [
        ("ListItem", 1, "Home", "https://clinic.org/"),
        ("ListItem", 2, "Treatments", "https://clinic.org/procedures/"),
        ("ListItem", 3, "Nerve block", "https://clinic.org/procedures/nerve-block/"),
    ]


def test_a_short_list_is_told_in_full():
    found = listing(site(), [("B", "b/"), ("A", "a/")])

    assert found["numberOfItems"] == 2
    assert [(item["position"], item["name"], item["url"]) for item in found["itemListElement"]] == [
        (1, "B", "https://clinic.org/b/"),
        (2, "A", "https://clinic.org/a/"),
    ]


def test_of_a_long_list_the_beginning_is_told_and_its_length():
    found = listing(site(), [(str(number), f"{number}/") for number in range(1000)])

    assert (len(found["itemListElement"]), found["numberOfItems"]) == (MOST, 1000)


def test_an_empty_list_says_nothing():
    assert listing(site(), []) == {"@type": "ItemList", "itemListElement": [], "numberOfItems": None}
