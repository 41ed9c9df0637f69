import datetime

import pytest

from plugins.editorial import Body
from plugins.procedures import read_procedure
from plugins.procedures.model import Missing
from tests.procedures.samples import BY_ID, FIELDS, PATH, document, page, refusal, repair

WHOLE = """\
title: True a wheel
slug: wheel
also_called: [wheel truing]
category: Wheels
approach: traditional
summary: It runs straight.
compare_with: [new-rim, new-wheel]
facts:
  time: 30 to 90 minutes [@guild]
risks:
  - effect: A broken spoke
    how_often: 2 in 100 [@guild]
    within: 1 week
    serious: false
  - {effect: A fall, how_often: not reported, serious: true}
guidelines:
  - body: The Guild
    year: 2016
    kind: guideline
    says: for with conditions
    strength: should
    about: rims of metal
    summary: In small steps.
    note: No carbon.
    source: guild
  - {body: The Club, year: not shown, says: against, about: carbon rims, source: [club, maker]}
status: draft
written_by: ann
reviewed_by: bea
reviewed_on: 2026-02-03
fingerprint: 1-0123456789abcdef0123456789abcdef
"""


def read(header):
    return read_procedure(document(header), Body("<p>Text</p>"), FIELDS)


def test_a_procedure_has_all_that_its_file_says():
    found = read(WHOLE)

    assert (found.path, found.slug, found.title) == (PATH, "wheel", "True a wheel")
    assert (found.also_called, found.category, found.approach) == (
        ("wheel truing",),
        "Wheels",
        "traditional",
    )
    assert (found.summary, found.status, found.body.html) == ("It runs straight.", "draft", "<p>Text</p>")
    assert [(slug, place.line, place.column) for slug, place in found.compare_with] == [
        ("new-rim", 8, 16),
        ("new-wheel", 8, 25),
    ]
    assert list(found.facts) == ["time"]
    assert found.byline.written_by[0] == "ann"
    assert found.byline.reviewed_by[0] == "bea"
    assert found.byline.reviewed_on == datetime.date(2026, 2, 3)


def test_risks_say_what_how_often_and_within_what_time():
    minor, serious = read(WHOLE).risks

    assert (minor.effect, minor.serious, minor.how_often.sources[0].key) == ("A broken spoke", False, "guild")
    assert BY_ID["held"].type.show(minor.how_often.value) == "2 in 100"
    assert BY_ID["time"].type.show(minor.within) == "1 week"
    assert (serious.how_often.value, serious.within, serious.serious) == (Missing.NOT_REPORTED, None, True)


def test_guidelines_say_who_what_and_about_whom():
    one, other = read(WHOLE).guidelines

    assert (one.title, one.kind, one.says, one.strength) == (
        "The Guild 2016",
        "guideline",
        "for with conditions",
        "should",
    )
    assert (one.about, one.summary, one.note) == ("rims of metal", "In small steps.", "No carbon.")
    assert other.title == "The Club"
    assert [citation.key for citation in other.sources] == ["club", "maker"]


def test_what_is_not_said_has_a_default():
    found = repair("new-chain")

    assert (found.slug, found.approach, found.status) == ("new-chain", "", "published")
    assert (found.also_called, found.compare_with, found.facts) == ((), (), {})
    assert (found.risks, found.guidelines) == ((), ())
    assert (found.byline.written_by[0], found.byline.reviewed_by) == ("editorial-team", None)


def test_a_fact_that_is_not_mentioned_has_no_data():
    (finding,) = repair().fact("time")

    assert finding.value is Missing.NO_DATA
    assert finding.value.words == "No data"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title:", '2:1: "title" is empty\n    expected a value'),
        (
            "approach: surgical",
            'approach: "surgical" is not a choice\n    expected one of: interventional, traditional',
        ),
        ("compare_with: new-rim", 'compare_with: "new-rim" where a list belongs'),
        ("compare_with: [new-rim, new-rim]", 'compare_with: "new-rim" is listed twice'),
        ("compare_with: [New Rim]", 'compare_with[1]: "New Rim" cannot be an address'),
        ("tme: 1 hour", 'unknown key "tme"'),
        ("time: 1 hour", 'did you mean "facts.time"?'),
        ("risks: [{effect: A fall}]", 'risks[1]: "how_often" is missing'),
        (
            "risks: [{effect: A fall, how_often: 1 in 50, serious: false}]",
            'risks[1].how_often: "in 50" is not a denominator',
        ),
        (
            "risks: [{effect: A fall, how_often: not known, serious: maybe}]",
            'risks[1].serious: "maybe" is not a choice\n    expected one of: true, false',
        ),
        (
            "guidelines: [{body: B, year: 2999, says: for, about: all, source: a}]",
            (
                'guidelines[1].year: "2999" is not a year that has come\n'
                '    expected a year like 2016, or "not shown"'
            ),
        ),
        (
            "guidelines: [{body: B, year: 16, says: for, about: all, source: a}]",
            'guidelines[1].year: "16" is not a year that has come',
        ),
        (
            "guidelines: [{body: B, year: 2016, says: four, about: all, source: a}]",
            'did you mean "for"?',
        ),
        (
            "guidelines: [{body: B, year: 2016, says: for, source: a}]",
            'guidelines[1]: "about" is missing\n    expected a line about: ...',
        ),
        (
            "reviewed_by: bea",
            (
                '5:14: a review without "reviewed_on" and "fingerprint"\n'
                "    expected all three, as make sign writes them, or none (make unsign)"
            ),
        ),
        ("status: secret", 'status: "secret" is not a choice\n    expected one of: published, draft, hidden'),
    ],
)
def test_a_wrong_line_is_refused(line, message):
    header = "\n".join(
        [
            *(other for other in ("title: A", "category: B", "summary: C.") if other[:5] != line[:5]),
            line,
        ]
    )
    header = f"{line}\ncategory: B\nsummary: C." if line.startswith("title") else header

    assert message in refusal(read, header)


def test_a_file_whose_name_is_no_address_is_refused():
    assert refusal(repair, "true_a_wheel") == (
        "content/procedures/true_a_wheel.md: the file's name cannot be an address\n"
        "    expected slug: ... in the front matter, or a to z, digits and hyphens in true_a_wheel.md"
    )


def test_a_comparison_lists_procedures_and_fields_with_their_places():
    found = page("rims", "procedures: [new-rim, true-a-wheel]\nfields: [time, price]")

    assert [slug for slug, _ in found.pick.procedures] == ["new-rim", "true-a-wheel"]
    assert [(name, place.line, place.column) for name, place in found.pick.fields] == [
        ("time", 5, 10),
        ("price", 5, 16),
    ]
    assert (found.slug, found.title, found.status) == ("rims", "rims", "published")


def test_a_comparison_may_ask_for_values_one_or_several():
    found = page("rims", "where: {category: Wheels, tools: [jack, glue]}")

    assert [(one.key, one.place.column) for one in found.pick.where] == [("category", 9), ("tools", 27)]
    assert [[value for value, _ in one.values] for one in found.pick.where] == [["Wheels"], ["jack", "glue"]]
    assert [place.column for _, place in found.pick.where[1].values] == [35, 41]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("", "2:1: no procedures\n    expected procedures: [...] or where: {...}, one of them"),
        ("procedures: []", "2:1: no procedures\n    expected procedures: [...] or where: {...}, one of them"),
        (
            "procedures: [a, b]\nwhere: {category: Wheels}",
            '2:1: both "procedures" and "where"\n    expected procedures: [...] or where: {...}, one of them',
        ),
        ("where: Wheels", '4:8: where: "Wheels" where conditions belong\n    expected {field: value}'),
        ("where: {}", "4:8: where: keys with values where conditions belong\n    expected {field: value}"),
        ("where: {tools: }", "4:16: where: nothing where a text belongs\n    expected a text"),
    ],
)
def test_a_wrong_pick_is_refused(lines, message):
    assert refusal(page, "rims", lines) == f"content/comparisons/rims.md:{message}"
