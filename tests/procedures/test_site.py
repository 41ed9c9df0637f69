"""A whole site, built by Pelican with its own theme `simple` and the templates that the plugin carries."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """\
from pelicanconf import *

THEME = "simple"
JINJA_ENVIRONMENT = {}  # as Pelican has it: nothing is escaped unless a template says so
DIRECT_TEMPLATES = ["index", "archives"]
"""
CONTENT = {
    "site.yaml": "title: Spokes\nclinic: {name: Spokes, phone: 030 1234}\nemergency: Call for help.\n",
    "people.yaml": "editorial-team: {name: The team}\n",
    "sources.yaml": "guild: {title: Handbook, publisher: Guild, url: https://guild.org/, date: 2020, "
    "accessed: 2026-11-01}\n",
    "fields.yaml": """\
- {id: time, label: How long, type: duration, group: The work}
- {id: tools, label: Tools, type: choices, choices: [jack, glue], group: The work, browse: true}
""",
    "procedures/true-a-wheel.md": """\
---
title: True a wheel
category: Wheels
approach: traditional
summary: It runs < straight.
compare_with: [new-rim, secret]
facts:
  time: 30–90 min [@guild]
  tools: jack [@guild]
---
Mind the spokes [@guild].
""",
    "procedures/new-rim.md": """\
---
title: New rim
category: Wheels
summary: A rim & more.
facts:
  time: 1 h [@guild]
  tools: "jack, glue [@guild]"
risks:
  - {effect: A cut, how_often: "1 in 100 [@guild]", serious: false}
---
Text.
""",
    "procedures/secret.md": """\
---
title: Secret
category: Wheels
summary: None.
status: draft
---
Draft.
""",
    "comparisons/rims.md": """\
---
title: Rims
summary: Two ways.
where: {tools: jack}
fields: [time]
---
Read [more](/procedures/new-rim/).
""",
    "comparisons/later.md": """\
---
title: Later
summary: Not yet.
procedures: [new-rim, true-a-wheel]
status: draft
---
Draft.
""",
    "articles/news.md": """\
---
title: News
date: 2026-01-02
category: News
summary: It rolls.
---
See [the rim]({filename}/procedures/new-rim.md).

/// compare | Both repairs
    procedures: [new-rim, true-a-wheel]
///
""",
}


def build(folder, settings=SETTINGS, files=CONTENT):
    content = folder / "content"
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "conf.py").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", content, "-s", folder / "conf.py", "-o", folder / "output"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    done = build(folder)

    assert done.returncode == 0, done.stderr
    return folder / "output"


def tree(site, address):
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def table_of(tree):
    """Give the words of a page's table, without the numbers of the sources."""
    for number in tree.css("table sup"):
        number.decompose()
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in tree.css("table tr")]


def rows(site, name):
    return list(csv.reader(io.StringIO((site / name).read_text(encoding="utf-8"), newline="")))


def test_every_page_that_the_address_book_promises_is_there(site):
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix != ".css"}

    assert {
        "procedures/index.html",
        "procedures/new-rim/index.html",
        "procedures/true-a-wheel/index.html",
        "procedures/tools/jack/index.html",
        "procedures/tools/glue/index.html",
        "compare/index.html",
        "compare/table.csv",
        "compare/rims/index.html",
        "compare/rims/table.csv",
        "compare/new-rim-vs-true-a-wheel/index.html",
        "compare/new-rim-vs-true-a-wheel/table.csv",
        "data/procedures.json",
        "data/procedures.csv",
        "data/schema.json",
    } <= found


def test_a_procedure_shows_its_facts_its_text_and_its_sources(site):
    page = tree(site, "procedures/true-a-wheel")

    assert page.css_first("main h1").text() == "True a wheel"
    assert "It runs < straight." in page.body.text()
    assert [fact.text() for fact in page.css("dt")] == ["How long", "Tools"]
    assert page.css_first("dd").text(strip=True) == "30 to 90 minutes1"
    assert "Mind the spokes" in page.body.text()
    assert [link.attributes["href"] for link in page.css("ol a")][:2] == [
        "https://guild.org/",
        "#cell-time-1",
    ]


def test_an_article_has_its_table_with_links_to_the_procedures(site):
    page = tree(site, "blog/news")

    assert page.css_first("caption").text() == "Both repairs"
    links = [link.attributes["href"] for link in page.css("thead a")]
    assert links == ["../../procedures/new-rim/", "../../procedures/true-a-wheel/"]
    assert "../../procedures/new-rim/" in [link.attributes["href"] for link in page.css("p a")]


def test_the_csv_beside_a_table_has_its_rows_and_columns(site):
    shown = table_of(tree(site, "compare/rims"))
    found = rows(site, "compare/rims/table.csv")

    assert [row[0] for row in shown] == ["Fact", "How long", "Common and minor risks"]
    assert found == [
        ["Fact", "New rim", "True a wheel"],
        ["How long", "1 hour [@guild]", "30 to 90 minutes [@guild]"],
        ["Common and minor risks", "A cut: 1 in 100 have it, 99 do not [@guild]", "No data"],
    ]
    assert [[words.replace(" [@guild]", "") for words in row] for row in found] == shown


def test_the_full_table_has_procedures_as_rows_and_so_has_its_csv(site):
    shown = table_of(tree(site, "compare"))
    found = rows(site, "compare/table.csv")

    assert shown[0] == found[0] == ["Treatment", "How long", "Tools", "Common and minor risks"]
    assert [row[0] for row in shown] == [row[0] for row in found] == ["Treatment", "New rim", "True a wheel"]


def test_a_value_leads_to_those_that_have_it(site):
    page = tree(site, "procedures/tools/jack")

    assert page.css_first("main h1").text() == "Tools: jack"
    assert [link.text() for link in page.css("ul a") if "procedures" in link.attributes["href"]] == [
        "New rim",
        "True a wheel",
    ]


def test_drafts_are_written_for_those_who_have_the_address_but_are_nowhere_listed(site):
    assert "Draft." in tree(site, "procedures/secret").body.text()
    assert "Draft." in tree(site, "compare/later").body.text()
    for address in ("procedures", "compare", "compare/rims", "blog/news"):
        assert "Secret" not in tree(site, address).body.text()
    assert "secret" not in (site / "data/procedures.json").read_text(encoding="utf-8")
    assert "secret" not in (site / "data/procedures.csv").read_text(encoding="utf-8")


def test_where_pelican_writes_no_drafts_there_are_none(tmp_path):
    settings = SETTINGS + 'DRAFT_SAVE_AS = ""\nDRAFT_PAGE_SAVE_AS = ""\n'

    done = build(tmp_path, settings)

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "output/procedures/secret").exists()
    assert not (tmp_path / "output/compare/later").exists()
    assert (tmp_path / "output/compare/rims/index.html").exists()


def test_the_data_names_each_fact_with_its_source(site):
    data = json.loads((site / "data/procedures.json").read_text(encoding="utf-8"))

    assert [one["slug"] for one in data["procedures"]] == ["new-rim", "true-a-wheel"]
    assert data["procedures"][1]["facts"]["time"][0]["sources"] == ["guild"]
    assert list(data["sources"]) == ["guild"]


def test_a_clinic_without_procedures_has_no_table_but_a_site(tmp_path):
    done = build(tmp_path, files={name: text for name, text in CONTENT.items() if name.endswith(".yaml")})

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output/procedures/index.html").exists()
    assert not (tmp_path / "output/compare/index.html").exists()
