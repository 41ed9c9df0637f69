"""Signing through the front door: what is written, what ends it, what brings it back, what is refused."""

import json
import re

import pytest

from tests.desk.signing import NEXT_YEAR, Clinic

HEAT = "procedures/heat.md"
SIGNED = 'signed: "Heat" as it is now, by Kim Lee, MD, on 2026-09-21\n'


@pytest.fixture
def clinic(tmp_path, runner):
    return Clinic(tmp_path, runner)


def test_a_signature_is_three_lines_at_the_end_of_the_header_and_a_record(clinic):
    before = (clinic.content / HEAT).read_text(encoding="utf-8")

    done = clinic.sign()

    assert done.stdout == (
        f"{SIGNED}    it holds until 2027-09-21, or until its facts or text change\n"
        "    to undo this: make unsign PAGE=procedures/heat\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    after = (clinic.content / HEAT).read_text(encoding="utf-8")
    added = re.search(
        r"reviewed_by: dr-lee\nreviewed_on: 2026-09-21\nfingerprint: 1-[0-9a-f]{32}\n(?=---)", after
    )
    assert added
    assert after.replace(added[0], "") == before
    (review,) = json.loads((clinic.content / "reviews/procedures/heat.json").read_text(encoding="utf-8"))
    assert (review["by"], review["on"]) == ("dr-lee", "2026-09-21")
    assert review["fingerprint"] in added[0]
    assert clinic.desk("check", "--strict").returncode == 0


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (HEAT, "20 to 30 minutes", "20 to 40 minutes"),
        (HEAT, "yes [@trial]", "yes [@guide]"),
        (HEAT, "certainty: low", "certainty: moderate"),
        (HEAT, "1 in 100", "2 in 100"),
        (HEAT, "serious: true", "serious: false"),
        (HEAT, "for with conditions", "against"),
        (HEAT, "Warmth helps", "Warmth cures"),
        (HEAT, "title: Heat", "title: Warmth"),
        (HEAT, "summary: Warmth on", "summary: Heat on"),
        (HEAT, "approach: traditional", "also_called: [Warmth]"),
    ],
)
def test_a_fact_or_a_word_ends_it_and_the_same_again_brings_it_back(clinic, path, old, new):
    clinic.sign()

    clinic.edit(path, old, new)
    assert clinic.state("procedures/heat") == "changed since"

    clinic.edit(path, new, old)
    assert clinic.state("procedures/heat") == "current"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("20 to 30 minutes [@trial]", "20–30 min   [@trial]  # typed otherwise"),
        ("Warmth helps for a while", "Warmth  helps\nfor a while"),
        ("Warmth helps", "Warmth **helps**"),
        ("summary: Warmth on the sore place.", "summary: 'Warmth on the sore place.'"),
        ("  place: home, clinic [@trial]\n  driving: yes", "  driving: yes [@trial]\n  place: home, clinic"),
        ("sources: [trial]", "sources: [ trial, ]"),
        ("compare_with: [cold]\n", ""),
        ("written_by: editorial-team\n", "# nothing to say\n"),
    ],
    ids=["form", "line break", "bold", "quotes", "order", "comma", "other keys", "comment"],
)
def test_layout_and_typography_do_not_end_it(clinic, old, new):
    clinic.sign()

    clinic.edit(HEAT, old, new)

    assert clinic.desk("check", "--strict").stderr == "nothing stands in the way of a build\n"
    assert clinic.state("procedures/heat") == "current"


def test_quotation_marks_may_become_curly(clinic):
    clinic.edit(HEAT, "summary: Warmth on the sore place.", 'summary: It\'s "warmth" -- no more.')
    clinic.sign()

    clinic.edit(HEAT, 'It\'s "warmth" -- no more.', "It’s “warmth” – no more.")

    assert clinic.state("procedures/heat") == "current"


def test_a_table_ends_with_the_facts_that_it_shows(clinic):
    clinic.sign_all()

    clinic.edit("procedures/cold.md", "Cold numbs", "Cold dulls")
    assert clinic.state("comparisons/warm-or-cold") == "current"

    clinic.edit("procedures/cold.md", "about 10 minutes", "about 12 minutes")
    assert clinic.state("procedures/cold") == "changed since"
    assert clinic.state("comparisons/warm-or-cold") == "changed since"
    assert clinic.state("articles/warm-hands") == "changed since"
    assert clinic.state("articles/cold-days") == "current"


def test_a_table_shows_only_the_rows_that_were_asked_for(clinic):
    clinic.sign_all()

    clinic.edit(HEAT, "price: 5 to 10 USD", "price: 5 to 12 USD")

    assert clinic.state("articles/warm-hands") == "current"
    assert clinic.state("comparisons/warm-or-cold") == "changed since"


def test_signing_again_replaces_the_signature_and_adds_to_the_record(clinic):
    clinic.sign()
    first = (clinic.content / HEAT).read_text(encoding="utf-8")
    clinic.edit(HEAT, "Warmth helps", "Warmth eases")

    assert clinic.sign("heat", "dr-lee", "--on", "2026-09-20").returncode == 0

    second = (clinic.content / HEAT).read_text(encoding="utf-8")
    assert second.count("fingerprint: ") == second.count("reviewed_on: 2026-09-20") == 1
    assert first.count("\n") == second.count("\n")
    assert clinic.state("procedures/heat") == "current"
    record = (clinic.content / "reviews/procedures/heat.json").read_text(encoding="utf-8")
    assert len(json.loads(record)) == 2


def test_unsigning_leaves_what_was_there_before(clinic):
    before = {p: p.read_bytes() for p in clinic.content.rglob("*.*")}
    clinic.sign_all("procedures/heat", "articles/cold-days")

    for page in ("procedures/heat", "content/articles/cold-days.md"):
        assert clinic.desk("unsign", page).returncode == 0

    assert {p: p.read_bytes() for p in clinic.content.rglob("*.*")} == before


def test_a_damaged_signature_can_be_taken_away(clinic):
    clinic.edit(HEAT, "written_by: editorial-team", "fingerprint: 1-abc\nreviewed_by: nobody")
    assert clinic.desk("check").returncode == 1

    done = clinic.desk("unsign", "/procedures/heat/")

    assert done.stdout.startswith("no longer signed: content/procedures/heat.md\n")
    assert clinic.desk("check").returncode == 0


def test_a_page_that_is_not_signed_cannot_be_unsigned(clinic):
    done = clinic.desk("unsign", "heat")

    assert done.stderr == (
        "content/procedures/heat.md: is not signed\n"
        "    expected a page with reviewed_by, reviewed_on and fingerprint\n"
        "nothing was changed\n"
    )
    assert done.returncode == 1


@pytest.mark.parametrize(
    "page",
    ["heat", "procedures/heat", "content/procedures/heat.md", "procedures/heat.md", "/procedures/heat/"],
)
def test_a_page_may_be_called_in_several_ways(clinic, page):
    assert clinic.sign(page).stdout.startswith(SIGNED)


def test_all_that_is_against_a_signature_is_said_at_once(clinic):
    before = (clinic.content / HEAT).read_bytes()

    done = clinic.sign("procedures/heet", "dr-le", "--on", "2999-01-01")

    assert done.stderr == (
        'BY: "dr-le" is not in content/people.yaml\n'
        '    expected a key of that file; did you mean "dr-lee"?\n'
        'PAGE: there is no page "procedures/heet"\n'
        "    expected a page like procedures/name (folder and name), its file or its address; "
        'did you mean "procedures/heat"?\n'
        'ON: "2999-01-01" is in the future\n'
        "    expected the day on which it was signed\n"
        "nothing was signed\n"
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert (clinic.content / HEAT).read_bytes() == before
    assert not (clinic.content / "reviews").exists()


@pytest.mark.parametrize(
    ("page", "by", "said"),
    [
        ("heat", "editorial-team", 'BY: "editorial-team" has no credential in content/people.yaml\n'),
        ("pages/about", "dr-lee", "content/pages/about.md: is not a page that clinicians review\n"),
        ("", "dr-lee", "PAGE: no page is named\n"),
        ("heat", "", 'BY: "" is not in content/people.yaml\n'),
    ],
)
def test_who_and_what_cannot_sign_or_be_signed(clinic, page, by, said):
    done = clinic.sign(page, by)

    assert done.stderr.startswith(said)
    assert done.returncode == 1


@pytest.mark.parametrize("page", ["procedures/heat", "comparisons/warm-or-cold"])
def test_a_page_with_errors_or_tables_of_such_is_not_signed(clinic, page):
    clinic.edit(HEAT, "20 to 30 minutes [@trial]", "20 to 30 mintes [@trial]")

    done = clinic.sign(page)

    assert done.stderr.startswith("content/procedures/heat.md:8:")
    assert done.stderr.endswith("\nnothing was signed\n")
    assert done.returncode == 1


def test_the_mode_of_a_file_stays_and_no_other_file_is_left(clinic):
    (clinic.content / HEAT).chmod(0o640)

    clinic.sign()

    assert (clinic.content / HEAT).stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in (clinic.content / "procedures").iterdir()) == ["cold.md", "heat.md"]


def test_a_review_grows_old(clinic):
    clinic.sign("heat", "dr-lee", "--on", "2026-01-31")
    clinic.edit(HEAT, "status: published", "review_every: 6 months")
    assert clinic.state("procedures/heat") == "overdue"

    clinic.edit(HEAT, "review_every: 6 months", "review_every: 9 months")
    assert clinic.state("procedures/heat") == "due soon"

    clinic.edit(HEAT, "review_every: 9 months", "status: published")
    assert clinic.state("procedures/heat") == "current"

    clinic.now = NEXT_YEAR
    assert clinic.state("procedures/heat") == "overdue"
    clinic.edit("site.yaml", "title: Green", "review_every: 2 years\ntitle: Green")
    assert clinic.state("procedures/heat") == "due soon"
