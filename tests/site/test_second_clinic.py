"""A clinic of quite another kind, for bicycles, built with no change of code."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from plugins.desk.examine import examine
from plugins.procedures.fields import TYPES
from tests.site.website import GUIDE, words_of

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "content"
SECOND = Path(__file__).with_name("second_clinic") / "content"
TEXTS = (".html", ".csv", ".json")

# As a clinic would have it that likes Pelican's own theme, whose templates escape by themselves where they
# do, and print what may not be there.
SIMPLE = """
from pelicanconf import *
THEME = "simple"
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "extensions": []}
DIRECT_TEMPLATES = [name for name in DIRECT_TEMPLATES if name != "404"]
VERIFY_IGNORE = ["*#source-*", "*#guidelines"]  # that theme prints neither list
"""


def fields_of(content):
    return yaml.safe_load((content / "fields.yaml").read_text(encoding="utf-8"))


def headers(content):
    for path in sorted((content / "procedures").glob("*.md")):
        yield path.stem, yaml.load(path.read_text("utf-8").split("\n---", 1)[0], Loader=yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="module")
def clinic():
    return examine(SECOND, "content")


@pytest.fixture(scope="module")
def simple(once, tmp_path_factory):
    """Give the second clinic in Pelican's own theme."""
    settings = tmp_path_factory.mktemp("simple") / "settings.py"
    settings.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{SIMPLE}", encoding="utf-8")
    return once("simple", SECOND, settings=str(settings))


def test_it_builds_and_waits_only_for_what_is_still_an_example(second):
    assert second.status == 0
    notices = [line for line in second.said.splitlines() if not line.startswith("    ")]
    assert all("notice: clinic." in line and "is not yet filled in" in line for line in notices[:4])
    assert notices[4] == "4 notices in 1 file; the site was built"


def test_it_uses_every_type_of_field_and_every_kind_of_missing_value(clinic):
    assert {field.type_name for field in clinic.catalogue.fields} == set(TYPES)
    assert sum(field.browse for field in clinic.catalogue.fields) == 2

    said = "\n".join(path.read_text(encoding="utf-8") for path in SECOND.glob("procedures/*.md"))
    assert all(f": {word} " in said for word in ("not applicable", "not known", "not reported"))


def test_its_own_facts_are_the_rows_of_its_tables(second):
    labels = [field["label"] for field in fields_of(SECOND)]
    (full,) = second.site.tables("compare/index.html")
    (block,) = second.site.tables("blog/ride-home-repairs/index.html")

    evidence = ["Common and minor risks", "Serious risks", "What guidelines say"]
    assert list(full.columns) == [*labels, *evidence]
    assert full.rows == (
        "Brake bleed",
        "Chain bath",
        "Chain swap",
        "Inner tube swap",
        "Tire plug",
        "Wheel rebuild",
        "Wheel truing",
    )
    assert block.columns == ("Chain swap", "Inner tube swap", "Tire plug")


@pytest.mark.parametrize(
    ("procedure", "label", "words"),
    [
        ("Wheel truing", "Part of the bicycle", "Wheel"),
        ("Wheel truing", "Tools on the bench", "Hand tools, truing stand"),
        ("Wheel truing", "Signs that it is due", "A brake that rubs once per turn; a rim that sways"),
        ("Wheel truing", "Ride home the same day", "Yes"),
        ("Wheel truing", "Free checks afterward", "Up to 2 checks per season"),
        ("Wheel truing", "Wear allowed until then", "20 percent"),
        ("Wheel truing", "Shop charge", "25 EUR"),
        (
            "Wheel truing",
            "Still in order after a year",
            "At 1 year, 71 in 100 did, 29 did not. With another treatment: 88 in 100 did, 12 did not",
        ),
        ("Wheel rebuild", "Wear allowed until then", "Not applicable"),
        ("Wheel rebuild", "Free checks afterward", "1 check per season"),
        ("Wheel rebuild", "Shop charge", "110 to 1,250 EUR"),
        ("Wheel rebuild", "Minutes on the bench", "About 3 hours"),
        ("Tire plug", "How far off the next visit is", "Not known"),
        ("Tire plug", "Wear allowed until then", "50 to 60 percent"),
        ("Inner tube swap", "How far off the next visit is", "Until the next thorn."),
        ("Inner tube swap", "Serious risks", "No data"),
        ("Chain swap", "Wear allowed until then", "0.5 percent"),
        ("Brake bleed", "Wear allowed until then", "Not reported"),
        ("Brake bleed", "What guidelines say", "No data"),
    ],
)
def test_its_own_values_are_in_its_tables(second, procedure, label, words):
    (table,) = second.site.tables("compare/index.html")

    assert [line.words for line in table.cells[procedure, label]] == [words]


def test_a_comparison_has_the_rows_that_the_editor_chose_and_the_risks_with_them(second):
    (table,) = second.site.tables("compare/straight-again/index.html")

    assert table.rows == (
        "Minutes on the bench",
        "How far off the next visit is",
        "Still in order after a year",
        "Shop charge",
        "Common and minor risks",
        "Serious risks",
        "What guidelines say",
    )
    assert [line.words for line in table.cells["Serious risks", "Wheel truing"]] == [
        "A rim bent for good by too much tension: Not reported"
    ]


def test_a_list_of_a_value_has_its_own_address(second):
    page = second.site.tree("procedures/tool-kit/truing-stand/index.html")

    assert words_of(page.css_first("h1")) == "Tools on the bench: truing stand"
    assert [words_of(link) for link in page.css("main h3 a")] == ["Wheel rebuild", "Wheel truing"]


def test_details_of_the_clinic_stand_in_its_texts(second):
    assert "Call 555-0142 when" in words_of(second.site.tree("procedures/wheel-rebuild/index.html").body)
    assert "See also Example: Tuesday to Saturday" in words_of(
        second.site.tree("blog/ride-home-repairs/index.html").body
    )


def ours():
    """Return what only our own clinic says: ids and labels of fields, titles and categories of procedures."""
    fields = fields_of(OURS)
    found = [
        name for field in fields for name in (field["id"], field["id"].replace("_", "-"), field["label"])
    ]
    found += [text for slug, header in headers(OURS) for text in (slug, header["title"], header["category"])]
    return sorted(set(found))


@pytest.mark.parametrize("built", ["second", "simple"])
def test_nothing_of_our_clinic_is_in_its_output(built, request):
    site = request.getfixturevalue(built).site
    terms = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ours()))})(?![\w-])", re.IGNORECASE)
    names = [name for name in site.files if name.endswith(TEXTS) and not name.startswith(GUIDE)]

    assert len(names) > 40
    assert {name: terms.findall(site.text(name)) for name in names if terms.search(site.text(name))} == {}


def test_it_builds_in_pelicans_own_theme_too(simple):
    assert simple.status == 0, simple.said

    tree = simple.site.tree("compare/index.html")
    heads = [words_of(node) for node in tree.css("thead th")]
    assert heads[:2] == ["Treatment", "Part of the bicycle"]
    row = next(row for row in tree.css("tbody tr") if words_of(row.css_first("th")) == "Chain bath")
    assert words_of(row.css("td")[heads.index("Shop charge") - 1], "sup") == "18 EUR"
    article = simple.site.tree("blog/ride-home-repairs/index.html")
    assert [words_of(node) for node in article.css("table caption")] == ["Done while you wait"]
    assert [words_of(node) for node in article.css("table thead th")] == [
        "Fact",
        "Chain swap",
        "Inner tube swap",
        "Tire plug",
    ]


def code():
    """Return our program: every module of plugins/, settings, and every template."""
    patterns = ("*conf.py", "plugins/**/*.py", "plugins/**/*.html", "theme/templates/**/*.html")
    return [path for pattern in patterns for path in ROOT.glob(pattern)]


def texts_in(path):
    """Return the texts of a program that it could use as names: literals, but no docstrings and comments."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return re.findall(r"'([^'\n]*)'|\"([^\"\n]*)\"", re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL))
    tree = ast.parse(source)
    return [
        (node.value,)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_no_field_and_no_procedure_is_named_in_code_or_templates():
    """A name of two words is looked for everywhere, a plain word (as `setting`) as a whole literal only."""
    names = [field["id"] for field in fields_of(OURS)] + [slug for slug, _ in headers(OURS)]
    long = [name for name in names if re.search("[_-]", name)]
    assert len(code()) > 80
    assert len(names) > 30

    anywhere = re.compile(rf"(?<![\w-])(?:{'|'.join(long)})(?![\w-])")
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in code()
        for name in anywhere.findall(path.read_text(encoding="utf-8"))
    }
    found |= {
        (path.relative_to(ROOT).as_posix(), text)
        for path in code()
        for group in texts_in(path)
        for text in group
        if text in names
    }
    assert found == set()
