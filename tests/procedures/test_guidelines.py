import pytest

from plugins.procedures.guidelines import disagree, in_order, summary
from tests.procedures.samples import repair


def positions(*said):
    lines = [
        f"  - {{body: {body}, year: 2016, kind: {kind}, says: {says}, about: rims, source: guild}}"
        for body, kind, says in said
    ]
    return repair("a", "\n".join(["guidelines:", *lines])).guidelines


FOR = ("The Guild", "guideline", "for")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("The Club", "guideline", "against"), True),
        (("The Club", "society position", "only in trials"), True),
        (("The Club", "government report", "against"), True),
        (("The Club", "guideline", "for with conditions"), False),
        (("The Club", "guideline", "no recommendation"), False),
        (("The Club", "evidence review", "against"), False),
        (("The Club", "payer policy", "against"), False),
        (("The Guild", "guideline", "against"), False),
    ],
)
def test_two_bodies_that_advise_and_stand_on_opposite_sides_disagree(other, expected):
    assert disagree(positions(FOR, other)) is expected


def test_the_summary_counts_every_side():
    said = positions(FOR, ("A", "guideline", "against"), ("B", "guideline", "for"))

    assert summary(said) == "Guidelines disagree: 2 for, 1 against"
    assert summary(positions(FOR)) == "1 for"
    assert summary(()) == ""


def test_those_in_favor_stand_first_and_equal_ones_keep_their_order():
    said = positions(("A", "guideline", "against"), ("B", "guideline", "for"), ("C", "guideline", "for"))

    assert [position.body for position in in_order(said)] == ["B", "C", "A"]
