from plugins.procedures import addresses
from plugins.procedures.browse import WayIn, browse_pages, site_addresses, ways_in
from tests.procedures.samples import BY_ID, catalogue, facts, field, page, repair

RIM = facts("new-rim", tools="[jack, glue]", place="workshop")
WHEEL = facts("true-a-wheel", tools="jack", place="road")
DRAFT = repair("secret", "facts:\n  tools: spoke key", status="draft")
SHOP = catalogue(WHEEL, RIM, DRAFT, comparisons=[page("rims", "procedures: [new-rim, true-a-wheel]")])


def test_there_is_a_page_for_each_value_in_use_in_the_order_of_the_choices():
    found = [(one.id, value, [p.slug for p in having]) for one, value, having in browse_pages(SHOP)]

    assert found == [
        ("place", "road", ["true-a-wheel"]),
        ("place", "workshop", ["new-rim"]),
        ("tools", "jack", ["new-rim", "true-a-wheel"]),
        ("tools", "glue", ["new-rim"]),
    ]


def test_a_field_of_yes_and_no_is_a_way_in_too():
    fields = (field("safe", "yes_no", browse=True),)
    shop = catalogue(repair("a", "facts: {safe: yes}", fields=fields), fields=fields)

    assert [value for _, value, _ in browse_pages(shop)] == ["yes"]


def test_the_ways_in_tell_how_many_have_a_value():
    assert list(ways_in(SHOP)) == [
        WayIn(
            "Place", (("road", "procedures/place/road/", 1), ("workshop", "procedures/place/workshop/", 1))
        ),
        WayIn("Tools", (("jack", "procedures/tools/jack/", 2), ("glue", "procedures/tools/glue/", 1))),
    ]


def test_a_way_in_asks_its_question():
    fields = (field("safe", "yes_no", browse=True, ask="Is it safe?"),)
    shop = catalogue(repair("a", "facts: {safe: yes}", fields=fields), fields=fields)

    assert [way.question for way in ways_in(shop)] == ["Is it safe?"]


def test_two_fields_with_one_label_stay_apart():
    fields = (
        field("a", "choice", label="Kind", choices=("x",), browse=True),
        field("b", "choice", label="Kind", choices=("y",), browse=True),
    )
    shop = catalogue(repair("r", "facts: {a: x, b: y}", fields=fields), fields=fields)

    assert list(ways_in(shop)) == [
        WayIn("Kind", (("x", "procedures/a/x/", 1),)),
        WayIn("Kind", (("y", "procedures/b/y/", 1),)),
    ]


def test_a_way_in_is_drawn_on_a_body_where_its_field_says_so():
    parts = {"choices": ("knee", "nose"), "browse": True, "picture": "body-map"}
    fields = (field("a", "choice", **parts), field("b", "choice", **parts))
    shop = catalogue(repair("r", "facts: {a: knee, b: knee}", fields=fields), fields=fields)

    drawn = [way.drawn("..", "repair") for way in ways_in(shop)]

    assert '<a href="../procedures/a/knee/">' in drawn[0]
    assert "Knee <tspan" in drawn[0]
    assert ">1 repair</tspan>" in drawn[0]
    assert drawn[1] == ""  # a page has room for one body


def test_addresses_of_pages_end_with_a_slash():
    assert addresses.of_procedure(RIM) == "procedures/new-rim/"
    assert addresses.of_pair(WHEEL, RIM) == addresses.of_pair(RIM, WHEEL)
    assert addresses.of_pair(RIM, WHEEL) == "compare/new-rim-vs-true-a-wheel/"
    assert addresses.of_comparison(SHOP.comparisons[0]) == "compare/rims/"
    assert addresses.of_value(BY_ID["done_at_once"], "yes") == "procedures/done-at-once/yes/"
    assert addresses.of_value(BY_ID["tools"], "spoke key") == "procedures/tools/spoke-key/"


def test_a_file_stands_behind_each_address():
    assert addresses.file_of("compare/") == "compare/index.html"
    assert addresses.file_of("") == "index.html"
    assert addresses.file_of("compare/table.csv") == "compare/table.csv"


def test_all_addresses_are_known_once():
    pair = catalogue(repair("a", "compare_with: [b]"), repair("b"))

    found = [*site_addresses(SHOP), *site_addresses(pair)]

    assert {"procedures/", "compare/", "data/procedures.json", "data/schema.json"} <= set(found)
    assert {"procedures/new-rim/", "compare/rims/", "procedures/tools/jack/", "compare/a-vs-b/"} <= set(found)
    assert "procedures/secret/" not in found
    assert len(list(site_addresses(SHOP))) == len(set(site_addresses(SHOP)))
