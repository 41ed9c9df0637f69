"""What is saved is built and shown, whatever it was, however it was saved."""

import shutil
import signal

import pytest


def test_a_saved_article_is_shown_and_browsers_are_told(preview):
    news = preview.news()
    before = next(news)

    preview.save("one", "A text that changed.")

    after = next(news)
    assert after["version"] == before["version"] + 1
    assert after["heading"] == after["report"] == ""
    assert "A text that changed." in preview.page("one.html")
    assert "rebuilt in " in preview.words


def test_an_article_that_is_renamed_and_one_that_is_deleted(preview, until):
    content = preview.site.folder / "content"
    (content / "one.md").rename(content / "three.md")
    preview.site.article("three", "A text that moved.")
    (content / "two.md").unlink()

    until(lambda: "A text that moved." in preview.page("three.html"))
    until(lambda: preview.ask("/two.html").status == 404)
    assert preview.ask("/one.html").status == 404


def test_a_burst_of_saves_is_built_at_once(preview, until):
    for number in range(500):
        preview.site.article(f"many-{number}", "One of many.")

    until(lambda: preview.ask("/many-499.html").status == 200)
    assert preview.builds() <= 3


def test_what_is_saved_during_a_build_is_built_after_it(site, serve, until):
    site.plugin("""
import os, time
def act(sender):
    while os.path.exists("hold"): time.sleep(0.01)
    open("passed", "a").write("x")
""")
    preview = serve()
    passed = site.folder / "passed"
    site.write("hold", "")
    site.article("one", "A first change.")
    until((site.folder / ".output.staging/index.html").exists)
    site.article("one", "A second change.")
    site.article("two", "A third change.")
    (site.folder / "hold").unlink()

    until(lambda: "A second change." in preview.page("one.html"))
    until(lambda: "A third change." in preview.page("two.html"))
    assert len(passed.read_text(encoding="utf-8")) <= 4


def test_a_folder_that_is_replaced_as_a_whole_is_still_watched(preview, until):
    content = preview.site.folder / "content"
    content.rename(preview.site.folder / "aside")
    shutil.copytree(preview.site.folder / "aside", content)
    preview.site.article("three", "A text that came with it.")
    until(lambda: preview.ask("/three.html").status == 200)

    preview.site.article("one", "A text that changed.")

    until(lambda: "A text that changed." in preview.page("one.html"))


def test_what_is_saved_during_the_first_build_is_not_missed(site, serve, until):
    site.plugin("""
import pathlib
def act(sender):
    if not pathlib.Path("seen").exists():
        pathlib.Path("seen").touch()
        pathlib.Path("theme/templates/article.html").write_text("A new template.")
""")

    preview = serve()

    until(lambda: preview.page("one.html").startswith("A new template."))


def test_settings_that_a_build_leaves_behind_do_not_reach_the_next(site, serve, until):
    site.plugin('def act(sender): sender.settings["SITENAME"] = "Left behind"', "get_generators")
    preview = serve()

    preview.save("one", "A text that changed.")

    until(lambda: "A text that changed." in preview.page("one.html"))
    assert "Left behind" not in preview.page("one.html")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_when_asked_even_in_a_build(site, serve, until, number, status):
    preview = serve()
    site.write("hold", "")
    site.plugin("""
import os, time
def act(sender):
    while os.path.exists("hold"): time.sleep(0.01)
""")
    until((site.folder / ".output.staging/index.html").exists)

    assert preview.end(number) == status

    assert "Traceback" not in preview.words
    assert site.beside() == {".output.lock"}
    assert "The first text." in (site.output / "one.html").read_text(encoding="utf-8")
