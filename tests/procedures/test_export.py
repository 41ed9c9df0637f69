import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plugins.editorial import Numbering
from plugins.procedures import compare
from plugins.procedures.export import (
    catalogue_csv,
    catalogue_json,
    full_table_csv,
    safe_cell,
    schema_json,
    table_csv,
)
from plugins.procedures.notes import Notes
from plugins.procedures.views import table_view
from tests.procedures.samples import FIELDS, catalogue, facts, house, repair

WHOLE = """\
also_called: [rim truing]
facts:
  method: By hand [@guild]
  parts: [rim, spokes]
  place: workshop [@guild]
  tools: [jack, spoke key]
  done_at_once: no [@guild]
  time: 30 to 90 minutes [@guild; @club]
  visits: up to 3 per year [@guild]
  slack: not reported [@guild]
  price: {value: at least 20 USD, sources: [club], conflict: Half of it., conflict_sources: [maker]}
  held:
    - {value: 48 in 100, compared_with: sham, versus: 9 in 100, when: 6 months, sources: [club],
       population: wheels of steel, certainty: low, note: Rims bend.}
    - {says: no better than before, sources: [guild]}
risks:
  - {effect: A broken spoke, how_often: "2 in 100 [@guild]", within: 1 week, serious: false}
  - {effect: A fall, how_often: not reported, serious: true}
guidelines:
  - {body: The Guild, year: 2016, kind: guideline, says: for, about: rims of metal, strength: should,
     summary: Slowly., note: Dry., source: guild}
  - {body: The Club, year: not shown, says: against, about: carbon, source: [club, maker]}
"""
WHEEL = repair("true-a-wheel", WHOLE, approach="traditional")
RIM = repair("new-rim", "facts:\n  price: not applicable\n  method: =1+1", title='"@home, \'+rim"')
SHOP = catalogue(WHEEL, RIM)
HOUSE = house("guild", "club", "maker", "nobody")


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def data():
    return json.loads(catalogue_json(SHOP, HOUSE.sources.records))


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(schema_json(SHOP))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_json_is_what_its_schema_says(data, validator):
    assert [error.message for error in validator.iter_errors(data)] == []
    assert data["$schema"] == "schema.json"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda procedure: procedure.pop("slug"),
        lambda procedure: procedure.update(colour="red"),
        lambda procedure: procedure["facts"].update(weight=[]),
        lambda procedure: procedure["facts"]["time"][0].pop("sources"),
        lambda procedure: procedure["facts"]["time"][0].update(certainty="none"),
        lambda procedure: procedure["facts"]["time"][0]["value"].update(min="30"),
        lambda procedure: procedure["facts"]["tools"][0].update(value=["hammer"]),
        lambda procedure: procedure["facts"]["slack"][0].update(missing="unsaid"),
        lambda procedure: procedure["risks"][0].pop("serious"),
        lambda procedure: procedure["guidelines"][0].pop("about"),
    ],
)
def test_the_schema_refuses_what_the_json_never_says(data, validator, spoil):
    spoiled = json.loads(json.dumps(data))

    spoil(spoiled["procedures"][1])

    assert not validator.is_valid(spoiled)


def test_a_finding_is_whole_in_json(data):
    wheel = data["procedures"][1]

    assert wheel["facts"]["held"][0] == {
        "text": "48 in 100",
        "value": {"text": "48 in 100", "min": 48, "max": 48, "qualifier": None, "unit": "in 100"},
        "certainty": "low",
        "population": "wheels of steel",
        "compared_with": "sham",
        "versus": {"text": "9 in 100", "min": 9, "max": 9, "qualifier": None, "unit": "in 100"},
        "when": {"text": "6 months", "min": 6, "max": 6, "qualifier": None, "unit": "months"},
        "note": "Rims bend.",
        "sources": ["club"],
    }
    assert wheel["facts"]["held"][1] == {"text": "no better than before", "sources": ["guild"]}
    assert wheel["facts"]["slack"] == [
        {"text": "Not reported", "missing": "not reported", "sources": ["guild"]}
    ]
    assert wheel["facts"]["done_at_once"] == [{"text": "no", "value": False, "sources": ["guild"]}]
    assert wheel["facts"]["price"][0]["conflict"] == "Half of it."
    assert wheel["facts"]["price"][0]["conflict_sources"] == ["maker"]


def test_risks_and_guidelines_are_whole_in_json(data):
    wheel = data["procedures"][1]

    assert wheel["risks"][0]["how_often"]["text"] == "2 in 100"
    assert wheel["risks"][0]["within"]["text"] == "1 week"
    assert wheel["risks"][1] == {
        "effect": "A fall",
        "serious": True,
        "how_often": {"text": "Not reported", "missing": "not reported", "sources": []},
    }
    assert wheel["guidelines"][1] == {
        "body": "The Club",
        "year": "not shown",
        "kind": "guideline",
        "says": "against",
        "about": "carbon",
        "sources": ["club", "maker"],
    }


def test_the_json_has_the_sources_that_are_cited_and_no_others(data):
    assert list(data["sources"]) == ["club", "guild", "maker"]
    assert data["sources"]["guild"] == {
        "title": "Handbook guild",
        "publisher": "The Guild",
        "url": "https://guild.example/guild",
        "date": "2020-05",
        "accessed": "2026-11-01",
    }


def test_the_files_end_with_a_line_and_keep_their_letters():
    titled = catalogue(repair("pneu", title="Pneu crevé"))

    text = catalogue_json(titled, {})

    assert text.endswith("}\n")
    assert "Pneu crevé" in text
    assert schema_json(titled).endswith("}\n")


def shown(table):
    """Give rows of words as the table's view has them, sources as their keys."""
    notes = Notes(Numbering(HOUSE.sources.records))
    view = table_view(table, notes, lambda procedure: procedure.slug)
    yield ["Fact", *(head.title for head in view.heads)]
    for row in view.rows:
        yield [row.label, *("\n".join(_lines(cell)) for cell in row.cells)]


def _lines(cell):
    yield from [cell.summary] if cell.summary else []
    for line in cell.lines:
        subject = f"{line.subject}: " if line.subject else ""
        after = f", {line.after}" if line.after else ""
        yield f"{subject}{line.text}{after}{_keys(line.note.refs if line.note else ())}"
        yield from [line.context] if line.context else []
        if line.note:
            yield from (f"{label}: {words}" for label, words in line.note.details)
            if line.note.conflict:
                yield f"Sources differ: {line.note.conflict}{_keys(line.note.conflict_refs)}"


def _keys(refs):
    keys = "; ".join(f"@{ref.title.removeprefix('Handbook ')}" for ref in refs)
    return f" [{keys}]" if keys else ""


def in_the_open(cell):
    """Give a cell of the CSV with what a table shows without a label in one line, as there."""
    lines = cell.replace("\nCompared with: A", ". Compared with a").split("\n")
    return "\n".join(line.removeprefix("Who: ") for line in lines)


def test_the_csv_of_a_table_is_exactly_that_table():
    table = compare("Both", SHOP.in_order, FIELDS)

    found = rows(table_csv(table))

    said = [[in_the_open(cell) for cell in row] for row in found]
    assert said == [[safe_cell(cell) for cell in row] for row in shown(table)]
    assert len(found) == 1 + len(table.rows)


def test_the_csv_of_the_full_table_has_procedures_as_rows_like_the_table():
    full = SHOP.full("All repairs")

    across = list(zip(*rows(table_csv(full)), strict=True))
    found = rows(full_table_csv(full))

    assert found[0] == ["Treatment", *across[0][1:]]
    assert [tuple(row) for row in found[1:]] == across[1:]
    assert [row[0] for row in found[1:]] == ["'@home, '+rim", "True a wheel"]


def test_a_cell_says_all_that_limits_it():
    found = {row[0]: row[2] for row in rows(table_csv(SHOP.full("All")))}

    assert found["Held"] == (
        "At 6 months, 48 in 100 did, 52 did not. "
        "With a dummy treatment (sham): 9 in 100 did, 91 did not [@club]\n"
        "Who: Wheels of steel\nCompared with: A dummy treatment (sham)\n"
        "Certainty: Low\nNote: Rims bend.\n"
        "No better than before [@guild]"
    )
    assert found["Price"] == "At least 20 USD [@club]\nSources differ: Half of it. [@maker]"
    assert found["Common and minor risks"] == (
        "A broken spoke: 2 in 100 have it, 98 do not, within 1 week [@guild]"
    )
    assert found["What guidelines say"].splitlines()[:3] == [
        "Guidelines disagree: 1 for, 1 against",
        "The Guild 2016: For, should [@guild]",
        "Who: Rims of metal",
    ]


def test_no_cell_of_a_table_is_empty():
    assert all(cell for row in rows(table_csv(SHOP.full("All"))) for cell in row)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_no_cell_starts_a_formula_whatever_an_author_wrote(text):
    cell = safe_cell(text)

    assert cell[0] not in "=+-@＝＋－＠"
    assert cell in {text, f"'{text}"}


def test_what_an_author_wrote_never_starts_a_formula_in_a_file():
    files = [table_csv(SHOP.full("All")), full_table_csv(SHOP.full("All")), catalogue_csv(SHOP)]

    cells = [cell for text in files for row in rows(text) for cell in row]

    assert "'=1+1" in cells
    assert "'@home, '+rim" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_every_finding_is_a_line_of_the_csv():
    head, *found = rows(catalogue_csv(SHOP))
    wheel = [dict(zip(head, row, strict=True)) for row in found if row[0] == "true-a-wheel"]

    assert [line["field"] for line in wheel] == [
        *("method parts place tools done_at_once time visits held held slack price".split()),
        *("risks risks guidelines guidelines".split()),
    ]
    held = wheel[7]
    assert (held["label"], held["text"], held["versus"], held["when"]) == (
        "Held",
        "48 in 100",
        "9 in 100",
        "6 months",
    )
    assert (held["compared_with"], held["certainty"], held["population"]) == (
        "sham",
        "low",
        "wheels of steel",
    )
    assert (held["note"], held["sources"]) == ("Rims bend.", "club")
    assert (wheel[5]["sources"], wheel[10]["conflict_sources"]) == ("guild club", "maker")
    assert (wheel[11]["label"], wheel[11]["within"], wheel[11]["serious"]) == (
        "A broken spoke",
        "1 week",
        "no",
    )
    assert (wheel[12]["text"], wheel[12]["serious"]) == ("Not reported", "yes")
    assert [line["label"] for line in wheel[13:]] == ["The Guild 2016", "The Club"]
    assert (wheel[13]["text"], wheel[13]["population"], wheel[13]["note"]) == (
        "for",
        "rims of metal",
        "should Slowly. Dry.",
    )
    assert wheel[14]["sources"] == "club maker"


def test_a_fact_that_is_not_mentioned_is_a_line_too():
    found = [
        row for row in rows(catalogue_csv(catalogue(facts("new-chain", time="1 h")))) if row[2] == "price"
    ]

    assert [row[4] for row in found] == ["No data"]
