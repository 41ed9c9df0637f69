from plugins.procedures.decision_aid import verdicts
from plugins.procedures.decision_aid.points import POINTS
from tests.procedures.decision_aid.samples import PLAIN, subject
from tests.procedures.samples import repair

WITHOUT_FACTS = repair("new-rim"), repair("oil", approach="traditional")


def test_each_point_is_judged_once_in_its_order():
    assert [verdict.point for verdict in verdicts(subject())] == list(POINTS)
    assert len({point.id for point in POINTS}) == len(POINTS)


def test_nothing_is_judged_where_no_field_answers_a_question_of_a_decision():
    assert verdicts(subject(*WITHOUT_FACTS, fields=PLAIN)) == ()


def test_one_field_that_does_is_enough():
    fields = (*PLAIN[1:], subject().fields[0])

    assert len(verdicts(subject(*WITHOUT_FACTS, fields=fields))) == len(POINTS)
