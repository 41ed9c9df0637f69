from plugins.procedures.decision_aid import verdicts
from plugins.procedures.decision_aid.reporting import listed, page_problems, reasons, told
from tests.procedures.decision_aid.samples import FIELDS, PLAIN, POLICIES, subject, whole
from tests.procedures.samples import catalogue, page, repair

RIM, TYRE, OIL = whole(), whole("new-tyre"), whole("oil", "traditional")
NOT_BESIDE = """\
content/comparisons/rims.md:4:13: warning: no care without a procedure stands beside the procedures
    expected one of: {}"""
MEETS = "content/comparisons/rims.md:2:1: notice: as a decision aid it meets {} of 14 points: "
LACKS_IT = MEETS.format(13) + (
    "no-procedure: No care without a procedure stands beside; this site describes {}"
)


def said(asked, *procedures, fields=FIELDS, policies=POLICIES):
    found = catalogue(*procedures, comparisons=[page("rims", asked)], fields=fields)
    return [str(problem) for problem in page_problems(found.comparisons[0], found, policies)]


def test_a_page_that_meets_all_is_left_alone():
    assert said("procedures: [new-rim, oil]", RIM, TYRE, OIL) == []


def test_care_without_a_procedure_that_is_left_out_is_a_warning_and_the_rest_a_notice():
    assert said("procedures: [new-rim, new-tyre]", RIM, TYRE, OIL) == [
        NOT_BESIDE.format("oil"),
        LACKS_IT.format("Oil"),
    ]


def test_every_care_that_could_stand_beside_is_named():
    wax = whole("wax", "traditional")

    assert said("procedures: [new-rim, new-tyre]", RIM, TYRE, wax, OIL) == [
        NOT_BESIDE.format("oil, wax"),
        LACKS_IT.format("Oil, Wax"),
    ]


def test_one_care_without_a_procedure_is_enough():
    assert said("procedures: [new-rim, oil]", RIM, OIL, whole("wax", "traditional")) == []


def test_where_the_clinic_describes_none_there_is_only_the_notice():
    assert said("procedures: [new-rim, new-tyre]", RIM, TYRE) == [
        MEETS.format(13) + "no-procedure: This site describes no care without a procedure"
    ]


def test_reasons_come_in_the_order_of_the_points():
    assert said("procedures: [new-rim, oil]", RIM, OIL, policies=()) == [
        MEETS.format(12)
        + 'updates: site.yaml has no "policies: updates"; funding: site.yaml has no "policies: funding"'
    ]


def test_nothing_is_said_where_no_field_answers_a_question():
    procedures = repair("new-rim"), repair("new-tyre"), repair("oil", approach="traditional")

    assert said("procedures: [new-rim, new-tyre]", *procedures, fields=PLAIN) == []


def test_one_option_alone_is_not_judged_as_a_choice():
    assert said("procedures: [new-rim]", RIM, OIL) == []


def test_a_verdict_is_told_in_short():
    found = verdicts(subject(policies=("updates",)))

    assert told(found) == "13 of 14 points"
    assert reasons([one for one in found if one.missing]) == 'funding: site.yaml has no "policies: funding"'


def test_pages_and_pairs_are_listed_with_their_addresses():
    rim = whole(but={"modified: 2026-01-02\n": "modified: 2026-01-02\ncompare_with: [new-tyre, oil]\n"})
    undated = whole("new-chain", but={"modified: 2026-01-02\n": ""})
    found = catalogue(
        rim, TYRE, OIL, undated, comparisons=[page("rims", "procedures: [new-rim, new-tyre]")], fields=FIELDS
    )

    rows = [(address, told(judged)) for address, judged in listed(found, POLICIES)]

    assert rows == [
        ("compare/rims/", "13 of 14 points"),
        ("compare/new-rim-vs-new-tyre/", "14 of 14 points"),  # with the care that one of them declares
        ("compare/new-rim-vs-oil/", "14 of 14 points"),
    ]
