"""`check --grades`: a table of how hard each page reads."""

from plugins.desk.grades import graded_pages
from tests.desk.spoiling import copy_base, write

EASY = "We put a warm pack on the sore knee. It helps some people. " * 3
HARD = "Musculoskeletal rehabilitation necessitates interdisciplinary cooperation of professionals. " * 5


def test_the_hardest_page_comes_first_and_short_texts_and_broken_files_do_not(tmp_path):
    content = copy_base(tmp_path)
    write(content, "pages/easy.md", f"---\ntitle: Easy\nsummary: Easy.\n---\n{EASY}\n")
    write(content, "procedures/hard.md", f"---\ntitle: Hard\ncategory: Hard\nsummary: H.\n---\n{HARD}\n")
    write(content, "pages/broken.md", f"---\ntitle: [\n---\n{HARD}\n")

    pages = graded_pages(content, "content")

    assert [path for path, _ in pages] == ["content/procedures/hard.md", "content/pages/easy.md"]
    assert [grade.words for _, grade in pages] == [35, 39]


def test_the_table_is_printed_beside_the_report_and_changes_no_status(tmp_path, check):
    content = copy_base(tmp_path)
    write(content, "pages/easy.md", f"---\ntitle: Easy\nsummary: Easy.\n---\n{EASY}\n")

    done = check(tmp_path, "--grades")

    assert done.stderr == "nothing stands in the way of a build\n"
    assert [line.split() for line in done.stdout.splitlines() if "easy" in line] == [
        ["pages/easy.md", "-0.3", "6.5", "1.08"]
    ]
    assert "Texts of fewer than 30 words have no grade." in done.stdout
    assert done.returncode == 0
