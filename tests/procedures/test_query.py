import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.procedures.model import Missing
from plugins.procedures.query import having, matching, pick_problems, ranks, sorts, values_of
from tests.procedures.samples import BY_ID, FIELDS, facts, page, repair

RIM = facts("new-rim", tools="[jack, glue]", place="road", done_at_once="yes [@guild]")
WHEEL = facts("true-a-wheel", tools="jack", place="not known", done_at_once="no")
CHAIN = repair("new-chain", "facts:\n  tools: glue", category="Drive", approach="traditional")
ALL = {procedure.slug: procedure for procedure in (WHEEL, RIM, CHAIN)}
HEADERS = {"category": {"Wheels", "Drive"}, "approach": {"traditional"}}


def slugs(found):
    return [procedure.slug for procedure in found]


def found(lines):
    return slugs(matching(page("any", lines).pick, ALL, FIELDS))


def problems(lines):
    pick = page("any", lines).pick
    said = [str(problem) for problem in pick_problems(pick, ALL, FIELDS, HEADERS)]
    return "\n".join(said).replace("content/comparisons/any.md:", "")


def test_listed_procedures_come_in_the_order_of_the_list_without_those_left_out():
    assert found("procedures: [true-a-wheel, gone, new-chain]") == ["true-a-wheel", "new-chain"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{tools: jack}", ["new-rim", "true-a-wheel"]),
        ("{tools: [glue, spoke key]}", ["new-chain", "new-rim"]),
        ("{tools: jack, place: road}", ["new-rim"]),
        ("{done_at_once: no}", ["true-a-wheel"]),
        ("{category: Wheels}", ["new-rim", "true-a-wheel"]),
        ("{category: [Drive, Wheels], tools: glue}", ["new-chain", "new-rim"]),
        ("{approach: traditional}", ["new-chain"]),
        ("{place: home}", []),
    ],
)
def test_conditions_hold_together_and_the_values_of_one_apart(where, expected):
    assert found(f"where: {where}") == expected


def test_values_of_several_findings_are_each_given_once():
    text = (
        "\n  - {value: road}\n  - {value: not known}\n  - {value: home}\n  - {value: road}\n  - {says: any}"
    )

    procedure = facts("new-rim", place=text)

    assert values_of(procedure, BY_ID["place"]) == ("road", "home")


def test_having_a_value_is_having_it_among_others():
    assert slugs(having(ALL.values(), BY_ID["tools"], "glue")) == ["new-rim", "new-chain"]


@given(
    typed=st.lists(st.sampled_from(["5 min", "60 min", "1 h", "about 1 day", "not known", None]), max_size=7)
)
def test_ranks_follow_the_values_and_missing_ones_have_none(typed):
    repairs = [
        facts(f"repair-{number}", time=time) if time else repair(f"repair-{number}")
        for number, time in enumerate(typed)
    ]
    field = BY_ID["time"]

    found = ranks(repairs, field)

    for one in repairs:
        value = one.fact("time")[0].value
        assert (found[one.slug] is None) == isinstance(value, Missing)
        for other in repairs:
            beside = other.fact("time")[0].value
            if not isinstance(value, Missing) and not isinstance(beside, Missing):
                as_ranked = found[one.slug] < found[other.slug]
                assert as_ranked == (field.type.sort_key(value) < field.type.sort_key(beside))


def test_a_sentence_has_no_value_to_order_by_but_a_value_beside_it_has():
    sentence = facts("a", time="{says: It depends.}")
    both = facts("b", time="\n  - {says: It depends.}\n  - {value: 1 h}")

    assert ranks([sentence, both], BY_ID["time"]) == {"a": None, "b": 0}


def test_results_of_studies_and_free_text_do_not_sort():
    shares = [facts("a", held="{value: 10 in 100, compared_with: sham}"), facts("b")]
    words = [facts("b", method="Aaa"), facts("a", method="Zzz")]

    assert not sorts(shares, BY_ID["held"])
    assert not sorts(words, BY_ID["method"])
    assert sorts(shares, BY_ID["time"])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "procedures: [new-rim, new-chian]",
            (
                '4:23: no procedure "new-chian"\n'
                '    expected the name of a file in procedures/; did you mean "new-chain"?'
            ),
        ),
        (
            "procedures: [new-rim, new-chain]\nfields: [pirce]",
            (
                '5:10: no field "pirce"\n    expected fields: method, parts, place, tools, done_at_once, '
                'time, visits, held, slack, price; did you mean "price"?'
            ),
        ),
        (
            "where: {toolz: jack}",
            (
                '4:9: no field "toolz"\n    expected one of: category, approach, place, tools, done_at_once; '
                'did you mean "tools"?'
            ),
        ),
        (
            "where: {time: 1 hour}",
            (
                '4:9: "time" cannot be asked for\n'
                "    expected one of: category, approach, place, tools, done_at_once"
            ),
        ),
        (
            "where: {category: Wheel}",
            (
                '4:19: no procedure has the category "Wheel"\n'
                '    expected one of: Drive, Wheels; did you mean "Wheels"?'
            ),
        ),
        (
            "where: {tools: [jack, glu]}",
            (
                '4:23: tools: "glu" is not a choice\n'
                '    expected one of: spoke key, jack, glue; did you mean "glue"?'
            ),
        ),
        (
            'where: {tools: "glue, jack"}',
            '4:16: tools: "glue, jack" is more than one value\n    expected a list: [jack, glue]',
        ),
        (
            "where: {done_at_once: maybe}",
            '4:23: done_at_once: "maybe" is not a choice\n    expected one of: yes, no',
        ),
        ("where: {tools: [jack, glue], category: [Drive, Wheels]}", ""),
        ("procedures: [new-rim, new-chain]\nfields: [time, price]", ""),
    ],
)
def test_names_that_do_not_exist_are_told_with_the_nearest_one(lines, message):
    assert problems(lines) == message
