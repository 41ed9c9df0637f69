"""Nothing of what is not public is there, and nothing leads to it."""

from types import SimpleNamespace

import pytest

from plugins.engine.verify import Contents, Rules, Site, Withheld, check_output
from plugins.engine.verify.output import Output
from plugins.engine.verify.unpublished import leaks_in_data, withheld_by
from tests.engine.verify.samples import problems_of

DRAFT = {"blog/draft/index.html": Withheld("blog/draft/index.html", "A draft of hubs")}


def test_its_page_must_not_be_there():
    assert problems_of({"blog/draft/index.html": ""}, withheld=DRAFT) == [
        ("blog/draft/index.html", 'is in the output, but "A draft of hubs" is not public')
    ]


def test_no_page_feed_or_sitemap_leads_to_it():
    files = {
        "index.html": '<a href="blog/draft/#part">x</a><a href="blog/drafts/">y</a>',
        "blog/drafts/index.html": "",
        "feed.xml": '<feed><entry><link href="/blog/draft/"/></entry></feed>',
        "sitemap.xml": "<urlset><url><loc>/blog/draft/</loc></url></urlset>",
    }

    assert problems_of(files, withheld=DRAFT) == [
        ("feed.xml", 'leads to "/blog/draft/", which is not public'),
        ("sitemap.xml", 'leads to "/blog/draft/", which is not public'),
        ("index.html", 'leads to "/blog/draft/#part", which is not public'),
    ]


def test_hidden_pages_may_exist_and_lead_to_each_other_where_nothing_else_leads_to_them():
    hidden = {name: Withheld(name, "Quiet", may_exist=True) for name in ("quiet.html", "silent.html")}
    files = {"quiet.html": "<a href=silent.html>x</a>", "silent.html": "", "index.html": ""}

    assert problems_of(files, withheld=hidden) == []
    assert problems_of(files | {"index.html": "<a href=quiet.html>"}, withheld=hidden) == [
        ("index.html", 'leads to "/quiet.html", which is not public')
    ]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.json", '{"url": "https:\\/\\/x\\/blog\\/draft\\/"}', "blog/draft"),
        ("a.csv", "title,blog/draft/\r\n", "blog/draft"),
        ("a.txt", "see blog/draft", "blog/draft"),
        ("a.json", '[{"more": [{"title": "A draft of hubs"}]}]', "A draft of hubs"),
        ("a.json", '{"text": "A draft of hubs"}', ""),
        ("a.json", '{"title": "A draft of hubs and wheels"', ""),
        ("a.json", '"blog/drafts/ blog/draft-2/ myblog/draft/"', ""),
        ("a.png", "blog/draft", ""),
    ],
)
def test_no_data_file_names_it(name, text, found):
    output = Output({}, {name}, Rules(), DRAFT)
    problems = list(leaks_in_data(output, lambda _: text.encode()))

    assert [(problem.page, problem.message) for problem in problems] == (
        [(name, f'names "{found}", which is not public')] if found else []
    )


def item(status, save_as):
    return SimpleNamespace(status=status, save_as=save_as, title="T", source_path="a.md", metadata={})


def test_drafts_and_hidden_items_are_withheld_in_public_and_what_plugins_name_always():
    contents = [
        item("draft", "d.html"),
        item("hidden", "h.html"),
        item("published", "p.html"),
        item("draft", ""),
    ]
    named = {"blog/x/": "X"}

    assert set(withheld_by(Rules(withheld=named), contents)) == {"blog/x/index.html"}
    assert withheld_by(Rules(withheld=named, public=True), contents) == {
        "blog/x/index.html": Withheld("blog/x/index.html", "X"),
        "d.html": Withheld("d.html", "T", "a.md"),
        "h.html": Withheld("h.html", "T", "a.md", may_exist=True),
    }


def test_a_folder_is_searched_for_all_of_it(tmp_path):
    (tmp_path / "d.html").write_text("")
    (tmp_path / "data.json").write_text('{"title": "T"}')
    rules = Rules(public=True)

    found = check_output(tmp_path, Site.of(""), rules, contents=Contents([item("draft", "d.html")]))

    assert [(problem.page, problem.message) for problem in found.told] == [
        ("d.html", 'is in the output, but "T" is not public'),
        ("data.json", 'names "T", which is not public'),
    ]
