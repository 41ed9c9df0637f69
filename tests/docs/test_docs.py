"""The documentation says what the program takes, all of it, and nothing else."""

import re
from pathlib import Path

import pytest
import yaml

from plugins.appointment.reading import KEYS as SHEET_KEYS
from plugins.editorial.body import Body
from plugins.editorial.glossary.term import KEYS as TERM_KEYS
from plugins.editorial.people import _KEYS as PERSON_KEYS
from plugins.editorial.posts import ARTICLE_KEYS, PAGE_KEYS
from plugins.editorial.sources import _KEYS as SOURCE_KEYS
from plugins.frontmatter import Place, Scalar, read_document
from plugins.procedures import read_comparison, read_fields, read_procedure
from plugins.procedures.facts import _long_keys
from plugins.procedures.fields import TYPES
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import Certainty, Comparator, Missing
from plugins.procedures.procedure_file import _POSITION_KEYS, _RISK_KEYS, APPROACHES, SAYS, procedure_keys
from plugins.procedures.schema import _KEYS as FIELD_KEYS
from plugins.procedures.schema import HEADER_KEYS, PICTURES, SCHEMA_ORG

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ROOT / "docs/fields.md"
STAFF = ROOT / "docs/staff.md"
REVIEWS = ROOT / "docs/reviews.md"
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", STAFF, FIELDS, REVIEWS]
DOCS = sorted({*GUIDES, *ROOT.glob("docs/**/*.md"), *ROOT.glob("plugins/*/README.md"), ROOT / "CHANGELOG.md"})
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(path):
    return path.read_text(encoding="utf-8")


def section(heading, path=FIELDS):
    """Return the part of a guide below a heading, up to the next of its level."""
    return re.split(r"^## ", read(path).split(f"\n## {heading}\n", 1)[1], flags=re.MULTILINE)[0]


def rows(text):
    """Return the cells of the lines of each Markdown table, without its head."""
    tables = re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
        for table in tables
    ]


def blocks(path, language=None):
    return [body for found, body in BLOCK.findall(read(path)) if language in {None, found}]


def example(start):
    """Return the one example of docs/fields.md that says `start`."""
    (found,) = [body for body in blocks(FIELDS) if start in body]
    return found


@pytest.fixture
def fields():
    return read_fields(ROOT / "content/fields.yaml", "fields.yaml")


def test_the_table_of_our_fields_is_fields_yaml(fields):
    (table,) = rows(section("Our fields"))

    assert table == [[f"`{field.id}`", field.label, field.type_name] for field in fields]


def test_each_key_of_a_field_and_each_type_is_explained():
    keys, types = rows(section("fields.yaml"))

    assert [row[0] for row in keys] == [f"`{key}`" for key in FIELD_KEYS]
    assert [row[0] for row in types] == [f"`{name}`" for name in TYPES]
    assert all(all(row) for row in keys + types)


@pytest.mark.parametrize("name", TYPES)
def test_what_a_type_is_said_to_take_is_taken(name):
    """The examples stand between backquotes; what follows "never" is refused."""
    (typed,) = [row[1] for row in rows(section("fields.yaml"))[1] if row[0] == f"`{name}`"]
    options = {"choices": ("local", "general", "3"), "unit": "USD" if name == "money" else "", "per": "year"}
    kind = TYPES[name](**{key: value for key, value in options.items() if key in TYPES[name].takes})
    good, _, bad = typed.partition("never")

    for text in re.findall(r"`([^`]+)`", good):
        kind.parse(Scalar(Place("docs"), text) if not text.startswith("[") else sequence(text))
    for text in re.findall(r"`([^`]+)`", bad.replace("1 in X", "1 in 7")):
        with pytest.raises(Exception, match="not a denominator"):
            kind.parse(Scalar(Place("docs"), text))


def sequence(text):
    from plugins.frontmatter import parse_yaml

    return parse_yaml(text, "docs")


def keys_in(node, path=()):
    """Yield each key of a YAML value with the keys above it."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield (*path, key)
            yield from keys_in(inner, (*path, key))
    elif isinstance(node, list):
        for inner in node:
            yield from keys_in(inner, path)


def front_matter(text):
    return yaml.load(text.split("\n---", 1)[0], Loader=yaml.BaseLoader)  # noqa: S506


def test_the_example_of_a_procedure_has_every_key_that_there_is(fields):
    found = list(keys_in(front_matter(example("relief_lasts:                            # long form"))))
    own = [path[0] for path in found if len(path) == 1]
    facts = {path[2] for path in found if path[0] == "facts" and len(path) == 3}

    assert sorted(own) == sorted(procedure_keys(fields))
    assert [path[1] for path in found if path[0] == "risks" and len(path) == 2] == list(_RISK_KEYS)
    assert [path[1] for path in found if path[0] == "guidelines" and len(path) == 2] == list(_POSITION_KEYS)
    assert set(_long_keys(Frequency())) - facts == {
        "says"
    }  # it stands in the place of `value`, said beside it
    assert "or says: a sentence" in read(FIELDS)


def test_the_example_of_a_procedure_is_read_as_it_stands(fields, tmp_path):
    path = tmp_path / "radiofrequency-ablation.md"
    path.write_text(example("relief_lasts:                            # long form"), encoding="utf-8")

    document = read_document(path, "docs/fields.md")
    procedure = read_procedure(document, Body(), fields)

    assert procedure.title == "Radiofrequency ablation"
    assert list(procedure.facts) == ["procedure_time", "relief_lasts", "helped"]
    assert procedure.risks[0].serious is False
    assert procedure.guidelines[0].year == "2016"


def test_the_examples_of_comparisons_are_read_as_they_stand(tmp_path):
    path = tmp_path / "injections.md"
    path.write_text(example("title: Injections for back and neck pain"), encoding="utf-8")
    listed = read_comparison(read_document(path, "docs/fields.md"), Body())
    where = example("where: {regions: lower back")
    path.write_text(f"---\ntitle: By region\nsummary: All of them.\n{where}---\n", encoding="utf-8")
    chosen = read_comparison(read_document(path, "docs/fields.md"), Body())

    assert [slug for slug, _ in listed.pick.procedures] == ["nerve-block", "trigger-point-injection"]
    assert [(condition.key, [value for value, _ in condition.values]) for condition in chosen.pick.where] == [
        ("regions", ["lower back"]),
        ("approach", ["interventional"]),
    ]


@pytest.mark.parametrize(
    "word",
    [
        *(missing.value for missing in Missing),
        *(certainty.value for certainty in Certainty),
        *(comparator.value for comparator in Comparator),
        *SAYS,
        *APPROACHES,
        *PICTURES,
        *SCHEMA_ORG,
        *HEADER_KEYS,
    ],
)
def test_each_word_that_has_a_meaning_is_in_the_guide(word):
    assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", read(FIELDS), re.IGNORECASE)


@pytest.mark.parametrize(
    "key", [*ARTICLE_KEYS, *PAGE_KEYS, *SOURCE_KEYS, *PERSON_KEYS, *TERM_KEYS, *SHEET_KEYS, "reply_to"]
)
def test_each_key_of_what_staff_write_is_in_a_guide(key):
    text = read(STAFF) + read(FIELDS) + read(ROOT / "content/people.yaml")

    assert re.search(rf"(?<!\w){key}:|`{key}`", text)


def test_every_make_target_is_named_in_a_guide():
    targets = re.findall(r"^([a-z-]+):.*## ", read(ROOT / "Makefile"), re.MULTILINE)
    guides = "\n".join(map(read, GUIDES))

    assert len(targets) >= 8
    named = [name for name in targets if re.search(rf"\bmake (?:\w+ )*{name}\b", guides)]
    assert set(targets) - set(named) == {"help"}  # which is `make` alone


def test_no_guide_names_a_target_that_is_not_there():
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE))
    named = {
        name for path in GUIDES for name in re.findall(r"(?:`|^)make ([a-z-]+)", read(path), re.MULTILINE)
    }

    assert named - targets == set()


def anchors(path):
    """Return the fragments of a Markdown file as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", BLOCK.sub("", read(path)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_the_guides_lead_somewhere(path):
    text = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", read(path)))
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    dead = []
    for link in links:
        file, _, fragment = link.partition("#")
        target = path.parent / file if file else path
        if "://" not in link and not (target.exists() and (not fragment or fragment in anchors(target))):
            dead.append(link)

    assert dead == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_that_a_guide_names_exist(path):
    """Names between backquotes that begin with one of our folders; those with <...> or … are patterns."""
    named = re.findall(r"`((?:content|docs|plugins|scripts|theme)/[\w./-]+)`", read(path))

    assert [name for name in named if not (ROOT / name).exists()] == []
