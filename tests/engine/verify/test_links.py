"""Links lead to files and parts that exist; the message says where and what is near."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.verify import Rules, Site, check_output
from tests.engine.verify.samples import problems_of


def test_a_site_whose_links_all_lead_somewhere_is_sound():
    files = {
        "index.html": '<link rel=stylesheet href=a.css><a href="b/#part">b</a><a href="b/?x=1#top">b</a>',
        "b/index.html": "<p id=part><a href=..>up</a>",
        "a.css": "a { background: url(c.png) }",
        "c.png": "",
    }

    assert problems_of(files) == []


def test_what_is_missing_is_named():
    files = {
        "index.html": '<a href=nowhere/>x</a><img src=a.png><a href="b.html#part">b</a><a href=../up>u</a>',
        "b.html": "<p id=parts>",
        "feed.xml": '<feed><entry><link href="/gone/"/></entry></feed>',
        "sheet.css": "a { background: url(b.png) }",
    }

    assert problems_of(files) == [
        ("index.html", 'needs "/a.png", and there is no such file'),
        ("sheet.css", 'needs "/b.png", and there is no such file'),
        ("feed.xml", 'leads to "/gone/", and there is no such page or file'),
        ("index.html", 'leads to "/nowhere/", and there is no such page or file'),
        ("index.html", 'leads to "../up", which is outside the site or no address'),
        ("index.html", 'leads to "/b.html#part", and that page has no such part'),
    ]


def test_a_part_of_what_is_no_page_is_not_looked_for():
    assert problems_of({"index.html": "<a href=a.pdf#page=2>", "a.pdf": ""}) == []


def test_a_bare_address_is_what_many_hosts_make_of_it_unless_it_is_not_allowed():
    files = {"index.html": "<a href=a>a</a><a href=b#x>b</a>", "a/index.html": "", "b.html": "<p id=x>"}

    assert problems_of(files) == []
    assert [message for _, message in problems_of(files, bare=False)] == [
        'leads to "/a", and there is no such page or file',
        'leads to "/b#x", and there is no such page or file',
    ]


def test_addresses_that_the_build_does_not_make_can_be_left_out():
    files = {"index.html": "<a href=/api/find?x=1>x</a><a href=/apis>y</a>"}

    assert problems_of(files, ignore=("/api/*",)) == [
        ("index.html", 'leads to "/apis", and there is no such page or file')
    ]


names = st.sampled_from(["index.html", "a.html", "b/index.html", "b/c.html", "d e/index.html", "ü.png"])


@given(
    files=st.sets(names), links=st.lists(st.tuples(names, names)), root=st.sampled_from(["/", "/sub/", None])
)
def test_a_link_is_reported_if_and_only_if_its_target_is_missing(files, links, root):
    """However it is written: from the root, or from the page."""
    pages = dict.fromkeys(files, "")
    expected = set()
    for start, end in links:
        if start in pages and start.endswith(".html"):
            address = (root or "../" * start.count("/")) + end.removesuffix("index.html").replace(" ", "%20")
            pages[start] += f'<a href="{address or "./"}">x</a>'
            if end not in files:
                expected.add((start, end.removesuffix("index.html")))
    siteurl = f"https://example.org{root or ''}"

    assert set(problems_of(pages, siteurl)) == {
        (page, f'leads to "/{end}", and there is no such page or file') for page, end in expected
    }


def told(folder, **sources):
    from plugins.engine.verify import Contents

    return str(check_output(folder, Site.of(""), Rules(), contents=Contents(sources=sources or {})))


def test_the_nearest_address_is_suggested(tmp_path):
    (tmp_path / "back-pain").mkdir()
    (tmp_path / "back-pain/index.html").write_text("<p id=causes>")
    (tmp_path / "index.html").write_text('<a href="/bak-pain/">x</a><a href="/back-pain/#cause">y</a>')

    assert told(tmp_path) == (
        'index.html: leads to "/bak-pain/", and there is no such page or file\n'
        '    expected a page or file of the site; did you mean "/back-pain/"?\n'
        'index.html: leads to "/back-pain/#cause", and that page has no such part\n'
        '    expected an id of that page; did you mean "/back-pain/#causes"?\n'
        "2 problems in the built pages"
    )


def test_the_source_of_a_page_is_named_with_its_line(tmp_path):
    source = tmp_path / "one.md"
    source.write_text("Title: One\n\nSee [there](/nowhere/).\n")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "one.html").write_text('<a href="/nowhere/">there</a>')

    assert told(folder, **{"one.html": str(source)}) == (
        'one.html: leads to "/nowhere/", and there is no such page or file\n'
        f"    expected a page or file of the site; the page comes from {source}:3\n"
        "1 problem in the built pages"
    )
