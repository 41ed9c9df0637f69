"""A build that goes well, and builds that do not: the output is the new site or the last one."""

import pytest

STANDING = "output holds the last complete site."


def test_a_build_writes_the_site_and_tidies_up(site):
    done = site.build()

    assert done.returncode == 0, done.stderr
    assert {"index.html", "one.html", "two.html", ".built-by-engine"} <= set(site.pages())
    assert site.beside() == {".output.lock"}
    assert done.stderr == ""


def test_a_rebuild_replaces_everything(built):
    (built.folder / "content/two.md").unlink()
    built.article("one", "A text that changed.")

    assert built.build().returncode == 0

    assert "two.html" not in built.pages()
    assert b"A text that changed." in built.pages()["one.html"]


def test_a_link_as_output_stays_a_link_and_its_target_is_replaced(built):
    built.output.rename(built.folder / "web")
    built.output.symlink_to("web")
    built.article("one", "A text that changed.")

    assert built.build().returncode == 0

    assert built.output.is_symlink()
    assert b"A text that changed." in built.pages("web")["one.html"]


def test_what_is_to_be_retained_outlasts_a_build(built):
    built.setting('OUTPUT_RETENTION = [".git", ".hg", "not-there", "index.html"]')
    built.write("output/.git/config", "remote")
    built.write("output/.hg", "a file")
    built.article("one", "A text that changed.")

    assert built.build().returncode == 0

    assert built.pages()[".git/config"] == b"remote"
    assert built.pages()[".hg"] == b"a file"
    assert b"A text that changed." in built.pages()["index.html"]


def test_plugins_see_the_staging_folder_as_the_output(site):
    site.plugin("""
import pathlib
def act(sender):
    for folder in (sender.output_path, sender.settings["OUTPUT_PATH"]):
        assert pathlib.Path(folder, "index.html").exists() and not pathlib.Path("output").exists()
""")

    done = site.build()

    assert done.returncode == 0, done.stderr


FAILURES = {
    "raises": (
        'def act(sender): raise ValueError("a sad plugin.")',
        "site_plugin.py:4: ValueError: a sad plugin.\n    This is a fault in the program",
    ),
    "raises without a word": (
        "def act(sender): assert sender is None",
        "site_plugin.py:4: AssertionError: AssertionError.\n",
    ),
    "a file is missing": (
        'def act(sender): open("not-there")',
        "not-there: No such file or directory.\n",
    ),
    "logs an error": (
        'import logging\ndef act(sender): logging.getLogger("x").error("odd")',
        "1 error while building, see above. ",
    ),
    "logs two": (
        'import logging\ndef act(sender): [logging.error("odd"), logging.critical("odder")]',
        "2 errors while building, see above. ",
    ),
    "exits with a report": (
        'def act(sender): raise SystemExit("3 problems in 2 files")',
        "3 problems in 2 files\n",
    ),
}


@pytest.mark.parametrize(("body", "said"), FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("signal", ["finalized", "get_generators", "initialized"])
def test_a_failing_plugin_leaves_the_output_alone(built, body, said, signal):
    before = built.pages()
    built.article("one", "A text that changed.")
    built.plugin(body, signal)

    done = built.build()

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert STANDING in done.stderr or "exits" in body or "SystemExit" in body
    assert "Traceback" not in done.stdout + done.stderr
    assert built.pages() == before
    assert built.beside() == {".output.lock"}


PHASES = """
    readers_init generator_init article_generator_init article_generator_preread article_generator_context
    content_object_init article_generator_pretaxonomy article_generator_finalized page_generator_finalized
    static_generator_finalized all_generators_finalized get_writer article_generator_write_article
    content_written article_writer_finalized
""".split()


def test_a_plugin_may_fail_in_any_phase(built, subtests):
    before = built.pages()
    built.article("one", "A text that changed.")
    for phase in PHASES:
        with subtests.test(phase):
            built.plugin('def act(*_, **__): raise ValueError("a sad plugin")', phase)

            done = built.build()

            assert done.returncode == 1
            assert STANDING in done.stderr
            assert built.pages() == before
            assert built.beside() == {".output.lock"}


def test_debug_shows_the_traceback(built):
    built.plugin('def act(sender): raise ValueError("a sad plugin")')

    done = built.build("--debug")

    assert done.returncode == 1
    assert "Traceback (most recent call last)" in done.stderr


@pytest.mark.parametrize("option", [[], ["--quiet"]], ids=["", "quiet"])
@pytest.mark.parametrize("fault", ["import nothing_of_that_name", "1 / 0", "def register(): 1 / 0"])
def test_a_plugin_that_cannot_be_loaded_is_an_error(built, fault, option):
    built.write("site_plugin.py", fault)

    done = built.build(*option)

    assert done.returncode == 1
    assert STANDING in done.stderr


def test_an_unreadable_article_is_an_error(built):
    (built.folder / "content/three.md").write_bytes(b"Title: three\nDate: 2026-01-01\n\n\xff")

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == f"1 error while building, see above. {STANDING}\n"


def test_fatal_stops_at_the_first_warning(built):
    built.plugin('import logging\ndef act(sender): logging.getLogger("x").warning("odd")')

    done = built.build("--fatal", "warnings")

    assert done.returncode == 1
    assert done.stderr == f"Stopped at the first warning or error, as --fatal asks.\n{STANDING}\n"


def test_without_an_earlier_site_nothing_is_written(site):
    site.plugin("def act(sender): 1 / 0")

    done = site.build()

    assert done.returncode == 1
    assert done.stderr.endswith("No site was written.\n")
    assert not site.output.exists()


WHOLE = """
class Partly(SystemExit):
    output_is_whole = True
def act(sender):
    {more}
    raise Partly("1 article was left out")
"""


def test_an_exit_may_say_that_the_output_is_whole(built):
    built.article("one", "A text that changed.")
    built.plugin(WHOLE.format(more=""))

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == "1 article was left out\n"
    assert b"A text that changed." in built.pages()["one.html"]


def test_an_error_in_the_log_outweighs_that(built):
    before = built.pages()
    built.article("one", "A text that changed.")
    built.plugin(WHOLE.format(more='import logging; logging.error("odd")'))

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == f"1 article was left out\n1 error while building, see above. {STANDING}\n"
    assert built.pages() == before
