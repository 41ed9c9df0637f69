"""After a power cut there is a complete site: seen on what had reached the disk by then."""

import shutil

import pytest


@pytest.mark.parametrize("setting", ["", "INCREMENTAL = True"])
def test_a_new_site_is_on_the_disk_when_the_build_ends(site, image, mounted, setting):
    site.setting(setting)
    assert site.build().returncode == 0
    site.article("one", "A text that changed.")

    assert site.build().returncode == 0
    after = image.with_name("after.image")
    shutil.copyfile(image, after)

    mounted(image.with_name("after"), "-o", "loop", after)
    assert site.pages(image.with_name("after") / "web") == site.pages()
    assert b"A text that changed." in site.pages()["one.html"]
