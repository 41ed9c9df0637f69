"""Where addresses lead, as browsers and web hosts take them."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.verify import Site
from plugins.engine.verify.addresses import AstrayError, Start, as_address

ROOT, BELOW = "https://example.org", "https://example.org/clinic"
PAGE = "blog/one/index.html"


@pytest.mark.parametrize(
    ("siteurl", "page", "address", "target"),
    [
        ("", "index.html", "./", "index.html"),
        ("", "index.html", "", "index.html"),
        ("", "index.html", "a/", "a/index.html"),
        ("", "index.html", "./a.html", "a.html"),
        ("", PAGE, "../two/", "blog/two/index.html"),
        ("", PAGE, "../../", "index.html"),
        ("", PAGE, "..", "blog/index.html"),
        ("", PAGE, "./x/../y.png", "blog/one/y.png"),
        ("", PAGE, "/a/", "a/index.html"),
        ("", PAGE, "/a", "a"),
        ("", PAGE, "#part", f"{PAGE}#part"),
        ("", PAGE, "?page=2#part", f"{PAGE}#part"),
        ("", PAGE, "../two/?a=b:c#x", "blog/two/index.html#x"),
        ("", PAGE, "../caf%C3%A9/#%C3%A9t%C3%A9", "blog/café/index.html#été"),
        ("", PAGE, " ../two/\n", "blog/two/index.html"),
        ("", PAGE, "../t\two/ ", "blog/two/index.html"),
        ("", PAGE, "../two/#:~:text=word", "blog/two/index.html#"),
        (ROOT, PAGE, "https://example.org", "index.html"),
        (ROOT, PAGE, "http://EXAMPLE.org/a/", "a/index.html"),
        (ROOT, PAGE, "//example.org/a/", "a/index.html"),
        (BELOW, PAGE, "https://example.org/clinic", "index.html"),
        (BELOW, PAGE, "https://example.org/clinic/a/#b", "a/index.html#b"),
        (BELOW, PAGE, "/clinic/a/", "a/index.html"),
        (BELOW, PAGE, "../two/", "blog/two/index.html"),
        ("", PAGE, "https://elsewhere.org/a/", None),
        ("", PAGE, "//elsewhere.org/a/", None),
        ("", PAGE, "mailto:a@example.org", None),
        ("", PAGE, "tel:+1-555-0100", None),
        ("", PAGE, "data:image/png;base64,AAAA", None),
        (BELOW, PAGE, "https://example.org/other/", None),
    ],
)
def test_an_address_leads_to_a_file_or_out_of_the_site(siteurl, page, address, target):
    assert Start.at(Site.of(siteurl), page).target(address) == target


@pytest.mark.parametrize(
    ("siteurl", "address"),
    [("", "../../../a/"), (BELOW, "/a/"), (BELOW, "/clinics/"), ("", "//[half"), (BELOW, "../../../a/")],
)
def test_some_addresses_lead_astray(siteurl, address):
    with pytest.raises(AstrayError):
        Start.at(Site.of(siteurl), PAGE).target(address)


def test_a_page_may_move_its_start():
    start = Start.at(Site.of(""), PAGE)

    assert start.moved("/a/").target("b.html") == "a/b.html"
    assert start.moved("/a/").target("#part") == "a/index.html#part"
    assert start.moved("https://elsewhere.org/").target("b.html") is None


steps = st.lists(st.sampled_from(["..", ".", "a", "b c", "é", "a-b", "%41"]), max_size=5).map("/".join)


@given(address=steps, slash=st.sampled_from(["", "/"]), page=st.sampled_from(["index.html", PAGE, "a.html"]))
def test_a_relative_address_leads_where_urljoin_says(address, slash, page):
    """But above the root of the site, where browsers stay at the root and a site in a folder breaks."""
    address = address and address + slash
    deep = "http://site.invalid/deep/"
    whole = urlsplit(urljoin(f"{deep}{page}", address)).path
    start = Start.at(Site.of(deep), page)
    if not whole.startswith("/deep/"):
        with pytest.raises(AstrayError):
            start.target(address)
    else:
        assert start.target(address) == start.target(whole)


def test_messages_show_addresses_from_the_root():
    assert as_address("index.html") == "/"
    assert as_address("a/index.html#b") == "/a/#b"
    assert as_address("a/b.png") == "/a/b.png"
