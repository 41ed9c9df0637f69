"""What stylesheets, feeds, sitemaps and robots.txt say."""

from plugins.engine.verify import Site, facts_of
from plugins.engine.verify.facts import has_facts

SITE = Site.of("https://example.org/clinic")


def facts(text, path):
    return facts_of(text.encode(), path, SITE)


def test_a_stylesheet_loads_from_where_it_stands():
    found = facts(
        """@import "base.css"; /* url(gone.png) */ a { background: url(../a.png), url("b.png?v=1") }
        i { mask: url(#part); src: url('data:font/woff2;base64,AA') }
        u { cursor: url(https://cdn.org/c.png) }""",
        "theme/css/main.css",
    )

    assert found.loads == ("theme/a.png", "theme/css/b.png", "theme/css/base.css")
    assert found.foreign == ("https://cdn.org/c.png",)


ATOM = """<?xml version="1.0"?><?xml-stylesheet type="text/css" href="/clinic/feed.css"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/clinic/no-link/</id>
<link rel="self" href="https://example.org/clinic/feeds/all.xml"/>
<entry><id>tag:1</id><link href="https://example.org/clinic/one/"/>
<content type="html">&lt;img src="https://example.org/clinic/a.png"&gt;
&lt;a href='/clinic/two&amp;amp;three/'&gt;
</content></entry></feed>"""


def test_a_feed_leads_to_its_entries_and_to_what_they_show():
    found = facts(ATOM, "feeds/all.xml")

    assert found.kind == "feed"
    assert found.links == ("a.png", "feeds/all.xml", "one/index.html", "two&three/index.html")
    assert found.loads == ("feed.css",)


def test_a_feed_of_the_other_kind_too():
    found = facts(
        """<rss><channel><link>https://example.org/clinic/</link><item><guid>/clinic/no-link/</guid>
        <link>https://example.org/clinic/one/</link><enclosure url="/clinic/a.mp3"/>
        <description>&lt;a href="/clinic/two/"&gt;</description></item></channel></rss>""",
        "feed.rss",
    )

    assert found.links == ("a.mp3", "index.html", "one/index.html", "two/index.html")


def test_a_sitemap_lists_pages_and_other_sitemaps():
    for around, each in (("urlset", "url"), ("sitemapindex", "sitemap")):
        found = facts(
            f'<{around} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><{each}>'
            f"<loc> https://example.org/clinic/one/ </loc></{each}></{around}>",
            "sitemap.xml",
        )
        assert (found.kind, found.links) == ("sitemap", ("one/index.html",))


def test_robots_txt_names_a_sitemap():
    text = "User-agent: *\nDisallow: /private/\nsitemap: https://example.org/clinic/sitemap.xml\n"

    assert facts(text, "robots.txt").links == ("sitemap.xml",)


def test_xml_that_cannot_be_read_has_a_fault():
    assert facts("<feed><entry></feed>", "feed.xml").fault == "mismatched tag: line 1, column 15"


def test_other_files_have_no_facts():
    assert not any(map(has_facts, ("a.png", "data.json", "notes.txt", "html", "a.html.br")))
