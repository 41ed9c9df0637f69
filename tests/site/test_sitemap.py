"""The sitemap: the pages of a public site that search engines may show, and no others."""

from xml.etree import ElementTree as ET

import pytest

from tests.site.conftest import PUBLIC


@pytest.fixture(scope="module")
def written_at_once(once, laden_content):
    """Give the content with all that may not be public, built by an engine that keeps nothing."""
    options = ("-e", "DEFAULT_PAGINATION=1", "-e", "INCREMENTAL=false")
    return once("at-once", laden_content, *options, settings="publishconf.py", siteurl=PUBLIC)


def listed(site):
    root = ET.fromstring(site.text("sitemap.xml"))  # noqa: S314 (what the build has written)
    return [node.text for node in root.iterfind(".//{*}loc")]


@pytest.mark.parametrize("built", ["published", "laden_public", "written_at_once"])
def test_all_pages_are_listed_but_that_for_wrong_addresses(request, built):
    built = request.getfixturevalue(built)
    assert built.status == 0, built.said
    pages = [page for page in built.site.pages if page != "404.html"]

    assert len(pages) > 30
    assert listed(built.site) == sorted(f"{PUBLIC}/{page.removesuffix('index.html')}" for page in pages)


def test_robots_are_kept_from_nothing_and_told_where_the_sitemap_lies(published):
    told = f"User-agent: *\nDisallow:\n\nSitemap: {PUBLIC}/sitemap.xml\n"
    assert published.site.text("robots.txt") == told


def test_a_preview_which_has_no_address_has_neither(ours):
    assert not {"sitemap.xml", "robots.txt"} & ours.files
