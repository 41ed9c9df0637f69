"""Each page has one source."""

from types import SimpleNamespace

from plugins.engine.verify.sources import written_twice


def content(source, page):
    return SimpleNamespace(source_path=source, save_as=page)


def test_two_sources_of_one_page_are_told():
    contents = [content("a.md", "x.html"), content("b.md", "y.html"), content("c.md", "x.html")]

    assert [(problem.page, problem.message) for problem in written_twice(contents)] == [
        ("x.html", "is written by a.md and again by c.md")
    ]


def test_what_is_not_written_or_known_by_two_names_is_fine():
    once = content("c.md", "z.html")

    assert list(written_twice([content("a.md", ""), content("b.md", ""), once, once])) == []
