"""Our own content: what the check says of each file, and the rules of the editors that words must keep."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from plugins.desk.examine import examine
from plugins.editorial.words import word_problems
from plugins.frontmatter import Document, Mapping, Place, Severity

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
FOLDERS = ("articles", "comparisons", "pages", "procedures")
FILES = sorted(path for folder in FOLDERS for path in (CONTENT / folder).iterdir())
SHARED = [CONTENT / name for name in ("fields.yaml", "people.yaml", "site.yaml", "sources.yaml")]
PROCEDURES = [path for path in FILES if path.parent.name == "procedures"]
JUDGED = [path for path in FILES if path.parent.name != "pages"]  # pages are about the clinic and the site

TREATMENTS = {
    "basivertebral-nerve-ablation",
    "botulinum-toxin-chronic-migraine",
    "epidural-steroid-injection",
    "facet-joint-injection",
    "intrathecal-pump",
    "kyphoplasty",
    "minimally-invasive-lumbar-decompression",
    "nerve-block",
    "oral-pain-medicines",
    "peripheral-nerve-stimulation",
    "physical-therapy",
    "psychological-therapy",
    "radiofrequency-ablation",
    "sacroiliac-joint-injection",
    "spinal-cord-stimulation",
    "trigger-point-injection",
    "vertebroplasty",
}
COMPARISONS = {
    "Interventional and traditional treatment side by side",
    "Injections for back and neck pain",
    "Implants and devices",
    "After a spinal fracture",
}
STOPPING = re.compile(
    r"do not stop [^.]*(?:blood thinner|medicine)[^.]* yourself|"
    r"blood thinner, do not stop (?:it|one) yourself",
    re.IGNORECASE,
)
CITATION = re.compile(r"\s*\[@[^\]]*\]")
BLOCK = re.compile(r"^///.*?^///\s*$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def edition():
    return examine(CONTENT, "content")


def text_of(path):
    """Return the text below the front matter, without citations and blocks."""
    below = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    return CITATION.sub("", BLOCK.sub("", below))


def name(path):
    return path.relative_to(CONTENT).as_posix()


@pytest.mark.parametrize("path", [*FILES, *SHARED], ids=name)
def test_the_check_has_nothing_against(path, edition):
    """Notices of what a clinic must fill in, and of words that could be plainer, are no fault."""
    found = [problem for problem in edition.problems if problem.place.path == f"content/{name(path)}"]

    assert [str(problem) for problem in found if problem.severity > Severity.NOTICE] == []


def test_every_file_is_read(edition):
    read = {post.path for post in edition.posts.values()}
    read |= {item.path for item in (*edition.catalogue.procedures.values(), *edition.catalogue.comparisons)}

    assert read == {f"content/{name(path)}" for path in FILES}
    assert not edition.left_out


def test_all_treatments_and_comparisons_are_there_and_public(edition):
    assert {procedure.slug for procedure in edition.catalogue.in_order} == TREATMENTS
    assert {page.title for page in edition.catalogue.comparisons} == COMPARISONS
    assert {page.status for page in edition.catalogue.comparisons} == {"published"}


@pytest.mark.parametrize("path", PROCEDURES, ids=name)
def test_the_text_of_a_treatment_has_250_to_500_words(path):
    assert 250 <= len(re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text_of(path))) <= 500


def test_no_word_promises_more_than_a_source_can():
    """The check above says so for each file; here is shown that it looks at the words."""
    header = Mapping(Place("x.md", 2, 1), ())
    document = Document("x.md", header, "It cures 1 in 7 for good.", 4)

    assert [problem.message for problem in word_problems(document)] == [
        '"cures" says more than a source can show',
        '"1 in 7" cannot be compared at a glance',
    ]


@pytest.mark.parametrize("path", JUDGED, ids=name)
def test_where_a_blood_thinner_is_named_nobody_is_left_to_stop_it_alone(path):
    text = " ".join(text_of(path).split())
    names_one = re.search(r"blood[- ]thinner|anticoagulant", text, re.IGNORECASE)

    assert not names_one or STOPPING.search(text)


def test_some_texts_name_blood_thinners():
    """Or else the test above would show nothing."""
    assert sum("blood thinner" in text_of(path) for path in JUDGED) >= 5


def calls(text):
    """Return the paragraphs that say when to call, each with the list that it announces."""
    parts = re.split(r"\n\s*\n(?!- )", text)
    return [part for part in parts if re.search(r"\b[Cc]all (?:the|your|us|at once)|\b911\b|emergency", part)]


@pytest.mark.parametrize("path", PROCEDURES, ids=name)
def test_when_to_call_names_bladder_or_bowel_trouble_and_new_weakness(path):
    text = " ".join(calls(text_of(path)))

    assert re.search(r"bladder|bowel|urine|stool", text)
    assert re.search(r"weak", text)


@pytest.mark.parametrize("path", PROCEDURES, ids=name)
def test_every_figure_of_a_treatment_has_a_source(path):
    """Walks the typed front matter, not our rule that says the same."""
    header = yaml.load(path.read_text("utf-8").split("\n---", 1)[0], Loader=yaml.BaseLoader)  # noqa: S506
    facts = [
        item for fact in header["facts"].values() for item in (fact if isinstance(fact, list) else [fact])
    ]
    facts += [risk["how_often"] for risk in header["risks"]]
    without = [
        fact for fact in facts if not (fact.get("sources") if isinstance(fact, dict) else "[@" in fact)
    ]

    assert len(facts) >= 8
    assert [fact for fact in without if re.search(r"\d", str(fact))] == []


@pytest.mark.parametrize("path", PROCEDURES, ids=name)
def test_a_treatment_shows_harms_beside_benefits(path, edition):
    procedure = next(p for p in edition.catalogue.in_order if p.path == f"content/{name(path)}")

    assert procedure.risks
    assert {"helped", "evidence"} & set(procedure.facts)


def test_nobody_has_signed_and_no_person_is_invented(edition):
    items = [*edition.posts.values(), *edition.catalogue.in_order, *edition.catalogue.comparisons]

    assert Counter((item.byline.written_by[0], item.byline.reviewed_by) for item in items) == {
        ("editorial-team", None): len(FILES)
    }
    assert list(edition.house.people.records) == ["editorial-team"]
