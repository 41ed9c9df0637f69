"""The pages and files that a site promises, and what its lists hold."""

import csv
import re
from itertools import chain

from plugins.procedures.model import Missing
from tests.site.website import words_of


def folder(path):
    return f"{path}/index.html"


def test_every_promised_address_exists(ours, edition):
    """The table "What is generated" of the contract, but search, sitemap and robots, which come later."""
    catalogue = edition.catalogue
    posts = [post for path, post in edition.posts.items() if path.startswith("articles/")]
    pages = [post for path, post in edition.posts.items() if path.startswith("pages/")]
    promised = {
        *("index.html", "404.html", "archives/index.html", "procedures/index.html", "compare/index.html"),
        *("data/procedures.json", "data/procedures.csv", "data/schema.json", "compare/table.csv"),
        *("topics/index.html", "tags/index.html", "authors/index.html", "authors/editorial-team/index.html"),
        *(folder(f"blog/{post.slug}") for post in posts),
        *(folder(f"pages/{page.slug}") for page in pages),
        *(folder(f"topics/{slug(post.category.name)}") for post in posts),
        *(folder(f"tags/{slug(tag.name)}") for post in posts for tag in post.tags),
        *(folder(f"procedures/{procedure.slug}") for procedure in catalogue.in_order),
        *(folder(f"compare/{page.slug}") for page in catalogue.comparisons),
        *(f"compare/{page.slug}/table.csv" for page in catalogue.comparisons),
    }

    assert len(posts) >= 3
    assert len(pages) >= 5
    assert promised - ours.files == set()


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def test_each_declared_pair_has_one_page_under_its_slugs_in_alphabetical_order(ours, edition):
    declared = {
        tuple(sorted([procedure.slug, other]))
        for procedure in edition.catalogue.in_order
        for other, _ in procedure.compare_with
    }
    found = {page.split("/")[1] for page in ours.pages if "-vs-" in page}

    assert len(declared) > 10
    assert found == {f"{one}-vs-{other}" for one, other in declared}
    assert {f"compare/{name}/table.csv" for name in found} <= ours.files


def values(procedure, field):
    """Return the choices that a procedure has for a field."""
    found = [finding.value for finding in procedure.fact(field.id)]
    given = [value for value in found if not isinstance(value, (Missing, type(None)))]
    return set(chain.from_iterable([value] if isinstance(value, str) else value for value in given))


def listed(site, page):
    """Return the files of the procedures that a page lists."""
    links = site.tree(page).css("main h3 a")
    return [site.target(page, link.attributes["href"])[0] for link in links]


def test_a_list_of_a_value_holds_the_procedures_that_have_it_and_no_others(ours, edition):
    catalogue = edition.catalogue
    found = set()
    for field in (field for field in catalogue.fields if field.browse):
        for value in field.type.choices:
            having = [p.slug for p in catalogue.in_order if value in values(p, field)]
            page = folder(f"procedures/{slug(field.id)}/{slug(value)}")
            if having:
                found.add(page)
                assert listed(ours, page) == [folder(f"procedures/{name}") for name in having]
                assert words_of(ours.tree(page).css_first("h1")) == f"{field.label}: {value}"

    assert found == {page for page in ours.pages if re.fullmatch(r"procedures/[^/]+/[^/]+/index.html", page)}
    assert len(found) >= 10


def test_the_list_of_procedures_holds_each_once(ours, edition):
    page = "procedures/index.html"
    linked = [ours.target(page, address)[0] for node, address in ours.links(page) if node.tag == "a"]

    for procedure in edition.catalogue.in_order:
        assert linked.count(folder(f"procedures/{procedure.slug}")) == 1


def test_the_schema_knows_every_field(ours, edition):
    text = ours.text("data/schema.json")

    assert [field.id for field in edition.catalogue.fields if f'"{field.id}"' not in text] == []


def test_a_csv_has_one_shape_from_its_head_to_its_last_line(ours):
    names = [name for name in ours.files if name.endswith(".csv")]
    assert len(names) > 20

    for name in names:
        rows = list(csv.reader(ours.text(name).splitlines(keepends=True)))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert all(all(row) for row in rows) or name == "data/procedures.csv", name


def test_pages_of_lists_go_on_where_the_first_ends(laden):
    site = laden.site
    tags = [page for page in site.pages if page.startswith("tags/wheels/")]
    starts = [page for page in site.pages if re.fullmatch(r"(page/\d+/)?index\.html", page)]

    assert tags == ["tags/wheels/index.html", "tags/wheels/page/2/index.html"]
    assert starts == ["index.html", "page/2/index.html", "page/3/index.html"]
    for page, newer, older in (
        ("index.html", None, "page/2/index.html"),
        ("page/2/index.html", "index.html", "page/3/index.html"),
        ("page/3/index.html", "page/2/index.html", None),
    ):
        way = {
            node.attributes["rel"]: site.target(page, address)[0]
            for node, address in site.links(page)
            if node.attributes.get("rel") in {"prev", "next"}
        }
        assert (way.get("prev"), way.get("next")) == (newer, older)


def test_each_article_stands_in_one_of_the_pages_of_a_list(laden):
    site = laden.site
    pages = ["index.html", "page/2/index.html", "page/3/index.html"]
    seen = [
        {
            site.target(page, node.attributes["href"])[0]
            for node in site.tree(page).css("#main a:not(.waiting a)")
            if "blog/" in node.attributes["href"]
        }
        for page in pages
    ]

    assert [len(found) for found in seen] == [1, 1, 1]
    assert set.union(*seen) == {
        folder(f"blog/{name}") for name in ("no-discussion", "ride-home-repairs", "which-visit-first")
    }
