"""Two repairs and what they are judged by: together they meet every point."""

from plugins.procedures import compare
from plugins.procedures.decision_aid import Subject
from tests.procedures.samples import field, repair

FIELDS = (
    field("method", "text", decision_aid="experience"),
    field("held", "frequency", decision_aid="benefit"),
    field("left_alone", "text", decision_aid="without treatment"),
    field("counted", "text", decision_aid="uncertainty"),
    field("visits", "count", unit="in all"),
)
PLAIN = tuple(field(one.id, one.type_name) for one in FIELDS[:-1])  # the same that answer no question
POLICIES = ("updates", "funding")
WHOLE = """\
modified: 2026-01-02
facts:
  method: By hand [@guild]
  held: {value: 9 in 100, compared_with: sham, when: 1 year, population: tandems, sources: [guild]}
  left_alone: It rusts [@guild]
  counted: Few rims were counted [@guild]
  visits: 3 [@guild]
risks:
  - effect: A fall
    how_often: {value: 2 in 100, population: tandems, sources: [guild]}
    within: 1 week
    serious: true
"""
RISKS = WHOLE[WHOLE.index("risks:") :]


def whole(slug="new-rim", approach="interventional", *, but=()):
    """Read a repair that says all that is asked, with each text that is a key of `but` replaced."""
    text = WHOLE
    for old, new in dict(but).items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return repair(slug, text, approach=approach, fields=FIELDS)


def subject(*options, wanted=(), fields=FIELDS, policies=POLICIES, elsewhere=()):
    """Give a comparison of `options`, by default of two that leave nothing out."""
    options = options or (whole(), whole("oil", "traditional"))
    return Subject(compare("Repairs", options, fields, wanted), fields, policies, elsewhere)


def beside(*, but):
    """Give a comparison of a repair that says less with one that says all."""
    return subject(whole(but=but), whole("oil", "traditional"))
