"""What a page says about itself and about others."""

import pickle

import pytest

from plugins.engine.verify import PageFacts, Site, facts_of

PAGE = "blog/one/index.html"


def facts(html, siteurl="https://example.org"):
    return facts_of(html.encode(), PAGE, Site.of(siteurl))


def test_a_page_of_words_says_nothing():
    assert facts("<!doctype html><title>One</title><p class=x>Words.") == PageFacts()


def test_links_are_what_a_reader_may_follow_each_once():
    found = facts("""<a href="../two/">2</a><a href="/blog/two/">2</a><area href=/map.html>
        <form action=/ask/>
        <button formaction="/other/"></button><a href="https://elsewhere.org/">x</a><a name=x>no link</a>
        <link rel=alternate href=/feed.xml><meta http-equiv=refresh content="5; URL='/late/'">
        <meta property=og:image content="https://example.org/share.png">
        <svg><a xlink:href="/drawn/"/></svg>""")

    assert found.links == (
        "ask/index.html",
        "blog/two/index.html",
        "drawn/index.html",
        "feed.xml",
        "late/index.html",
        "map.html",
        "other/index.html",
        "share.png",
    )
    assert (found.loads, found.foreign, found.astray) == ((), (), ())


def test_loads_are_what_a_browser_fetches_by_itself():
    found = facts("""<link rel="stylesheet preload" href=/a.css><link rel=icon href=/b.ico>
        <script src=/c.js></script>
        <img src=/d.png srcset="/e.png 1x, /f,1.png 2x,/g.png 3x" alt><video poster=/h.png src=/i.mp4></video>
        <svg><use href="/j.svg#part"/><image xlink:href="/k.png"/></svg><object data=/l.pdf></object>
        <p style="background: url('/m.png')"><style>@import "/n.css"; p { background: url(/o.png) }</style>
        <img src="data:image/png;base64,AAAA"><img src="">
        <link rel=preload as=image imagesrcset="/p.png 1x">""")

    names = [name.partition(".")[0][0] for name in found.loads]
    assert "".join(names) == "abcdefghijklmnop"
    assert "f,1.png" in found.loads
    assert "j.svg#part" in found.loads
    assert (found.links, found.foreign) == ((), ())


def test_what_is_fetched_from_another_host_is_told_as_written():
    found = facts("""<script src="https://cdn.example.com/a.js"></script><img src=//cdn.example.com/b.png>
        <svg><script href="https://cdn.example.com/c.js"></script></svg>
        <link rel=preconnect href=https://fonts.example.com><a href="https://cdn.example.com/">fine</a>""")

    assert found.foreign == (
        "//cdn.example.com/b.png",
        "https://cdn.example.com/a.js",
        "https://cdn.example.com/c.js",
        "https://fonts.example.com",
    )


def test_parts_of_the_page_itself_are_looked_up_at_once():
    found = facts("""<p id=a><a name=b></a><a href=#a>a</a><a href=#b>b</a><a href=#c%20d>c</a>
        <a href="#">top</a>
        <a href=#TOP>top</a><a href="/blog/one/#a">a</a><a href="/blog/one/#e">e</a>
        <p id="ü"><a href="#%C3%BC">ü</a>""")

    assert found.links == (f"{PAGE}#c d", f"{PAGE}#e")
    assert found.ids.split(" ") == ["a", "b", "ü"]


def test_an_id_that_is_there_twice_is_noted():
    assert facts("<p id=a><p id=b><p id=a>").twice == ("a",)


INLINE = {
    "<script>run()</script>": "<script>",
    "<script type=module>run()</script>": "<script>",
    '<script type="text/javascript; charset=utf-8">run()</script>': "<script>",
    '<script src="data:text/javascript,run()"></script>': "<script>",
    "<svg><script>run()</script></svg>": "<script>",
    "<p OnClick=run()>": "onclick on <p>",
    "<p title=a\tonclick = 'run()'>": "onclick on <p>",
    "<svg onload=run()>": "onload on <svg>",
    '<p title=""onclick=run()>': "onclick on <p>",
    "<template><p onclick=run()></template>": "onclick on <p>",
    "<noscript><p onclick=run()></noscript>": "onclick on <p>",
    '<a href="javascript:run()">': "href with a script on <a>",
    '<a href=" java\nscript:run()">': "href with a script on <a>",
    '<a href="&#106;avascript:run()">': "href with a script on <a>",
    "<form action=javascript:run()>": "action with a script on <form>",
    "<svg><a xlink:href=javascript:run()></svg>": "xlink:href with a script on <a>",
    "<p style=color:red>": "style on <p>",
    "<style>p{}</style>": "<style>",
    "<base href=/>": "<base>",
}


@pytest.mark.parametrize(("html", "what"), INLINE.items())
def test_what_a_strict_policy_refuses_is_noted(html, what):
    assert facts(html).inline == (what,)


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{"a": "<b onclick=1>"}</script>',
        "<script type=speculationrules>{}</script>",
        "<script type=importmap src=/a.json></script>",
        "<script src=/a.js></script>",
        "<p>&lt;script&gt; onclick=run() style=x</p>",
        '<p title="<p onclick=run()>">',
        "<!-- <p onclick=run()> -->",
    ],
)
def test_data_and_words_are_no_scripts(html):
    assert facts(html).inline == ()


@pytest.mark.parametrize("name", ["iframe", "object", "embed"])
def test_frames_are_noted(name):
    assert facts(f"<{name}></{name}>").frames == (f"<{name}>",)


def test_a_base_moves_relative_addresses():
    assert facts('<base href="/a/"><a href="b.html">b</a><a href="#c">c</a>').links == (
        "a/b.html",
        "a/index.html#c",
    )


@pytest.mark.parametrize(
    ("content", "noindex"),
    [("noindex", True), ("follow, NOINDEX", True), ("none", True), ("index,follow", False), ("", False)],
)
def test_a_page_may_ask_not_to_be_indexed(content, noindex):
    assert facts(f'<meta name=robots content="{content}">').noindex is noindex


def test_one_such_word_is_enough():
    assert facts("<meta name=robots content=noindex><meta name=googlebot content=nofollow>").noindex


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://example.org/blog/one/", PAGE),
        ("../two/", "blog/two/index.html"),
        ("https://elsewhere.org/", "https://elsewhere.org/"),
    ],
)
def test_a_page_may_name_another_in_its_place(address, canonical):
    assert facts(f'<link rel=canonical href="{address}">').canonical == canonical


def test_an_address_that_leads_out_of_the_site_is_noted_as_written():
    assert facts('<a href="../../../x"><img src="//[half">').astray == ("../../../x", "//[half")


def test_facts_can_be_made_in_another_process():
    found = facts("<a href=/a/>")

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (written the line before)
    assert pickle.loads(pickle.dumps(facts_of)) is facts_of  # noqa: S301
