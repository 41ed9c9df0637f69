"""A feed that someone opens in a browser looks like the site."""

import posixpath
import re

NAMED = re.compile(r'^<\?xml-stylesheet type="text/css" href="([^"]+)"\?>$', re.MULTILINE)


def test_each_feed_names_the_sheet_that_stands_there(published):
    site = published.site
    feeds = [name for name in site.files if name.startswith("feeds/")]

    assert feeds
    for name in feeds:
        (address,) = NAMED.findall(site.text(name))
        sheet = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        assert "feed:before" in site.text(sheet)
