"""The sitemap and the pages that may be indexed are the same set."""

from tests.engine.verify.samples import problems_of

SITEURL = "https://example.org"


def sitemap(*addresses):
    return "<urlset>" + "".join(f"<url><loc>{SITEURL}/{a}</loc></url>" for a in addresses) + "</urlset>"


def site(*listed):
    return {
        "index.html": f'<link rel=canonical href="{SITEURL}/">',
        "a/index.html": "",
        "hidden.html": "<meta name=robots content=noindex>",
        "copy.html": f'<link rel=canonical href="{SITEURL}/a/">',
        "404.html": "",
        "sitemap.xml": sitemap(*listed),
    }


def test_a_sitemap_of_all_pages_that_may_be_indexed_is_right():
    assert problems_of(site("", "a/"), SITEURL, whole_sitemap=True) == []


def test_without_a_sitemap_there_is_nothing_to_compare():
    files = site()
    del files["sitemap.xml"]

    assert problems_of(files, SITEURL, whole_sitemap=True) == []


def test_a_sitemap_may_not_list_others():
    listed = ("", "a/", "hidden.html", "copy.html", "404.html")

    assert problems_of(site(*listed), SITEURL) == [
        ("sitemap.xml", 'lists "/404.html", which asks not to be indexed'),
        ("sitemap.xml", 'lists "/copy.html", which asks not to be indexed'),
        ("sitemap.xml", 'lists "/hidden.html", which asks not to be indexed'),
    ]


def test_a_page_that_a_sitemap_forgets_is_a_problem_where_that_is_asked_for():
    assert problems_of(site(""), SITEURL) == []
    assert problems_of(site(""), SITEURL, whole_sitemap=True) == [("sitemap.xml", 'does not list "/a/"')]


def test_pages_may_be_spread_over_sitemaps():
    files = site("") | {"more.xml": sitemap("a/")}

    assert problems_of(files, SITEURL, whole_sitemap=True) == []


def test_what_a_sitemap_lists_exists():
    assert problems_of(site("", "a/", "gone/"), SITEURL) == [
        ("sitemap.xml", 'leads to "/gone/", and there is no such page or file')
    ]
