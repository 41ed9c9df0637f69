"""`python -m plugins.desk check`: its options, its status, and the order of what it says."""

import pytest

from tests.desk.spoiling import copy_base, swap, write

WORDS_WITHOUT_SOURCE = {"time: about 10 minutes [@trial]": "feeling: cold"}
NOT_FILLED_IN = {"020 7946 0000": "555-0100"}
WARNING = """\
content/procedures/cold.md:6:12: warning: facts.feeling: no source
    expected [@key] after the value, or sources: [key]
"""
NOTICE = """\
content/site.yaml:4:10: notice: clinic.phone is not yet filled in
    expected the clinic's own value
"""


@pytest.fixture
def content(tmp_path):
    return copy_base(tmp_path)


def test_a_warning_alone_does_not_fail(content, check):
    swap(content, "procedures/cold.md", WORDS_WITHOUT_SOURCE)

    done = check(content.parent)

    assert done.stderr == f"{WARNING}1 warning in 1 file; nothing stands in the way of a build\n"
    assert done.returncode == 0


def test_a_warning_fails_a_strict_check(content, check):
    swap(content, "procedures/cold.md", WORDS_WITHOUT_SOURCE)

    done = check(content.parent, "--strict")

    assert done.stderr == f"{WARNING}1 warning in 1 file; publish would refuse\n"
    assert done.returncode == 1


def test_a_notice_never_fails(content, check):
    swap(content, "site.yaml", NOT_FILLED_IN)

    done = check(content.parent, "--strict")

    assert done.stderr == f"{NOTICE}1 notice in 1 file; nothing stands in the way of a build\n"
    assert done.returncode == 0


def test_a_source_that_no_page_cites_is_a_notice(content, check):
    swap(content, "procedures/heat.md", {" [@guide]": "", "    source: guide": "    source: trial"})

    done = check(content.parent, "--strict")

    assert done.stderr == (
        'content/sources.yaml:7:1: notice: source "guide" is not used\n'
        "1 notice in 1 file; nothing stands in the way of a build\n"
    )
    assert done.returncode == 0


def test_all_kinds_of_problems_come_in_the_order_of_files_and_lines_and_are_counted_by_kind(content, check):
    swap(content, "procedures/cold.md", WORDS_WITHOUT_SOURCE)
    swap(content, "site.yaml", NOT_FILLED_IN)
    swap(content, "pages/about.md", {"title: About": "titel: About", "We are": "We are [@nobody]"})

    done = check(content.parent)

    assert done.stderr == (
        'content/pages/about.md:2:1: unknown key "titel"\n'
        "    expected keys: title, slug, summary, status, written_by, reviewed_by, reviewed_on, "
        'fingerprint, review_every; did you mean "title"?\n'
        'content/pages/about.md:5:10: source "nobody" is not in content/sources.yaml\n'
        "    expected a key of that file\n"
        f"{WARNING}{NOTICE}"
        "2 problems, 1 warning, 1 notice in 3 files; publish would refuse\n"
    )
    assert done.returncode == 1


def test_lines_come_in_the_order_of_numbers_not_of_letters(content, check):
    swap(content, "articles/warm-hands.md", {"title: Warm hands": "titel: Warm", "[heat, cold]": "[heat, x]"})

    done = check(content.parent)

    places = [line.split(": ")[0] for line in done.stderr.splitlines() if line.startswith("content/")]
    assert places == ["content/articles/warm-hands.md:2:1", "content/articles/warm-hands.md:17:24"]


def test_what_lies_under_almost_the_right_name_is_a_warning_since_nothing_reads_it(content, check):
    (content / "pages").rename(content / "page")
    write(content, "Images/knee.png", "")
    write(content, "source.yaml", "")
    write(content, "notes/one.md", "a folder that is like none of ours")

    done = check(content.parent)

    assert done.stderr == (
        'content/Images: warning: is not read\n    expected the name "images"\n'
        'content/page: warning: is not read\n    expected the name "pages"\n'
        'content/source.yaml: warning: is not read\n    expected the name "sources.yaml"\n'
        "3 warnings in 3 files; nothing stands in the way of a build\n"
    )
    assert done.returncode == 0


def test_a_clinic_without_articles_pages_comparisons_comments_and_images_is_right(tmp_path, check):
    content = copy_base(tmp_path)
    for folder in ("articles", "pages", "comparisons", "comments", "images"):
        (content / folder).rename(tmp_path / folder)

    done = check(tmp_path, "--strict")

    assert done.stderr == "nothing stands in the way of a build\n"
    assert done.returncode == 0


def test_what_file_managers_leave_behind_is_no_content(content, check):
    for name in (".DS_Store", "Thumbs.db", "heat.md~"):
        write(content, f"procedures/{name}", "\0")

    done = check(content.parent, "--strict")

    assert done.stderr == "nothing stands in the way of a build\n"


@pytest.mark.parametrize("name", ["contents", "content/site.yaml"])
def test_a_folder_that_is_none_is_said(content, check, name):
    done = check(content.parent, content=name)

    assert done.stderr == f"{name}: no such folder\n    expected the content folder, like content\n"
    assert done.returncode == 1


def test_paths_are_given_in_full_for_a_folder_that_lies_elsewhere(content, tmp_path, check):
    (tmp_path / "elsewhere").mkdir()
    (content / "people.yaml").unlink()

    done = check(tmp_path / "elsewhere", content="../content")

    assert done.stderr.startswith(f"{content.resolve()}/people.yaml: the file is missing\n")
    assert done.returncode == 1


def test_a_content_folder_behind_a_link_is_the_users_own_choice(content, tmp_path, check):
    (tmp_path / "ours").symlink_to(content)

    done = check(tmp_path, content="ours")

    assert done.stderr == "nothing stands in the way of a build\n"


def test_checking_content_does_not_load_pelican(content, check, monkeypatch):
    """Loading it takes longer than a check of a small site."""
    monkeypatch.setenv("PYTHONVERBOSE", "1")

    done = check(content.parent)

    assert "import 'plugins.desk.examine'" in done.stderr
    assert "import 'pelican" not in done.stderr
