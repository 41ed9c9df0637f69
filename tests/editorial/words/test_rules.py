"""Each rule alone: the message, word for word, and what it leaves alone."""

import pytest

from plugins.editorial.limits import time_limit
from plugins.editorial.words.rules import RULES, word_problems
from plugins.editorial.words.rules.abbreviations import unexplained_abbreviations
from plugins.editorial.words.rules.figures import changing_denominators, in_hundreds, rare_without_figure
from plugins.editorial.words.rules.plain import long_words
from plugins.editorial.words.rules.promises import promises
from plugins.editorial.words.rules.reading import hard_texts
from plugins.editorial.words.rules.sentences import long_sentences
from plugins.frontmatter import Severity

HARD = (
    "Interventional procedures necessitate multidisciplinary consideration of individual circumstances, "
    "particularly comorbidities. "
)


def test_a_hard_page_is_told_what_makes_it_hard(said):
    text = (
        "Short is good.\n\n" + HARD * 3 + "\n\n" + "We all go on and on and on again " * 2 + "and once more."
    )

    assert said(hard_texts, text) == [
        (
            "10:1: warning: reads at US grade 23.1 (11 words a sentence, 2.9 syllables a word)\n"
            "    expected grade 8 or less (better 6); shorter sentences (21 words: line 14); "
            'shorter words than "multidisciplinary", "interventional", "consideration"'
        )
    ]


def test_the_longest_sentences_are_named_by_their_lines(said):
    text = "\n\n".join("word " * length + "extraordinary" for length in (40, 16, 50, 20, 30))

    (told,) = said(hard_texts, text)

    assert "shorter sentences (the longest: line 14, 10, 18)" in told


def test_a_long_value_is_graded_alone(said):
    header = f"summary: It is warm.\nfacts:\n  evidence:\n    value: {HARD * 4}"

    (told,) = said(hard_texts, "Warm.", header)

    assert told.startswith("5:12: warning: facts.evidence.value: reads at US grade 40.2 (")


def test_a_plain_page_is_left_alone(said):
    assert said(hard_texts, "We put a warm pack on the sore knee. It helps some people. " * 10) == []


def test_a_word_that_promises_is_a_warning_with_a_better_one(said):
    assert said(promises, "It is warm.\nHeat is the Best\ncure.", "summary: Guaranteed relief.") == [
        (
            '2:10: warning: summary: "Guaranteed" says more than a source can show\n'
            "    expected what the studies found, and in how many people"
        ),
        (
            '12:1: warning: "cure" says more than a source can show\n'
            '    expected "eases" or "may help", and how many people it helped'
        ),
        (
            '11:13: warning: "Best" says more than a source can show\n'
            "    expected what it was compared with, and by how much it differed"
        ),
    ]


@pytest.mark.parametrize(
    "word",
    "cure cures cured curing guarantee guarantees guaranteed pain-free painless painlessly risk-free miracle "
    "miracles miraculous permanent permanently best proven".split(),
)
def test_every_form_is_found(said, word):
    assert len(said(promises, f"This is {word} care.")) == 1
    assert len(said(promises, f"{word.capitalize()} care.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is secure, bested and procured.",
        'We do not write "cure" or “pain-free”.',
        "It is not a cure.",
        "There is no guarantee.",
        "Nobody can't be sure: it doesn't cure.",
        "No procedure is risk-free, and nothing is painless.",
        "It cannot promise a cure, and nobody can guarantee it.",
        "There is no known cure, and no treatment is without risk.",
        "None of these is painless.",
        "At best it helps a little.",
        "It is proven to help some people [@trial].",
        "It is not proven.",
        "See [the page](/pages/best-cure/).",
    ],
)
def test_a_word_that_promises_nothing_is_left_alone(said, text):
    assert said(promises, text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"It cured me of all my pain," she said.',
        "It is not only a cure.",
        "There was no pain, and it is a cure.",
        "It helps [@trial]. It is proven.",
    ],
)
def test_praise_is_found_in_quotation_marks_and_behind_an_idle_no(said, text):
    assert len(said(promises, text)) == 1


def test_proven_wants_a_source_in_its_sentence_or_beside_its_value(said):
    header = "facts:\n  with:\n    says: It is proven.\n    sources: [a]\n  without:\n    says: It is proven."

    assert said(promises, "", header) == [
        (
            '7:17: warning: facts.without.says: "proven" without a source in its sentence\n'
            '    expected a source in the same sentence, or "was tested in"'
        )
    ]


def test_a_changing_denominator_is_told_on_ours(said):
    assert said(changing_denominators, "It helps 1 in 7 people, and one in twenty\nwas harmed.") == [
        (
            '10:10: warning: "1 in 7" cannot be compared at a glance\n'
            "    expected about 14 in 100: one denominator throughout"
        ),
        (
            '10:29: warning: "one in twenty" cannot be compared at a glance\n'
            "    expected 5 in 100: one denominator throughout"
        ),
    ]


@pytest.mark.parametrize(
    "text", ["1 in 100 and 1 in 1,000", "11 in 70", "1 in a trial", 'never "1 in 7"', "1 in 1 clinic"]
)
def test_our_denominators_and_other_words_are_left_alone(said, text):
    assert said(changing_denominators, text) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (4, "25 in 100"),
        (3, "about 33 in 100"),
        (250, "4 in 1,000"),
        (1_000, "1 in 1,000"),
        (12_000, "about 8 in 100,000"),
        (1_000_000, "less than 1 in 100,000"),
    ],
)
def test_one_in_x_is_worded_on_the_smallest_denominator_that_gives_one(number, words):
    assert in_hundreds(number) == words


def test_rare_wants_a_figure(said):
    assert said(rare_without_figure, "It is very rare. It rarely hurts.") == [
        (
            '10:12: warning: "rare" without a figure\n'
            '    expected how many in 100 or 1,000, or "the source gives no figure"'
        ),
        (
            '10:21: warning: "rarely" without a figure\n'
            '    expected how many in 100 or 1,000, or "the source gives no figure"'
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is rare: 2 in 1,000.",
        "They call it rare and give no figure.",
        "Too few people to show rare events.",
        "People with a rare disease.",
    ],
)
def test_rare_with_a_figure_or_the_word_that_there_is_none_is_left_alone(said, text):
    assert said(rare_without_figure, text) == []


def test_a_long_sentence_is_a_notice_with_its_length_and_first_words(said):
    text = "All is well. " + "This one goes on and on for ever" + " and so on" * 8 + "."

    assert said(long_sentences, text) == [
        '10:14: notice: a sentence of 32 words: "This one goes on and on…"\n    expected two sentences'
    ]


def test_thirty_words_are_not_long(said):
    assert said(long_sentences, "word " * 30) == []


def test_an_abbreviation_is_told_once_for_a_file_at_its_first_use(said):
    assert said(
        unexplained_abbreviations, "An MRI shows it. MRIs cost more.", "summary: What NICE says."
    ) == [
        (
            '2:15: notice: summary: "NICE" is not explained\n'
            "    expected what it stands for, then (NICE); or an entry in the glossary"
        ),
        (
            '10:4: notice: "MRI" is not explained\n'
            "    expected what it stands for, then (MRI); or an entry in the glossary"
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Magnetic pictures (MRI) show it. An MRI is loud.",
        "[Magnetic pictures](https://a.test/long) (MRI) show it.",
        "An MRI (pictures made with magnets) shows it.",
        "[MRI](https://a.test) (pictures made with magnets)",
        "Pictures with magnets, also called MRI.",
        "*[MRI]: pictures made with magnets\n\nAn MRI.",
        "The US and UK, HIV, AM.",
        "Do NOT stop it.",
        "the FREE trial and the VERTOS II trial",
        "An X-ray, NG59, PhD and McKenzie.",
    ],
)
def test_an_abbreviation_that_is_explained_or_common_is_left_alone(said, text):
    assert said(unexplained_abbreviations, text) == []


def test_an_explanation_that_comes_late_is_late(said):
    assert len(said(unexplained_abbreviations, "An MRI. Magnetic pictures (MRI).")) == 1


def test_a_year_in_parentheses_explains_nothing(said):
    assert len(said(unexplained_abbreviations, "What NICE (2016) says.")) == 1


def test_names_titles_choices_and_the_glossary_explain_abbreviations(said):
    header = "title: RFA or MRI\nalso_called: [RFA]\nfacts: {imaging: [CT]}\nbody: Health Centre (KCE)"

    assert said(unexplained_abbreviations, "RFA, KCE and a TENS unit.", header, {"tens"}) == []


def test_a_hard_word_is_told_once_with_the_plain_one(said):
    assert said(long_words, "We utilize it.\nThey utilized it prior to bed.") == [
        '10:4: notice: "utilize" is a hard word (2 times)\n    expected "use"',
        '11:18: notice: "prior to" is a hard word\n    expected "before"',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The College of Physicians.",
        "He has hypertension (high blood pressure).",
        "He has high blood pressure (hypertension).",
        "The priors reutilize it.",
    ],
)
def test_names_and_words_that_are_explained_are_left_alone(said, text):
    assert said(long_words, text) == []


def test_a_hard_word_in_old_letters_is_one(said):
    assert said(long_words, "Its aſſistance.") == [
        '10:5: notice: "aſſistance" is a hard word\n    expected "help"'
    ]


def test_a_title_is_a_name(said):
    assert said(long_words, "", "title: Lumbar decompression") == []


def test_a_hard_word_of_the_glossary_is_left_alone(said):
    assert said(long_words, "A lumbar lesion.", known={"Lesion"}) == [
        '10:3: notice: "lumbar" is a hard word\n    expected "lower back"'
    ]


def test_no_rule_minds_an_empty_file(writing):
    assert [problem for rule in RULES for problem in rule(writing())] == []


def test_what_would_take_minutes_is_given_up_and_said(document, monkeypatch):
    monkeypatch.setattr("plugins.editorial.words.rules.time_limit", lambda: time_limit(0.05))

    problems = word_problems(document("<!--" * 200_000))

    assert [str(problem) for problem in problems] == [
        (
            "content/articles/warm-hands.md:10:1: notice: takes too long to look at its words\n"
            "    expected plainer Markdown"
        )
    ]


def test_all_rules_are_asked(document):
    text = "Prior to 1 in 7 MRI cures. It is rare. " + "word " * 35
    problems = list(word_problems(document(text)))

    assert [problem.severity for problem in problems].count(Severity.WARNING) == 3
    assert [problem.severity for problem in problems].count(Severity.NOTICE) == 3
