"""A store gives back what was put, or nothing: whatever has happened to its file."""

import fcntl
import hashlib
import json
import logging
import os
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.store import SMALL, Store

KEYS = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(4)]
PAYLOADS = st.binary(max_size=40).map(lambda data: json.dumps(data.decode("latin-1")).encode())
PUTS = st.lists(st.tuples(st.sampled_from(KEYS), PAYLOADS), min_size=1, max_size=8)
OLD, NEW = b'"the last but one"', b'"the last"'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "reading.jsonl"


def opened(path, version="1", **more):
    return Store.open(path, version=version, **more)


def filled(path, puts, **more):
    """Save each of `puts` by a run of its own."""
    for key, payload in puts:
        store = opened(path, **more)
        store.put(key, payload)
        store.save()


def test_gives_what_was_put_last_in_this_run_and_in_the_next(path):
    store = opened(path)
    store.put(KEYS[0], OLD)
    store.put(KEYS[0], NEW)
    assert store.get(KEYS[0]) == NEW
    assert store.get(KEYS[1]) is None
    store.save()
    store = opened(path)
    assert store.get(KEYS[0]) == NEW
    assert KEYS[0] in store
    assert KEYS[1] not in store


def test_what_is_saved_twice_is_written_once(path):
    store = opened(path)
    store.put(KEYS[0], NEW)
    store.save()
    size = path.stat().st_size
    store.save()
    assert path.stat().st_size == size
    assert store.get(KEYS[0]) == NEW


def test_without_a_path_keeps_what_is_put_until_the_end_of_the_run():
    store = Store()
    store.put(KEYS[0], NEW)
    store.save()
    assert store.get(KEYS[0]) == NEW


@pytest.mark.parametrize(("key", "payload"), [("short", b"1"), (KEYS[0], b"1\n2"), (KEYS[0] + "\n", b"1")])
def test_refuses_what_no_line_can_hold(key, payload):
    with pytest.raises(ValueError, match="not a SHA-256 in hexadecimal and JSON in one line"):
        Store().put(key, payload)


def test_nothing_of_another_version_is_used(path):
    filled(path, [(KEYS[0], OLD)])
    other = opened(path, version="2")
    assert other.get(KEYS[0]) is None
    other.put(KEYS[1], NEW)
    other.save()
    assert opened(path).get(KEYS[0]) is None
    assert opened(path, version="2").get(KEYS[1]) == NEW


@st.composite
def damages(draw):
    """Draw a function from bytes to other bytes: flipped, cut, repeated, put together, or foreign."""
    at, other = draw(st.integers(0, 2000)), draw(st.integers(0, 2000))
    piece = draw(st.binary(min_size=1, max_size=30))
    return draw(
        st.sampled_from(
            [
                lambda data: data[:at] + bytes([data[at % len(data)] ^ (1 + other % 255)]) + data[at + 1 :],
                lambda data: data[: at % len(data)],
                lambda data: data[at % len(data) :],
                lambda data: data[:at] + piece + data[at:],
                lambda data: data[:at] + data[other:],
                lambda data: data + data,
                lambda data: data[:at] + data,
                lambda _data: piece,
                lambda _data: b"",
            ]
        )
    )


@settings(deadline=None)
@given(puts=PUTS, damage=damages(), more=PUTS)
def test_gives_what_was_put_or_nothing_whatever_the_damage(tmp_path_factory, puts, damage, more):
    path = tmp_path_factory.mktemp("store") / "damaged.jsonl"
    filled(path, puts)
    path.write_bytes(damage(path.read_bytes()))
    store = opened(path)
    assert all(store.get(key) in {None, *(payload for name, payload in puts if name == key)} for key in KEYS)
    filled(path, more)
    last = dict(more)
    assert {key: opened(path).get(key) for key in last} == last


def test_a_payload_under_the_key_of_another_is_none(path):
    filled(path, [(KEYS[0], OLD), (KEYS[1], NEW)])
    path.write_text(path.read_text().replace(KEYS[0], KEYS[2]))
    assert opened(path).get(KEYS[2]) is None


def folder(path):
    path.mkdir(parents=True)


def pipe(path):
    path.parent.mkdir(parents=True)
    os.mkfifo(path)


def link(path):
    """Link to a store: what lies elsewhere is not ours to read or to write."""
    elsewhere = path.parent.parent / "elsewhere.jsonl"
    filled(elsewhere, [(KEYS[0], OLD)])
    path.parent.mkdir(parents=True)
    path.symlink_to(elsewhere)


def circle(path):
    path.parent.mkdir(parents=True)
    path.symlink_to(path)


@pytest.mark.parametrize("make", [folder, pipe, link, circle])
def test_what_is_no_file_of_ours_is_missing_and_no_error(path, make):
    make(path)
    store = opened(path)
    assert store.get(KEYS[0]) is None
    store.put(KEYS[1], NEW)
    store.save()
    assert store.get(KEYS[1]) == NEW
    if make is not folder:
        assert opened(path).get(KEYS[1]) == NEW
    if make is link:
        assert path.parent.with_name("elsewhere.jsonl").read_text().count("\n") == 2


@pytest.mark.parametrize("place", ["/proc/cache/reading.jsonl", "/dev/null/reading.jsonl"])
def test_where_nothing_can_be_written_the_run_goes_on_and_says_so_once(place, tmp_path, caplog):
    store = opened(tmp_path / place)
    for key in KEYS:
        store.put(key, NEW)
        store.save()
    assert all(store.get(key) == NEW for key in KEYS)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith(f"{place}: ")
    assert record.getMessage().endswith("; the next run will be slower")


def test_a_write_that_was_cut_short_costs_its_own_entry_alone(path):
    filled(path, [(KEYS[0], OLD), (KEYS[1], OLD)])
    os.truncate(path, path.stat().st_size - 5)
    filled(path, [(KEYS[2], NEW)])
    store = opened(path)
    assert [store.get(key) for key in KEYS[:3]] == [OLD, None, NEW]


def test_stays_within_its_limit_and_loses_what_was_used_least_recently(path):
    payload = b'"%s"' % (b"x" * SMALL)
    filled(path, [(key, payload) for key in KEYS], limit=3 * SMALL)
    assert [key in opened(path) for key in KEYS] == [False, False, False, True]


def test_keeps_what_this_run_used_even_over_the_limit(path):
    payload = b'"%s"' % (b"x" * SMALL)
    store = opened(path, limit=SMALL)
    for key in KEYS[:2]:
        store.put(key, payload)
    store.save()
    assert [key in opened(path) for key in KEYS] == [True, True, False, False]


def test_throws_away_what_is_not_used_once_it_is_more_than_half(path):
    large = b'"%s"' % (b"x" * SMALL)
    filled(path, [(KEYS[0], OLD)])
    store = opened(path)
    store.put(KEYS[1], large)
    store.put(KEYS[2], large)
    store.save()
    store = opened(path)
    assert store.get(KEYS[0]) == OLD
    store.put(KEYS[3], NEW)
    store.save()
    assert [opened(path).get(key) for key in KEYS] == [OLD, None, None, NEW]
    assert path.stat().st_size < 1000


def test_many_entries_are_written_along_the_way(path):
    large = b'"%s"' % (b"x" * 6_000_000)
    store = opened(path)
    for key in KEYS:
        store.put(key, large)
    assert path.stat().st_size > 18_000_000
    assert all(store.get(key) == large for key in KEYS)


WRITER = """
import sys
from pathlib import Path
from plugins.engine.store import Store
name = sys.argv[2]
for number in range(20):
    store = Store.open(Path(sys.argv[1]), version="1")
    key = f"{name}{number:063}"
    store.put(key, b'"%d"' % number)
    store.put(f"{name}{'f' * 63}", b'"%s"' % (b"x" * 4_000_000))
    store.save()
    assert store.get(key) == b'"%d"' % number
"""


def test_two_builds_may_use_it_at_the_same_time(path):
    """And throw away what none of them uses."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name], stderr=subprocess.PIPE) for name in "ab"
    ]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * 2
    store = opened(path)
    for name in "ab":
        found = [store.get(f"{name}{number:063}") for number in range(20)]
        assert all(payload in {None, b'"%d"' % number} for number, payload in enumerate(found))
    assert any(store.get(f"{name}{19:063}") for name in "ab")
    assert path.stat().st_size < 2 * SMALL


def test_one_build_at_a_time_writes(path):
    filled(path, [(KEYS[0], OLD)])
    before = path.read_bytes()
    other = threading.Thread(target=filled, args=(path, [(KEYS[1], NEW)]))
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        other.start()
        other.join(0.2)  # as long as nothing happens, there is nothing to wait for
        assert other.is_alive()
        assert path.read_bytes() == before
    other.join()
    assert [opened(path).get(key) for key in KEYS[:2]] == [OLD, NEW]
