"""The cache gives what was put in, or nothing."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.media.cache import Cache, key


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def unused():
    pytest.fail("made anew what is in the cache")


@given(st.binary(), st.binary(), st.text())
def test_a_cache_equals_no_cache(tmp_path_factory, data, made, setting):
    folder = tmp_path_factory.mktemp("cache")
    name = key(data, setting)

    assert Cache(folder).kept(name, lambda: made) == made
    assert Cache(folder).kept(name, unused) == made


@given(st.binary(max_size=80), st.data())
def test_no_damage_to_an_entry_is_ever_given_out(tmp_path_factory, made, data):
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.kept("a" * 64, lambda: made)
    path = cache.folder / ("a" * 64)
    path.write_bytes(data.draw(st.binary(max_size=120)))

    assert cache.kept("a" * 64, lambda: made) == made
    assert Cache(cache.folder).kept("a" * 64, unused) == made


def test_an_entry_under_the_name_of_another_is_not_given_out(cache):
    cache.kept("one", lambda: b"1")
    (cache.folder / "one").rename(cache.folder / "two")

    assert cache.kept("two", lambda: b"2") == b"2"


def test_other_bytes_and_other_settings_have_another_key():
    keys = [key(b"a"), key(b"b"), key(b"a", 1), key(b"a", "1"), key(b"a", 1, 2), key(b"a", (1, 2))]

    assert len(set(keys)) == len(keys)


def test_what_was_not_used_for_longest_goes_first_and_what_was_used_stays(tmp_path):
    before = Cache(tmp_path)
    for day, name in enumerate(["used", "old", "older", "new"]):
        before.kept(name, lambda: bytes(100))
        os.utime(tmp_path / name, (day, day))
    os.utime(tmp_path / "older", (0, 0))
    cache = Cache(tmp_path, most=300)
    cache.kept("used", unused)
    cache.prune()
    assert names(tmp_path) == ["new", "used"]

    Cache(tmp_path, most=0, used={"used"}).prune()
    assert names(tmp_path) == ["used"]


def test_a_cache_that_is_small_enough_stays_as_it_is(cache):
    cache.kept("one", lambda: b"1")
    Cache(cache.folder).prune()

    assert names(cache.folder) == ["one"]


def test_where_nothing_was_ever_kept_nothing_is_pruned(cache):
    cache.prune()

    assert not cache.folder.exists()


def test_nothing_is_left_of_what_could_not_be_made(cache):
    with pytest.raises(ZeroDivisionError):
        cache.kept("one", lambda: bytes(1 // 0))

    assert cache.kept("one", lambda: b"1") == b"1"
    assert names(cache.folder) == ["one"]
