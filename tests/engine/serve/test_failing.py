"""Whatever goes wrong, the preview stays, says what it is, and shows the last good site."""

import pytest

from tests.engine.conftest import PLUGIN

MISTAKES = {
    "content": ("content/one.md", "Title: one\nDate: never\n\nText\n", "error: Could not process ./one.md\n"),
    "template": (
        "theme/templates/article.html",
        "{{ 1 + 'a' }}",
        "theme/templates/article.html:1: mistake in the template: unsupported operand",
    ),
    "settings": ("pelicanconf.py", "SITENAME = (", "pelicanconf.py:1:12: not Python: '(' was never closed."),
    "settings that raise": (
        "pelicanconf.py",
        "1 / 0",
        "pelicanconf.py:1: ZeroDivisionError: division by zero.",
    ),
    "plugin": ("site_plugin.py", "def register(:", "site_plugin.py:1:14: not Python: invalid syntax."),
    "plugin that raises": (
        "site_plugin.py",
        PLUGIN.format(body="def act(sender): raise ValueError('a sad plugin')", signal="finalized"),
        "site_plugin.py:4: ValueError: a sad plugin.",
    ),
    "plugin that exits": (
        "site_plugin.py",
        PLUGIN.format(body="def act(sender): raise SystemExit('3 problems')", signal="finalized"),
        "3 problems",
    ),
    "plugin that kills": (
        "site_plugin.py",
        "import os\nos.kill(os.getpid(), 9)\n",
        "The program that builds has ended by itself (signal 9). The next save starts it again.",
    ),
}


@pytest.mark.parametrize(("file", "text", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_and_once_mended_forgotten(standing, file, text, said):
    path = standing.site.folder / file
    good = path.read_text(encoding="utf-8") if path.exists() else None
    news = standing.news()
    before = next(news)

    standing.site.write(file, text)

    told = next(news)
    assert told["heading"] == "You see the last good site"
    assert said in told["report"]
    assert "Traceback" not in told["report"] + standing.words
    assert told["version"] == before["version"]
    assert "The first text." in standing.page("one.html")

    path.unlink() if good is None else path.write_text(good, encoding="utf-8")

    mended = next(told for told in news if told["heading"] == "")
    assert mended["report"] == ""
    assert mended["version"] > before["version"]


def test_a_first_build_that_fails_is_told_on_a_page_of_its_own(site, serve, until):
    site.write("pelicanconf.py", "SITENAME = (")
    preview = serve()

    first = preview.ask("/anywhere/")

    assert first.status == 503
    assert "There is no site yet" in first.body
    told = next(preview.news())
    assert told["heading"] == "There is no site yet"
    assert told["report"].startswith("pelicanconf.py:1:12: not Python: '(' was never closed.")
    site.setting("")
    until(lambda: "The first text." in preview.page("one.html"))


def test_a_site_that_is_whole_but_lacks_something_is_shown_with_the_reason(site, serve):
    site.plugin("""
class Partly(SystemExit):
    output_is_whole = True
    problems = "1 article was left out"
def act(sender):
    import sys
    sys.stderr.write("a notice\\n")
    raise Partly(1)
""")

    preview = serve()

    told = next(preview.news())
    assert told["heading"] == "This preview is not complete"
    assert told["report"] == "1 article was left out"
    assert preview.words.count("a notice") == 1
    assert "The first text." in preview.page("one.html")


def test_an_edited_plugin_is_loaded_anew_while_the_server_stays(preview, until):
    news = preview.news()
    before = next(news)

    preview.site.plugin('def act(content): content._content = "What the plugin says."', "content_object_init")

    until(lambda: "What the plugin says." in preview.page("one.html"))
    assert "site_plugin.py changed: loading the program anew" in preview.words
    assert next(news)["version"] > before["version"]


def test_an_edited_plugin_ends_a_build_that_hangs(site, serve, until):
    site.plugin("import time, os\ndef act(sender):\n    while os.path.exists('hold'): time.sleep(0.01)")
    preview = serve()
    site.write("hold", "")
    site.article("one", "A text that changed.")
    until((site.folder / ".output.staging/one.html").exists)

    site.plugin("def act(sender): pass")

    until(lambda: "A text that changed." in preview.page("one.html"))


def test_a_report_that_still_holds_is_not_repeated_in_the_terminal(site, serve):
    site.plugin('import logging\ndef act(sender): logging.error("odd")')
    preview = serve()
    news = preview.news()
    next(news)

    preview.save("one", "A text that changed.")

    assert "error: odd" in next(news)["report"]
    assert preview.words.count("error: odd") == 1


def test_a_port_in_use_is_told_with_one_that_is_free(preview):
    second = type(preview)(preview.site, "--port", str(preview.port))

    assert second.process.wait(60) == 1

    second.end()
    assert f"Port {preview.port} is in use, perhaps by another preview. Port " in second.words
    assert " is free: --port " in second.words


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-s", "nowhere.py"), "nowhere.py is not there. Run this in the folder of the site.\n"),
        (("--port", "http"), "argument -p/--port: 'http' is no port; expected a number from 1 to 65535\n"),
    ],
)
def test_a_command_that_cannot_work_says_so(site, preview, options, said):
    wrong = type(preview)(site, *options)

    assert wrong.process.wait(60) in (1, 2)

    wrong.end()
    assert wrong.words.endswith(said)
