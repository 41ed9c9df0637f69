"""Records by key: one bad record does not hide the others."""

import pytest

from plugins.editorial.shelf import read_shelf
from plugins.frontmatter.readers import text


@pytest.fixture
def shelf(tmp_path):
    def read(source):
        (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
        return read_shelf(tmp_path / "a.yaml", "a.yaml", lambda entry: text(entry.value))

    return read


def test_good_records_stay_beside_bad_ones(shelf):
    found = shelf("one: 1\ntwo: [2]\nthree: 3\n")

    assert found.records == {"one": "1", "three": "3"}
    assert {key: str(place) for key, place in found.broken.items()} == {"two": "a.yaml:2:1"}
    assert [str(problem) for problem in found.problems] == [
        "a.yaml:2:6: two: a list where a text belongs\n    expected a text"
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("- a", "1:1: a list where keys with values belong\n    expected key: {...} entries"),
        ("", "1:1: nothing where keys with values belong\n    expected key: {...} entries"),
        ("a: 1\na: 2", '2:1: "a" is given twice (first in line 1)\n    expected it once'),
    ],
)
def test_a_file_of_another_shape_has_no_records(shelf, source, message):
    found = shelf(source)

    assert (found.records, found.broken) == ({}, {})
    assert [str(problem) for problem in found.problems] == [f"a.yaml:{message}"]


def test_a_missing_file_has_no_records(tmp_path):
    found = read_shelf(tmp_path / "no.yaml", "no.yaml", text)

    assert found.records == {}
    assert [str(p) for p in found.problems] == [
        "no.yaml: the file is missing\n    expected a text file of this name"
    ]
