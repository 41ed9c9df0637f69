"""Facts are remembered by what a file holds; a cache that is not as it was written is none."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.verify import Known, PageFacts, Rules, Site, cache, check_output

SITE = Site.of("https://example.org")
FACTS = PageFacts(
    links=("a.html", "b.html#x"), loads=("a.html",), ids="x y", inline=("<script>",), noindex=True
)
MANY = 100  # pages
KNOWN = {"a.html": ("00", FACTS), "b/ü.html": ("01", PageFacts(canonical="a.html"))}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "folder/facts.json"
    cache.save(path, SITE, KNOWN)
    return path


def test_what_was_kept_comes_back(file):
    assert cache.load(file, SITE) == KNOWN
    assert [path.name for path in file.parent.iterdir()] == ["facts.json"]


def test_another_site_has_other_facts(file):
    assert cache.load(file, Site.of("https://example.org/clinic")) == {}


@pytest.mark.parametrize("data", [b"", b"\n", b"null", b"\x80", b"[" * 100_000])
def test_foreign_content_is_a_miss_even_with_the_right_sum(tmp_path, data):
    file = tmp_path / "facts.json"
    for whole in (data, cache._digest(data, SITE) + b"\n" + data):  # noqa: SLF001 (the worst case)
        file.write_bytes(whole)
        assert cache.load(file, SITE) == {}


def test_a_missing_file_and_a_folder_are_misses(tmp_path):
    assert cache.load(tmp_path / "none", SITE) == {}
    assert cache.load(tmp_path, SITE) == {}
    assert cache.load(None, SITE) == {}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("")

    cache.save(tmp_path / "file/facts.json", SITE, KNOWN)

    assert cache.load(tmp_path / "file/facts.json", SITE) == {}


@given(place=st.integers(0, 10_000), change=st.integers(1, 255), cut=st.booleans())
def test_damage_is_a_miss(tmp_path_factory, place, change, cut):
    file = tmp_path_factory.getbasetemp() / "damaged.json"
    cache.save(file, SITE, KNOWN)
    data = bytearray(file.read_bytes())
    place %= len(data)
    if cut:
        del data[place:]
    else:
        data[place] ^= change
    file.write_bytes(data)

    assert cache.load(file, SITE) == {}


def test_unchanged_pages_are_not_read_again_and_others_are(tmp_path):
    """What is kept for bytes that are not there shows that the page was not looked at."""
    folder, kept = tmp_path / "output", tmp_path / "facts.json"
    folder.mkdir()
    (folder / "a.html").write_text("<a href=gone.html>")
    for number in range(MANY):
        (folder / f"{number}.html").write_text("")

    def told(**digests):
        return check_output(folder, Site.of(""), Rules(), Known(kept, digests)).total

    assert told() == 1
    assert told() == 1
    before = cache.load(kept, Site.of(""))
    (folder / "a.html").write_text("")
    assert told(**{"a.html": before["a.html"][0]}) == 1
    assert told() == 0
    (folder / "1.html").unlink()
    assert told() == 0


def test_what_is_kept_is_written_where_the_next_build_would_miss_many(tmp_path):
    """To write what is known of all pages takes longer than to read some anew."""
    folder, kept = tmp_path / "output", tmp_path / "facts.json"
    folder.mkdir()

    def known(pages, text):
        for number in range(pages):
            (folder / f"{number}.html").write_text(text)
        digests = {page.name: sha256(page.read_bytes()).hexdigest() for page in folder.iterdir()}
        check_output(folder, Site.of(""), Rules(), Known(kept, digests))
        return {digest for digest, _ in cache.load(kept, Site.of("")).values()}

    first = known(MANY, "")
    assert len(first) == 1
    assert known(MANY // 4, "<p>") == first
    assert len(known(MANY, "<b>")) == 1
    assert known(MANY, "<b>") != first
