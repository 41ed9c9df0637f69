"""Things whose parts are made late: to all who use them, like any other."""

from dataclasses import dataclass, replace

import pytest

from plugins.desk.kept.postponed import ReadLater, postponed


@dataclass(frozen=True)
class Item:
    name: str
    text: str
    length: int = 0


@dataclass(frozen=True, slots=True)
class Small:
    name: str
    text: str


@pytest.fixture
def asked():
    """Keep how often the rest was asked for."""
    return []


@pytest.fixture(params=[Item, Small])
def item(request, asked):
    def rest():
        asked.append(1)
        return {"text": "long"}

    known = {"name": "a"} | ({"length": 4} if request.param is Item else {})
    return postponed(request.param, known, rest)


def test_what_is_known_is_there_at_once(item, asked):
    assert item.name == "a"
    assert not asked


def test_the_rest_is_asked_for_once(item, asked):
    assert (item.text, item.text) == ("long", "long")
    assert asked == [1]


def test_it_is_like_any_other(item):
    kind = item.__class__
    plain = kind(*("a", "long", 4)[: len(kind.__dataclass_fields__)])
    assert kind in {Item, Small}
    assert isinstance(item, kind)
    assert item == plain
    assert plain == item
    assert hash(item) == hash(plain)
    assert repr(item) == repr(plain)
    assert replace(item, name="b") == replace(plain, name="b")
    assert type(replace(item, name="b")) is kind


def test_an_attribute_that_its_kind_does_not_have_asks_for_nothing(item, asked):
    with pytest.raises(AttributeError, match=r"object has no attribute 'title'$"):
        _ = item.title
    assert not asked


def test_a_dictionary_reads_each_value_once_and_only_when_asked():
    read = []

    def double(value):
        read.append(value)
        return value * 2

    found = ReadLater({"a": 1, "b": 2}, double)
    assert ("a" in found, "c" in found, len(found), list(found)) == (True, False, 2, ["a", "b"])
    assert not read
    assert (found["b"], found.get("b"), found.get("c")) == (4, 4, None)
    assert read == [2]
    assert found == {"a": 2, "b": 4}
    with pytest.raises(KeyError):
        _ = found["c"]
