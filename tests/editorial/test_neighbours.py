"""Articles around an article."""

from collections import Counter
from functools import reduce
from math import log
from operator import add
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from plugins.editorial.neighbours import MOST_LABELS, RELATED, neighbours


def article(name, category, *tags):
    return SimpleNamespace(
        name=name,
        category=SimpleNamespace(url=f"topics/{category}/"),
        tags=[SimpleNamespace(url=f"tags/{tag}/") for tag in tags],
    )


def names(found):
    return [one.name for one in found]


ARTICLES = st.lists(
    st.builds(
        lambda category, tags: article("", category, *tags),
        st.sampled_from("xy"),
        st.sets(st.sampled_from("abcde")),
    )
)


def test_what_few_share_counts_more_than_what_many_share():
    articles = [
        article("one", "x", "common", "rare"),
        article("two", "z", "common"),
        article("three", "y", "common"),
        article("four", "y", "common", "rare"),
        article("five", "y"),
    ]
    (_, first), *_ = neighbours(articles)

    assert names(first.related) == ["four", "two", "three"]
    assert (first.newer, first.older.name) == (None, "two")


def test_what_all_share_makes_nobody_related():
    (_, first), (_, last) = neighbours([article("one", "x", "a"), article("two", "x", "a")])

    assert (first.related, last.related) == ((), ())
    assert (first.older.name, last.newer.name, last.older) == ("two", "one", None)


def test_of_equals_the_newer_comes_first():
    articles = [article(str(n), "x", "a") for n in range(5)] + [article("other", "y")]
    found = {one.name: around for one, around in neighbours(articles)}

    assert names(found["2"].related) == ["0", "1", "3"]


@given(ARTICLES)
def test_related_are_those_whose_common_labels_weigh_most(articles):
    labels = [(one.category.url, *(tag.url for tag in one.tags)) for one in articles]
    having = Counter(label for some in labels for label in some)
    weight = {label: log(len(articles) / count) for label, count in having.items()}
    for at, (_, around) in enumerate(neighbours(articles)):
        scores = [-reduce(add, (weight[one] for one in labels[at] if one in some), 0.0) for some in labels]
        best = sorted((score, other) for other, score in enumerate(scores) if other != at and score < 0)

        assert [id(one) for one in around.related] == [id(articles[other]) for _, other in best[:RELATED]]


def test_of_many_labels_the_rarest_are_compared():
    many = [f"tag{number}" for number in range(MOST_LABELS)]
    articles = [article("one", "x", *many, "rare"), article("two", "y", "rare"), article("three", "x", *many)]
    (_, first), *_ = neighbours([*articles, article("four", "x", "tag0")])

    assert names(first.related) == ["three", "two"]


@given(ARTICLES)
def test_nobody_is_their_own_neighbour_and_no_list_is_long(articles):
    for one, around in neighbours(articles):
        assert len(around.related) <= RELATED
        assert all(other is not one for other in (*around.related, around.newer, around.older))
