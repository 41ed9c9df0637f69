"""A theme need not have a sheet for feeds."""

from plugins.assets.feeds import style_feed


def test_a_theme_without_the_sheet_leaves_feeds_as_they_are(tmp_path):
    feed = tmp_path / "all.atom.xml"
    feed.write_text("<feed/>")
    style_feed(str(feed), {"ASSETS": {}, "OUTPUT_PATH": str(tmp_path)})

    assert feed.read_text() == "<feed/>"
