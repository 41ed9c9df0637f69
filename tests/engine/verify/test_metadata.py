"""No word of a header becomes markup."""

from types import SimpleNamespace

import pytest

from plugins.engine.verify.metadata import active_metadata, smuggled

SCRIPT = "<script>alert(1)</script>"


def found(page, formatted=("summary",), **metadata):
    content = SimpleNamespace(source_path="a.md", metadata=metadata)
    active = active_metadata([content], formatted)
    return [problem.message for problem in smuggled(active, ["a.html"], lambda _: page.encode())]


@pytest.mark.parametrize(
    "title",
    [
        SCRIPT,
        "<img src=x onerror=alert(1)>",
        '" onmouseover="alert(1)',
        "<IFRAME src=//x>",
        "</style>",
        "<base href=x>",
    ],
)
def test_a_title_that_is_printed_as_it_was_typed_is_told(title):
    assert found(f"<h1>{title}</h1>", title=title) == [f"has the title of a.md as markup: {title}"]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>", SCRIPT),
        ("<h1>5 < 6 <em>really</em></h1>", "5 < 6 <em>really</em>"),
        ('<h1>He said "on = off"</h1>', 'He said "on = off"'),
        ("<h1>one=1</h1>", "one=1"),
    ],
)
def test_escaped_and_harmless_words_are_fine(page, title):
    assert found(page, title=title) == []


def test_tags_and_lists_count_and_formatted_fields_do_not():
    tags = [SimpleNamespace(name=SCRIPT)]

    assert found(SCRIPT, tags=tags) == [f"has the tags of a.md as markup: {SCRIPT}"]
    assert found(SCRIPT, summary=SCRIPT) == []
