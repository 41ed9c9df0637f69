import pytest

from plugins.procedures.model import Missing
from plugins.procedures.words import capital, finding_words, limits
from tests.procedures.samples import BY_ID, facts


def words(line, name="held"):
    (finding,) = facts(**{name: line}).fact(name)
    return finding_words(finding, BY_ID[name].type)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("about 12 in 100", "About 12 in 100 did, about 88 did not"),
        ("not known", "Not known"),
        ("{says: no better than before}", "No better than before"),
        (
            "{value: 48 in 100, compared_with: usual care, versus: 9 in 100, when: 6 months}",
            "At 6 months, 48 in 100 did, 52 did not. With usual care: 9 in 100 did, 91 did not",
        ),
        (
            "{value: 48 in 100, compared_with: sham, versus: 9 in 100}",
            "48 in 100 did, 52 did not. With a dummy treatment (sham): 9 in 100 did, 91 did not",
        ),
        (
            "{value: 48 in 100, compared_with: another treatment, versus: 9 in 100}",
            "48 in 100 did, 52 did not. With another treatment: 9 in 100 did, 91 did not",
        ),
        ("{value: 48 in 100, compared_with: nothing, when: 1 year}", "At 1 year, 48 in 100 did, 52 did not"),
        ("{says: No better than a dummy., compared_with: sham, when: 1 year}", "No better than a dummy."),
    ],
)
def test_a_finding_in_words(line, expected):
    assert words(line) == expected


def test_when_a_sentence_was_measured_stands_beside_it():
    (finding,) = facts(held="{says: It held., when: 1 year}").fact("held")

    assert limits(finding) == (("When", "At 1 year"),)


def test_no_data_in_words():
    (finding,) = facts(price="1 USD").fact("time")

    assert finding_words(finding, BY_ID["time"].type) == "No data"


def test_a_truth_in_words():
    assert words("yes", "done_at_once") == "Yes"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("sham", "A dummy treatment (sham)"),
        ("usual care", "Usual care"),
        ("another treatment", "Another treatment"),
        ("nothing", "Nothing: no comparison group, so this cannot show what the treatment did"),
    ],
)
def test_the_group_of_a_finding_is_always_named(group, expected):
    (finding,) = facts(held=f"{{value: 1 in 100, compared_with: {group}}}").fact("held")

    assert limits(finding) == (("Compared with", expected),)


def test_what_limits_a_finding():
    line = "{value: 1 h, certainty: very low, population: tandems, note: dry days only}"

    (finding,) = facts(time=line).fact("time")

    assert limits(finding) == (
        ("Who", "Tandems"),
        ("Certainty", "Very low"),
        ("Note", "Dry days only"),
    )


def test_every_reason_for_having_no_value_has_words_of_its_own():
    assert [missing.words for missing in Missing] == [
        "No data",
        "Not reported",
        "Not known",
        "Not applicable",
    ]


def test_a_capital_changes_the_first_letter_alone():
    assert (capital("cT scan"), capital("")) == ("CT scan", "")
