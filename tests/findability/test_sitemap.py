"""Which pages a sitemap lists, and how; whole sites are tried in tests/site/test_sitemap.py."""

from xml.etree import ElementTree as ET

from plugins.findability.sitemap import addresses, sitemap


def test_pages_are_listed_by_their_addresses_in_order():
    pages = ["b/index.html", "index.html", "404.html", "a/index.html", "a/page/2/index.html"]

    assert addresses(pages, {"b/"}) == ["", "a/", "a/page/2/"]


def test_a_file_whose_name_only_ends_like_that_of_a_page_is_none():
    assert addresses(["an-index.html", "a/my-index.html"], ()) == []


def test_addresses_are_written_for_urls_and_for_xml():
    text = sitemap("https://clinic.org/a&b", ["café/", "50%/"])

    root = ET.fromstring(text)  # noqa: S314 (what we have just written)
    urls = ["https://clinic.org/a&b/caf%C3%A9/", "https://clinic.org/a&b/50%25/"]
    assert [node.text for node in root.iterfind(".//{*}loc")] == urls
