"""The theme's files in whole sites: named by their content in public, by their names in a preview."""

from plugins.assets import hashed, theme_assets
from tests.conftest import ROOT


def names(site):
    return {name for name in site.files if name.startswith("theme/")}


def test_public_files_are_named_by_their_content(published):
    site = published.site

    assert names(site) == {asset.name for asset in theme_assets(ROOT / "theme/static").values()}
    for name in names(site):
        stem, digest, suffix = name.rsplit(".", 2)
        assert hashed(f"{stem}.{suffix}", (site.folder / name).read_bytes()) == name, digest


def test_a_style_sheet_that_changes_changes_no_page_of_a_preview(ours):
    assert names(ours) == {f"theme/{name}" for name in theme_assets(ROOT / "theme/static")}
