"""A ledger comes back as it was, or not at all."""

import random
from pathlib import Path

import pytest

from plugins.engine.pages.ledger import BESIDE, Entry, Ledger, Shelf
from plugins.engine.pages.look import Look

FILES = {
    "index.html": Entry("1a", (10, 1_700_000_000_123_456_789), "2b", ("articles", "\0feed")),
    "index.html.br": Entry("3c", (5, 1), BESIDE),
    "ä/ö.html": Entry("4d", (0, 0), "", ("articles",)),
}
LOOK = Look(("environment", "day"), ((Path("/content"), {"a.md": "5e"}), (Path("/théme"), {})))
LEDGER = Ledger(FILES, LOOK.digest, "said\n", 12.5, LOOK)


@pytest.fixture
def shelf(tmp_path):
    """Give a folder of ledgers with one."""
    found = Shelf(tmp_path / "ledgers")
    found.keep(LEDGER, ())
    return found


def test_what_was_kept_is_there(shelf):
    assert shelf.ledger(LEDGER.site) == LEDGER


def test_only_the_last_and_those_wanted_are_kept(shelf, tmp_path):
    second, third = Ledger({"a": Entry("1", (1, 1))}), Ledger({"b": Entry("2", (1, 1))})
    shelf.keep(second, [LEDGER.site])
    shelf.keep(third, [second.site])
    assert shelf.ledger(LEDGER.site) == Ledger()
    assert shelf.ledger(second.site) == second
    assert len(list((tmp_path / "ledgers").iterdir())) == 2


def test_a_site_is_known_by_its_paths_and_bytes_alone():
    same = Ledger({path: Entry(one.sha256, (1, 1)) for path, one in reversed(FILES.items())})
    assert same.site == LEDGER.site
    assert Ledger({**FILES, "b": Entry("5", (1, 1))}).site != LEDGER.site


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b'{"format": 3}', b"\xff\xfe", b"{" * 9999])
def test_anything_else_is_an_empty_one(shelf, tmp_path, data):
    (tmp_path / "ledgers" / f"{LEDGER.site}.json").write_bytes(data)
    assert shelf.ledger(LEDGER.site) == Ledger()
    assert shelf.ledger("missing") == Ledger()


def test_damage_never_makes_another_site_of_it(shelf, tmp_path):
    file = tmp_path / "ledgers" / f"{LEDGER.site}.json"
    whole, chance = file.read_bytes(), random.Random(1)  # noqa: S311 (the same damage each time)
    for _ in range(300):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.2 else data)
        found = shelf.ledger(LEDGER.site)
        assert {path: one.sha256 for path, one in found.files.items()} in ({}, LEDGER.digests)
        assert found.inputs in {"", found.look.digest}
