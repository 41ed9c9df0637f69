"""Rules that hold for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from plugins.editorial.citations import Citation
from plugins.editorial.posts import Byline, Label
from plugins.editorial.rules import (
    body_problems,
    byline_problems,
    citation_problems,
    label_problems,
    label_slug,
    unused_sources,
)
from plugins.frontmatter import Place

FILE = "content/articles/warm-hands.md"
HERE = Place("a.md", 1, 2)


def said(problems):
    return [str(problem) for problem in problems]


def test_sources_that_the_house_has_are_right(house):
    assert said(citation_problems([Citation("guide", HERE), Citation("trial", HERE)], house)) == []


def test_a_source_is_unknown_each_time_but_broken_only_once(house):
    keys = ["guid", "broken", "guid", "broken"]

    assert said(citation_problems([Citation(key, HERE) for key in keys], house)) == [
        (
            'a.md:1:2: source "guid" is not in content/sources.yaml\n'
            '    expected a key of that file; did you mean "guide"?'
        ),
        (
            'a.md:1:2: source "broken" has a mistake of its own, at content/sources.yaml:4:1\n'
            "    expected that entry mended"
        ),
        (
            'a.md:1:2: source "guid" is not in content/sources.yaml\n'
            '    expected a key of that file; did you mean "guide"?'
        ),
    ]


def test_what_a_text_refers_to_must_be_there(house, body):
    read = body("A [@guid]. See @trial.\n\nCall {{ clinic.fone }} or {{ clinic.phone }}.")

    assert said(body_problems(read, house)) == [
        (
            f'{FILE}:10:5: source "guid" is not in content/sources.yaml\n'
            '    expected a key of that file; did you mean "guide"?'
        ),
        f'{FILE}:10:16: "@trial." stands outside brackets\n    expected [@trial]',
        (
            f'{FILE}:12:6: site.yaml has no "clinic.fone"\n'
            '    expected a key of site.yaml; did you mean "clinic.phone"?'
        ),
    ]


@pytest.mark.parametrize(
    ("writer", "reviewer", "problems"),
    [
        ("ann", "ann", []),
        ("editorial-team", None, []),
        (
            "an",
            None,
            [
                (
                    'a.md:1:2: written_by: "an" is not in content/people.yaml\n'
                    '    expected a key of that file; did you mean "ann"?'
                )
            ],
        ),
        (
            "broken",
            "broken",
            [
                f'a.md:1:2: {role}: "broken" has a mistake of its own, at content/people.yaml:3:1\n'
                "    expected that entry mended"
                for role in ("written_by", "reviewed_by")
            ],
        ),
        (
            "ann",
            "editorial-team",
            [
                (
                    'a.md:1:2: reviewed_by: "editorial-team" has no credential in content/people.yaml\n'
                    "    expected a clinician"
                )
            ],
        ),
    ],
)
def test_writers_are_known_and_reviewers_are_clinicians(house, writer, reviewer, problems):
    byline = Byline((writer, HERE), (reviewer, HERE) if reviewer else None, None)

    assert said(byline_problems(byline, house)) == problems


def test_a_source_that_nobody_cites_is_a_notice(house):
    assert said(unused_sources({"guide", "third"}, house)) == [
        'content/sources.yaml:2:1: notice: source "trial" is not used'
    ]


def test_two_names_cannot_share_an_address():
    names = ["C++", "Back pain", "C#", "Back pain", "back  pain", "!?", "日" * 60]
    labels = [Label(name, Place("a.md", number, 1)) for number, name in enumerate(names, 1)]

    assert said(label_problems(labels, {})) == [
        'a.md:3:1: "C#" has the same address as "C++" (a.md:1:1)\n    expected "C++", or another name',
        (
            'a.md:5:1: "back  pain" has the same address as "Back pain" (a.md:2:1)\n'
            '    expected "Back pain", or another name'
        ),
        'a.md:6:1: "!?" has no letters or digits for an address\n    expected a name with some',
        f'a.md:7:1: "{"日" * 60}" is too long for an address\n    expected a name of at most 100 letters',
    ]


@given(st.text() | st.text(" -+#<b>&;éßﬁ日🙂A1_", max_size=12))
def test_the_address_of_a_label_is_the_one_that_pelican_gives(name):
    assert label_slug(name) == slugify(name, regex_subs=DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])
