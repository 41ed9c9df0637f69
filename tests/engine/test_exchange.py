"""The atomic exchange, asked directly."""

import pytest

from plugins.engine.exchange import exchange


def test_two_folders_change_names(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/from-a").touch()

    if not exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange")

    assert (tmp_path / "b/from-a").exists()
    assert not (tmp_path / "a/from-a").exists()


def test_a_real_trouble_is_raised_with_its_name(tmp_path):
    (tmp_path / "a").mkdir()

    with pytest.raises(FileNotFoundError, match="not-there"):
        exchange(tmp_path / "a", tmp_path / "not-there")


def test_what_the_system_cannot_do_is_answered_and_not_raised(tmp_path):
    """A folder cannot take the place of its own parent: the system says EINVAL, as for all it cannot."""
    (tmp_path / "a/b").mkdir(parents=True)

    assert not exchange(tmp_path / "a/b", tmp_path / "a")
