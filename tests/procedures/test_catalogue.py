import pytest

from plugins.editorial import read_body
from plugins.editorial.markdown_html import converter
from plugins.frontmatter import Document, Mapping
from plugins.procedures import COMPARE
from plugins.procedures.catalogue import asked_problems, block_problems, procedure_problems
from plugins.procedures.rules import citations_of
from tests.procedures.samples import PLACE, catalogue, page, repair

RIM = repair("new-rim", "compare_with: [true-a-wheel, new-chain]\nfacts:\n  tools: jack")
WHEEL = repair("true-a-wheel", "compare_with: [new-rim]", approach="traditional")
CHAIN = repair("new-chain", category="Drive")
MANY = [repair(f"repair-{number}") for number in range(6)]


def body(text):
    path = "content/articles/news.md"
    return read_body(Document(path, Mapping(PLACE, ()), text, 1), converter((COMPARE,)), (COMPARE,))


def said(problems):
    return [str(problem) for problem in problems]


def test_procedures_come_by_title_and_groups_by_name():
    found = catalogue(WHEEL, CHAIN, RIM)

    assert found.in_order == (CHAIN, RIM, WHEEL)
    assert found.groups == (("Drive", (CHAIN,)), ("Wheels", (RIM, WHEEL)))


def test_drafts_are_known_but_nowhere_shown():
    draft = repair("new-rim", "compare_with: [true-a-wheel]", status="draft")

    found = catalogue(draft, WHEEL)

    assert found.known == {"new-rim", "true-a-wheel"}
    assert found.in_order == (WHEEL,)
    assert found.pairs == ()
    assert found.full("All").procedures == (WHEEL,)


def test_each_declared_pair_is_there_once_by_slug():
    found = catalogue(WHEEL, CHAIN, RIM)

    assert found.pairs == ((CHAIN, RIM), (RIM, WHEEL))


def test_a_pair_with_a_procedure_that_is_left_out_is_left_out():
    assert catalogue(RIM, WHEEL, left_out=["new-chain"]).pairs == ((RIM, WHEEL),)


def test_a_pair_stands_beside_the_care_that_both_declare_before_one_that_the_first_declares():
    rim = repair("new-rim", "compare_with: [air, new-tyre, wax]")
    tyre = repair("new-tyre", "compare_with: [wax]")
    air, wax = (repair(slug, approach="traditional") for slug in ("air", "wax"))

    found = catalogue(rim, tyre, air, wax)

    assert found.pair((rim, tyre)).procedures == (rim, tyre, wax)
    assert found.pair((rim, tyre)).caption == "New rim and New tyre"


def test_a_pair_stands_beside_the_first_care_that_one_of_them_declares():
    rim = repair("new-rim", "compare_with: [new-tyre]")
    tyre = repair("new-tyre", "compare_with: [wax, air]")
    air, wax = (repair(slug, approach="traditional") for slug in ("air", "wax"))

    assert catalogue(rim, tyre, air, wax).pair((rim, tyre)).procedures == (rim, tyre, wax)


def test_a_pair_of_which_one_is_care_without_a_procedure_stands_alone():
    rim = repair("new-rim", "compare_with: [air, wax]")
    air, wax = (repair(slug, approach="traditional") for slug in ("air", "wax"))

    assert catalogue(rim, air, wax).pair((air, rim)).procedures == (air, rim)


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_no_care_that_is_not_shown_stands_beside_a_pair(status):
    rim = repair("new-rim", "compare_with: [air, new-tyre]")
    tyre, air = repair("new-tyre"), repair("air", approach="traditional", status=status)

    assert catalogue(rim, tyre, air).pair((rim, tyre)).procedures == (rim, tyre)


def test_a_pair_that_declares_no_other_care_stands_alone():
    rim, tyre = repair("new-rim", "compare_with: [new-tyre]"), repair("new-tyre")
    third = repair("new-chain", "compare_with: [true-a-wheel]")

    assert catalogue(rim, tyre, third, WHEEL).pair((rim, tyre)).procedures == (rim, tyre)


def test_a_comparison_shows_those_that_are_there():
    pick = page("rims", "procedures: [true-a-wheel, gone, new-rim]\nfields: [time]").pick

    table = catalogue(RIM, WHEEL, left_out=["gone"]).comparison("Rims", pick)

    assert table.procedures == (WHEEL, RIM)
    assert [row.id for row in table.rows] == ["time"]


def test_the_full_table_has_every_field():
    table = catalogue(RIM).full("All repairs")

    assert [row.id for row in table.rows] == [field.id for field in catalogue().fields]


def test_the_path_inside_the_content_folder():
    found = catalogue(RIM)

    assert found.inside(RIM) == "content/procedures/new-rim.md"
    assert type(found)(found.fields, {}, (), root="content").inside(RIM) == "procedures/new-rim.md"


def test_a_comparison_that_names_a_draft_says_that_it_is_not_shown_yet():
    draft = repair("new-chain", status="draft")
    pick = page("x", "procedures: [new-rim, true-a-wheel, new-chain]").pick

    assert said(asked_problems(pick, catalogue(RIM, WHEEL, draft))) == [
        'content/comparisons/x.md:4:37: notice: "new-chain" is draft, so this table does not show it yet'
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("procedures: [new-rim, true-a-wheel]", []),
        (
            "procedures: [new-rim]",
            ["content/comparisons/x.md:4:13: one procedure is no comparison\n    expected two or more"],
        ),
        (
            "where: {category: Drive, tools: jack}",
            [
                (
                    "content/comparisons/x.md:4:8: no procedure meets these conditions\n"
                    "    expected conditions that some procedure meets"
                )
            ],
        ),
        (
            "where: {category: Drive}",
            ["content/comparisons/x.md:4:8: one procedure is no comparison\n    expected two or more"],
        ),
        ("where: {category: Wheels}", []),
        (
            "procedures: [new-rim, gone]",
            [
                (
                    'content/comparisons/x.md:4:23: no procedure "gone"\n'
                    "    expected the name of a file in procedures/"
                )
            ],
        ),
    ],
)
def test_a_comparison_needs_procedures(lines, message):
    assert said(asked_problems(page("x", lines).pick, catalogue(RIM, WHEEL, CHAIN))) == message


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (f"procedures: [{', '.join(one.slug for one in MANY)}]", "4:13"),
        ("where: {category: Wheels}", "4:8"),
    ],
)
def test_more_than_five_do_not_fit(lines, place):
    (problem,) = said(asked_problems(page("x", lines).pick, catalogue(*MANY)))

    assert problem == (
        f"content/comparisons/x.md:{place}: 6 procedures do not fit side by side\n"
        "    expected at most 5; /compare/ shows them all"
    )


def test_five_fit():
    assert said(asked_problems(page("x", "where: {category: Wheels}").pick, catalogue(*MANY[:5]))) == []


@pytest.mark.parametrize("tool", ["glue", "jack"])
def test_conditions_that_only_a_file_with_mistakes_may_meet_are_not_blamed(tool):
    pick = page("x", f"where: {{tools: {tool}}}").pick

    assert said(asked_problems(pick, catalogue(RIM, left_out=["broken"]))) == []


def test_a_block_is_judged_like_a_comparison_and_needs_a_caption():
    without = "/// compare\n    procedures: [new-rim, true-wheel]\n///\n"
    text = f"{without}\n/// compare | Two\n    fields: [time]\n///\n"

    problems = said(block_problems(body(text), catalogue(RIM, WHEEL)))

    assert problems == [
        (
            "content/articles/news.md:1:1: a table without a caption\n"
            "    expected /// compare | What is compared, for whom"
        ),
        (
            'content/articles/news.md:2:27: no procedure "true-wheel"\n'
            "    expected the name of a file in procedures/; "
            'did you mean "true-a-wheel"?'
        ),
        (
            "content/articles/news.md:6:5: no procedures\n"
            "    expected procedures: [...] or where: {...}, one of them"
        ),
    ]


def test_a_good_block_has_no_problem():
    text = "/// compare | Two\n    procedures: [new-rim, true-a-wheel]\n///\n"

    assert said(block_problems(body(text), catalogue(RIM, WHEEL))) == []


def test_a_pair_must_not_have_the_address_of_a_comparison():
    pages = [page("new-rim-vs-true-a-wheel", "procedures: [new-rim, true-a-wheel]")]

    (problem,) = said(procedure_problems(WHEEL, catalogue(RIM, WHEEL, comparisons=pages)))

    path = "content/comparisons/new-rim-vs-true-a-wheel.md"
    assert problem == (
        "content/procedures/true-a-wheel.md:6:16: compare_with: the pair has the same address as "
        f"{path}: /compare/new-rim-vs-true-a-wheel/\n    expected another slug: ... in {path}"
    )


def test_an_unknown_partner_is_told_with_the_nearest_one():
    procedure = repair("new-tyre", "compare_with: [new-rmi]")

    (problem,) = said(procedure_problems(procedure, catalogue(procedure, RIM)))

    assert problem == (
        'content/procedures/new-tyre.md:5:16: compare_with: no procedure "new-rmi"\n'
        '    expected the name of a file in procedures/; did you mean "new-rim"?'
    )


def test_a_partner_that_is_left_out_is_known():
    procedure = repair("new-tyre", "compare_with: [broken]")

    assert said(procedure_problems(procedure, catalogue(procedure, left_out=["broken"]))) == []


def test_the_citations_of_a_header_are_those_of_facts_risks_and_guidelines():
    more = (
        "facts:\n  time: 1 h [@guild]\n  price: {value: 1 USD, sources: [club], conflict: No., "
        "conflict_sources: [maker]}\n"
        'risks:\n  - {effect: A fall, how_often: "1 in 100 [@doctor]", serious: true}\n'
        "guidelines:\n  - {body: B, year: 2016, says: for, about: all, source: law}"
    )
    procedure = repair("new-rim", more)

    found = [citation.key for citation in citations_of(procedure)]

    assert found == ["guild", "club", "maker", "doctor", "law"]
