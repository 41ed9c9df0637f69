"""What was read before gives the same edition as reading anew, whatever has become of what was kept."""

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.examine import examine
from plugins.desk.kept import readings
from plugins.desk.one_file import BLOCKS, FileReader, kinds
from plugins.desk.resources import reading_store
from plugins.editorial.markdown_html import converter
from plugins.procedures import read_fields
from tests.desk.spoiling import BASE, copy_base, replaced

OURS = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def anew():
    """Our own content, read without any store."""
    return examine(OURS, "content")


@pytest.fixture(scope="module")
def caches(tmp_path_factory, anew):
    """Give a folder with all that was read of our content, by two processes."""
    folder = tmp_path_factory.mktemp("caches")
    assert examine(OURS, "content", store=reading_store(folder), jobs=2) == anew
    return folder


def refusing(*_):
    raise AssertionError("a file is read that was read before")


def test_a_second_run_reads_nothing_and_gives_the_same(anew, caches, monkeypatch):
    monkeypatch.setattr(FileReader, "read", refusing)
    again = examine(OURS, "content", store=reading_store(caches))
    assert again == anew
    assert (again.digests, again.heads) == (anew.digests, anew.heads)


@pytest.mark.parametrize("options", [{"public": True}, {"public": True, "withhold": True}])
def test_an_edition_for_the_public_is_the_same_too(caches, options):
    assert examine(OURS, "content", store=reading_store(caches), **options) == examine(
        OURS, "content", **options
    )


@pytest.mark.parametrize("seed", range(4))
def test_of_a_damaged_file_nothing_wrong_comes(anew, caches, tmp_path, seed):
    path = tmp_path / "reading.jsonl"
    data = bytearray((caches / "reading.jsonl").read_bytes())
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(20):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data[: chance.randrange(len(data))])
    assert examine(OURS, "content", store=reading_store(tmp_path)) == anew


def test_what_is_kept_of_each_file_is_all_that_was_read():
    fields = read_fields(OURS / "fields.yaml", "content/fields.yaml")
    reader = FileReader(fields, frozenset({"MRI"}), english=True, converter=converter(BLOCKS))
    for kind in kinds(fields):
        for path in sorted((OURS / kind.folder).glob("*.md")):
            read = reader.read(kind, str(path), path.read_bytes())
            entry, rest = readings.written(read, str(path))
            kept = readings.read(entry, lambda rest=rest: rest, str(path))
            assert kept == read
            assert type(kept.item.body) is not type(read.body)  # or it would not be read late


def test_a_day_that_has_not_come_is_refused_until_it_comes(tmp_path, monkeypatch):
    """And what was taken on a day is not taken by a clock that is set back."""
    content = copy_base(tmp_path)
    path = content / "procedures/cold.md"
    path.write_text(path.read_text().replace("category:", SIGNATURE, 1))
    store = reading_store(tmp_path)
    # Days since 1970: a signature of 2025-01-02 may be of tomorrow, where that has come on earth.
    for day, refused in ((20000, True), (20088, True), (20089, False), (20000, True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(day * 86400))
        edition = examine(content, "content", store=store)
        assert edition == examine(content, "content")  # its digests too, whenever a file was read
        assert any("in the future" in problem.message for problem in edition.problems) is refused


SIGNATURE = f"""\
reviewed_by: dr-lee
reviewed_on: 2025-01-02
fingerprint: 1-{"0" * 32}
category:"""


def test_what_took_long_is_read_again(tmp_path, monkeypatch):
    """A machine that was busy with something else must not have a file refused for good."""
    content = copy_base(tmp_path)
    monkeypatch.setattr("plugins.desk.one_file.READING_SECONDS", -1)
    store = reading_store(tmp_path)
    examine(content, "content", store=store)
    monkeypatch.setattr(FileReader, "read", refusing)
    with pytest.raises(AssertionError, match="is read that was read before"):
        examine(content, "content", store=store)


def test_an_item_has_another_digest_when_its_file_or_its_links_are_others(tmp_path):
    content = copy_base(tmp_path)
    before = examine(content, "content")
    (content / "procedures/cold.md").write_text("---\ntitle: Cold\n---\n")
    after = examine(content, "content")
    changed = {path for path, digest in before.digests.items() if after.digests[path] != digest}
    assert changed == {"procedures/cold.md"}
    assert before.shared == after.shared
    for path, item in after.items.items():
        assert item == before.items[path], "its links were checked, and none leads out"
    path = content / "procedures/heat.md"
    path.write_text(path.read_text().replace("title: Heat", "title: Heat\nstatus: draft"))
    public = examine(content, "content", public=True)
    changed = {path for path, digest in after.digests.items() if public.digests[path] != digest}
    assert changed == {"procedures/heat.md", "articles/warm-hands.md"}
    assert "href" not in public.posts["articles/warm-hands.md"].body.html


def test_what_is_shared_has_another_digest_when_one_of_its_files_is_another(tmp_path):
    content = copy_base(tmp_path)
    found = {examine(content, "content").shared, examine(content, "content", public=True).shared}
    for name in ("site", "people", "sources", "glossary", "fields"):
        with (content / f"{name}.yaml").open("a") as file:
            file.write("# a remark\n")
        found.add(examine(content, "content").shared)
    assert len(found) == 7


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "fields.yaml",
            "id: driving, label: Driving afterwards, type: yes_no",
            "id: driving, label: D, type: text",
        ),
        ("fields.yaml", "choices: [home, clinic, hospital]", "choices: [clinic]"),
        ("glossary.yaml", "TENS:", "MRI:\n  stands_for: a picture of soft parts\nTENS:"),
        ("site.yaml", "title:", "languages: [es]\ntitle:"),
        ("people.yaml", "dr-lee:", "dr-no:"),
        ("sources.yaml", "trial:", "trail:"),
    ],
)
def test_texts_are_judged_anew_by_a_file_at_the_top_that_has_changed(tmp_path, name, old, new):
    content = copy_base(tmp_path)
    article = content / "articles/warm-hands.md"
    article.write_text(article.read_text() + "\nAsk the people who took your picture about MRI.\n")
    store = reading_store(tmp_path)
    before = examine(content, "content", store=store)
    path = content / name
    path.write_text(replaced(path.read_text(), old, new))
    after = examine(content, "content", store=store)
    assert after == examine(content, "content")
    assert after != before


@st.composite
def edits(draw):
    """Draw what becomes of which file of the small clinic."""
    names = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.*") if path.suffix != ".png")
    return draw(st.sampled_from(names)), draw(st.sampled_from(CHANGES)), draw(st.integers(0, 30))


def without_a_line(path, number):
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:number] + lines[number + 1 :]))


def with_a_line_twice(path, number):
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[: number + 1] + lines[number:]))


def with_another_word(path, number):
    words = [
        "[@guide]",
        "status: draft",
        "MRI",
        "cold",
        "a cure",
        "{{ clinic.fax }}",
        "/procedures/cold/",
        ":",
    ]
    text = path.read_text()
    path.write_text(text[: number * 9] + words[number % len(words)] + text[number * 9 :])


def gone(path, _):
    path.unlink()


def renamed(path, number):
    path.rename(path.with_stem(f"{path.stem}-{number}"))


def copied(path, number):
    shutil.copy(path, path.with_stem(f"{path.stem}-{number}"))


CHANGES = [without_a_line, with_a_line_twice, with_another_word, gone, renamed, copied]


@settings(max_examples=15)
@given(st.lists(edits(), min_size=1, max_size=4))
def test_after_any_edits_the_edition_is_that_of_reading_anew(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("edited")
    content = copy_base(folder)
    for name, change, number in steps:
        if (content / name).exists():
            change(content / name, number)
        for options in ({}, {"public": True, "withhold": True}):
            kept = examine(content, "content", store=reading_store(folder), **options)
            assert kept == examine(content, "content", **options)
