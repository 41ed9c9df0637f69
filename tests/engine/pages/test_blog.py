"""The law on a stranger's blog, whose theme knows nothing of the engine: incremental equals clean."""

from tests.engine.pages.samples import EDITS


def _alike(blog):
    status, said = blog.build()
    assert status == 0, said
    found, wanted = blog.site(), blog.clean()
    assert [name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name)] == []
    return said


def test_the_site_is_the_one_that_pelican_makes(blog):
    found = blog.site()
    blog.settings += "from pelican import Pelican as PELICAN_CLASS\n"
    assert blog.clean() == {name: data for name, data in found.items() if name != ".built-by-engine"}
    assert found["files/a.txt"] == b"a file"  # attached to a text at the root


def test_after_each_edit_the_site_is_as_a_clean_build_makes_it(blog, subtests):
    for name, edit in EDITS.items():
        with subtests.test(name):
            edit(blog)
            _alike(blog)


def test_an_edit_makes_the_pages_that_may_show_it_and_changes_those_that_do(blog):
    before = blog.stamps()
    blog.change("content/posts/three.md", "Third", "last")

    said = _alike(blog)

    after, site = blog.stamps(), blog.site()
    assert " 0 kept" not in said
    assert {name for name in after if after[name] != before[name]} - {".built-by-engine"} == {
        name for name, data in site.items() if b"last" in data
    }
