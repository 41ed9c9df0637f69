"""What readers see of reviews, and what a publish does without them."""

import re

import pytest

from tests.desk.signing import NEXT_YEAR, PAGES, Clinic

NOT_YET = '<p class="unreviewed">Not yet reviewed by a clinician</p>'
CHANGED = "Changed since its last review; not yet reviewed again by a clinician"


@pytest.fixture
def clinic(tmp_path, runner):
    return Clinic(tmp_path, runner)


def label(html):
    found = re.search('<p class="review-label">(.*)</p>', html)
    return re.sub("<[^>]*>", "", found[1]) if found else ""


def test_a_page_says_how_it_stands(clinic):
    clinic.sign_all("procedures/heat", "procedures/cold", "articles/cold-days")

    done = clinic.build()

    heat = clinic.page("procedures/heat")
    assert "<p>Reviewed by Kim Lee, MD</p>" in heat
    assert label(heat) == "Page last reviewed: September 21, 2026 · Next review due: September 21, 2027"
    assert label(clinic.page("blog/cold-days")) == label(heat)
    pair = clinic.page("compare/cold-vs-heat")
    assert "<p>Facts from treatment pages that clinicians have reviewed</p>" in pair
    assert label(pair) == "Facts last reviewed: September 21, 2026 · Next review due: September 21, 2027"
    assert label(clinic.page("compare")) == label(pair)
    for address in ("compare/warm-or-cold", "blog/warm-hands"):
        assert NOT_YET in clinic.page(address)
        assert label(clinic.page(address)) == ""
    about = clinic.page("pages/about")
    assert NOT_YET not in about
    assert label(about) == ""
    assert done.stderr.endswith(
        "reviews: of 5 medical pages: 2 not yet reviewed by a clinician (make due lists them)\n"
    )


def test_a_changed_page_loses_its_label_and_says_what_changed(clinic):
    clinic.sign_all()
    clinic.edit("procedures/heat.md", "20 to 30 minutes", "20 to 40 minutes")
    clinic.edit("procedures/heat.md", "  price: 5 to 10 USD [@trial]\n", "")
    clinic.edit("procedures/heat.md", "Warmth helps", "Warmth <b>eases</b>")

    done = clinic.build()

    heat = clinic.page("procedures/heat")
    assert CHANGED in heat
    assert '<a href="/procedures/heat/changes/">What changed</a>' in heat
    assert "Reviewed by" not in heat
    assert label(heat) == ""
    changes = clinic.page("procedures/heat/changes")
    assert "Kim Lee, MD reviewed" in changes
    assert "<b>Before:</b> <del>20 to 30 minutes</del> (A trial of warm packs)" in changes
    assert "<b>Now:</b> <ins>20 to 40 minutes</ins> (A trial of warm packs)" in changes
    assert "<b>Before:</b> <del>5 to 10 USD</del>" in changes
    assert "<li>Changed: the text above the first heading</li>" in changes
    assert "content/procedures/heat.md:33:14: notice: changed since the review of 2026-09-21" in done.stderr
    assert "Nothing has changed since then." in clinic.page("procedures/cold/changes")
    assert NOT_YET in clinic.page("compare/cold-vs-heat")


def test_an_overdue_label_stays_and_says_so(clinic):
    clinic.sign_all()
    clinic.now = NEXT_YEAR

    done = clinic.build()

    heat = clinic.page("procedures/heat")
    assert "<p>Reviewed by Kim Lee, MD</p>" in heat
    assert label(heat).endswith("· This review was due to be renewed on September 21, 2027")
    assert "reviews: of 5 medical pages: 5 overdue for the next review" in done.stderr
    assert done.stderr.count("was due again on 2027-09-21") == 5


def test_news_carries_no_label(clinic):
    clinic.edit("articles/cold-days.md", "Tags: winter", "Medical: false")

    clinic.build("pelicanconf")

    assert NOT_YET not in clinic.page("blog/cold-days")


def test_search_engines_are_asked_to_leave_out_what_is_not_reviewed(clinic):
    clinic.sign_all("procedures/heat", "procedures/cold")
    clinic.edit("procedures/cold.md", "Cold numbs", "Cold dulls")

    assert clinic.build(CLINICAL_REVIEW="noindex").returncode == 0

    output = clinic.folder / "output"
    asked = {
        path.parent.relative_to(output).as_posix()
        for path in output.rglob("index.html")
        if '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")
    }
    assert asked == {
        "blog/cold-days",
        "blog/warm-hands",
        "compare",
        "compare/cold-vs-heat",
        "compare/warm-or-cold",
        "procedures/cold",
        "procedures/cold/changes",
    }
    sitemap = (output / "sitemap.xml").read_text(encoding="utf-8")
    pages = {path.parent.relative_to(output).as_posix() for path in output.rglob("index.html")}
    listed = {page for page in pages - {"."} if f"<loc>https://clinic.test/{page}/</loc>" in sitemap}
    assert listed == pages - {"."} - asked


def test_where_reviews_are_required_nothing_is_left_of_what_has_none(clinic):
    clinic.sign_all()
    clinic.edit("procedures/cold.md", "title: Cold", "title: Icepack")

    done = clinic.build(CLINICAL_REVIEW="required")

    assert done.returncode == 0, done.stderr
    output = clinic.folder / "output"
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert "procedures/heat/index.html" in files
    assert "blog/cold-days/index.html" in files
    gone = {"procedures/cold", "compare/cold-vs-heat", "compare/warm-or-cold", "blog/warm-hands"}
    assert not [name for name in files if any(name.startswith(f"{address}/") for address in gone)]
    texts = {name for name in files if name.endswith((".html", ".csv", ".json", ".xml"))}
    said = {name: (output / name).read_text(encoding="utf-8") for name in texts}
    leading = re.compile("Icepack|procedures/cold/|-vs-|warm-or-cold|warm-hands")
    assert [name for name, text in said.items() if leading.search(text)] == []
    assert "3 changed since the review; 3 withheld (make due lists them)\n" in done.stderr


def test_a_signed_comparison_to_which_one_treatment_is_left_is_withheld_too(clinic):
    clinic.sign_all()
    clinic.edit("procedures/cold.md", "Cold numbs", "Cold dulls")
    assert clinic.state("comparisons/warm-or-cold") == "current"

    clinic.build(CLINICAL_REVIEW="required")

    assert not (clinic.folder / "output/compare/warm-or-cold").exists()
    assert "warm-or-cold" not in clinic.page("compare")


def test_where_nothing_is_reviewed_no_link_leads_nowhere(clinic):
    assert clinic.build(CLINICAL_REVIEW="required").returncode == 0

    output = clinic.folder / "output"
    links = {
        link
        for path in output.rglob("*.html")
        for link in re.findall('href="/([^"#]*)"', path.read_text(encoding="utf-8"))
    }
    assert links
    assert {link for link in links if not (output / link).exists()} == set()


def test_a_preview_shows_all_whatever_is_asked_for_in_public(clinic):
    assert clinic.build("pelicanconf", CLINICAL_REVIEW="required").returncode == 0

    assert NOT_YET in clinic.page("procedures/cold")


def test_another_word_is_refused_in_words(clinic):
    done = clinic.build(CLINICAL_REVIEW="requird")

    assert done.stderr == (
        'settings: CLINICAL_REVIEW: "requird" is not a choice\n'
        '    expected one of: label, noindex, required; did you mean "required"?\n'
    )
    assert done.returncode == 1
    assert not (clinic.folder / "output").exists()


def test_the_check_counts_what_is_reviewed(clinic):
    clinic.sign_all(*PAGES)

    assert clinic.desk("check").stdout == "reviews: all 5 medical pages are reviewed\n"


def test_a_record_of_no_page_is_a_notice(clinic):
    clinic.sign()
    (clinic.content / "reviews/procedures/heat.json").rename(clinic.content / "reviews/procedures/hea.json")

    done = clinic.desk("check", "--strict")

    assert done.stderr.startswith(
        "content/reviews/procedures/hea.json: notice: is the record of no page\n"
        "    expected the name of the page's file, where that was renamed; delete it if the page is gone; "
        'did you mean "heat.json"?\n'
    )
    assert done.returncode == 0
