"""Mistakes in templates and troubles with the system, told with their place and without a traceback."""

import resource

import pytest

TEMPLATES = {
    "syntax": (
        "{% if %}",
        ":1: mistake in the template: Expected an expression, got 'end of statement block'.",
    ),
    "undefined": ("\n{{ nobody.name }}", ":2: mistake in the template: 'nobody' is undefined."),
    "type": (
        "{{ 1 + 'a' }}",
        ":1: mistake in the template: unsupported operand type(s) for +: 'int' and 'str'.",
    ),
    "missing": ("{% include 'no.html' %}", ":1: a template is missing: no.html."),
}


@pytest.mark.parametrize(("text", "said"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_mistake_in_a_template_is_told_with_file_and_line(built, text, said):
    before = built.pages()
    built.write("theme/templates/article.html", text)

    done = built.build()

    assert done.returncode == 1
    assert done.stderr == f"theme/templates/article.html{said}\noutput holds the last complete site.\n"
    assert "Traceback" not in done.stdout
    assert built.pages() == before


def test_a_fault_in_code_that_a_template_calls_is_told_where_the_code_is(built):
    built.write("theme/templates/article.html", "{{ fail() }}")
    built.plugin(
        'def fail(): return {}["key"]\ndef act(generator): generator.env.globals["fail"] = fail',
        "generator_init",
    )

    done = built.build()

    assert done.returncode == 1
    assert done.stderr.startswith("site_plugin.py:4: KeyError: 'key'.\n")


def test_a_template_that_pelican_itself_misses_is_named(built):
    built.plugin('def act(generator): generator.get_template("nowhere")', "article_generator_finalized")

    done = built.build()

    assert done.returncode == 1
    assert done.stderr.startswith("a template is missing: [templates] unable to load nowhere")


def test_a_file_that_cannot_be_written_is_told_in_the_systems_words(built):
    """A limit on the size of files stands in for a full disk."""
    before = built.pages()
    built.article("one", "x" * 600_000)

    done = built.build(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)))

    assert done.returncode == 1
    assert "File too large.\noutput holds the last complete site.\n" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert built.pages() == before


def test_a_file_that_could_not_be_copied_whole_is_an_error(built):
    """Pelican only warns of it, and would publish the half of it."""
    before = built.pages()
    built.setting('STATIC_PATHS = ["picture.png"]')
    (built.folder / "content/picture.png").write_bytes(bytes(600_000))

    done = built.build(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)))

    assert done.returncode == 1
    assert done.stderr == "1 error while building, see above. output holds the last complete site.\n"
    assert "picture.png" in done.stdout
    assert built.pages() == before
