"""Each fact of each procedure is wherever a reader may look for it, with its sources.

Once from the model, word for word; and once from the files as they were typed, without any code of ours.
"""

import csv
import json
import re
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from plugins.procedures.catalogue import called_pick
from plugins.procedures.comparison import evidence_rows, field_row
from plugins.procedures.fields.duration import Duration
from plugins.procedures.fields.frequency import Frequency
from plugins.procedures.model import Missing
from plugins.procedures.notes import behind
from plugins.procedures.words import in_the_open, statement_words, value_words
from tests.site.website import Line

OURS = Path(__file__).resolve().parents[2] / "content"
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
CITATION = re.compile(r"\[@([^\]]+)\]")
OPEN = ("Who", "Compared with", "When")  # limits that some rows show in the open
NOT_SHOWN = {"kind", "strength", "serious"}  # in the data files; `serious` decides on the row


def line_of(statement, row, house):
    """Return what a reader must find for a statement of the model."""
    finding = statement.finding
    open_, noted = split(behind(statement), lambda pair: pair[0] in row.shown)

    def urls(citations):
        return tuple(dict.fromkeys(house.sources.records[citation.key].url for citation in citations))

    return Line(
        " ".join(statement_words(statement, row.type).split()),
        urls(finding.sources),
        frozenset(noted) | ({("Sources differ", finding.conflict)} if finding.conflict else set()),
        urls(finding.conflict_sources),
        in_the_open(open_),
    )


def split(pairs, wanted):
    """Return the pairs that are wanted, and the others."""
    return [pair for pair in pairs if wanted(pair)], [pair for pair in pairs if not wanted(pair)]


def lines_of(cell, row, house):
    summary = [Line(cell.summary)] if cell.summary else []
    return (*summary, *(line_of(statement, row, house) for statement in cell.statements))


def brief_lines_of(cell, row, house):
    """Return the lines of a cell in a text: of guidelines one, which leads to all of them."""
    lines = lines_of(cell, row, house)
    if not cell.summary:
        return lines
    return (Line(cell.summary, tuple(dict.fromkeys(url for line in lines[1:] for url in line.sources))),)


def assert_says(table, comparison, house, wanted=lines_of):
    """Compare a table of a page with the model, cell by cell."""
    titles = tuple(procedure.title for procedure in comparison.procedures)
    labels = tuple(row.label for row in comparison.rows)
    full = table.columns == labels  # there, procedures are rows

    assert (table.rows, table.columns) == ((titles, labels) if full else (labels, titles))
    for row in comparison.rows:
        for title, cell in zip(titles, row.cells, strict=True):
            at = (title, row.label) if full else (row.label, title)
            assert table.cells[at] == wanted(cell, row, house), (table.caption, *at)


def comparisons_of(catalogue):
    """Yield the address and the model of each comparison page that is not the full table."""
    for page in catalogue.comparisons:
        yield f"compare/{page.slug}/", catalogue.comparison(page.title, page.pick)
    for pair in catalogue.pairs:
        yield f"compare/{pair[0].slug}-vs-{pair[1].slug}/", catalogue.pair(pair)


def test_the_page_of_each_procedure_says_every_fact(ours, edition):
    catalogue = edition.catalogue

    for procedure in catalogue.in_order:
        rows = [field_row(field, (procedure,)) for field in catalogue.fields]
        rows += evidence_rows((procedure,))
        wanted = {row.label: lines_of(row.cells[0], row, edition.house) for row in rows}
        assert ours.facts(f"procedures/{procedure.slug}/index.html") == wanted


def test_the_full_table_says_every_fact_of_every_procedure(ours, edition):
    (table,) = ours.tables("compare/index.html")

    assert len(table.cells) >= 17 * 20
    assert_says(table, edition.catalogue.full(table.caption), edition.house)


def test_each_comparison_page_says_what_its_procedures_say(ours, edition):
    for address, comparison in comparisons_of(edition.catalogue):
        (table,) = ours.tables(f"{address}index.html")
        assert table.caption == comparison.caption
        assert_says(table, comparison, edition.house)


def test_each_block_in_a_text_says_what_its_procedures_say(ours, edition):
    seen = 0
    texts = [
        (f"blog/{post.slug}/", post) for path, post in edition.posts.items() if path.startswith("articles")
    ]
    texts += [(f"procedures/{item.slug}/", item) for item in edition.catalogue.in_order]
    for address, item in texts:
        tables = list(ours.tables(f"{address}index.html"))
        assert [table.caption for table in tables] == [call.argument for call in item.body.calls]
        for table, call in zip(tables, item.body.calls, strict=True):
            comparison = edition.catalogue.comparison(call.argument, called_pick(call))
            assert_says(table, comparison, edition.house, brief_lines_of)
            seen += 1

    assert seen >= 2


def test_each_table_is_its_csv_cell_by_cell(ours, edition):
    urls = {key: source.url for key, source in edition.house.sources.records.items()}
    names = sorted(name for name in ours.files if name.endswith("/table.csv"))
    assert len(names) >= 5 + len(edition.catalogue.pairs)

    for name in names:
        (table,) = ours.tables(f"{name.removesuffix('table.csv')}index.html")
        head, *rows = ours.csv(name)
        assert (tuple(head[1:]), tuple(row[0] for row in rows)) == (table.columns, table.rows)
        for row, *cells in rows:
            for column, cell in zip(head[1:], cells, strict=True):
                said = sorted(csv_line(line, urls) for line in in_one_line(cell.removeprefix("'")))
                assert said == sorted(flat(table.cells[row, column])), (name, row, column)


def in_one_line(cell):
    """Yield the lines of a CSV cell; what a table may show in the open, without labels, as one line."""
    pairs = [(line, *line.partition(": ")[::2]) for line in cell.split("\n")]
    for is_open, group in groupby(pairs, lambda pair: pair[1] in OPEN):
        found = list(group)
        yield from (
            [in_the_open((label, words) for _, label, words in found)] if is_open else [f[0] for f in found]
        )


def csv_line(text, urls):
    """Take a line of a CSV cell apart: its words, and where its sources stand."""
    words, bracket, keys = text.partition(" [@")
    return " ".join(words.split()), tuple(urls[key] for key in re.findall(r"[^;@\s\]]+", keys) if bracket)


def flat(lines):
    """Yield the lines of a cell as its CSV has them: what limits a line stands in lines of its own."""
    for line in lines:
        yield line.words, line.sources
        opened, noted = split(line.limits, lambda pair: pair[0] in OPEN)
        if words := line.context or in_the_open(sorted(opened, key=lambda pair: OPEN.index(pair[0]))):
            yield words, ()
        for label, words in noted:
            yield f"{label}: {words}", line.conflict_sources if label == "Sources differ" else ()


def keys_of(citations):
    return list(dict.fromkeys(citation.key for citation in citations))


def finding_data(finding, kind):
    """Return the texts of a finding as the data files must give them."""
    return {
        "text": value_words(finding, kind),
        "missing": finding.value.value if isinstance(finding.value, Missing) else "",
        "certainty": finding.certainty.value if finding.certainty else "",
        "population": finding.population,
        "compared_with": finding.compared_with.value if finding.compared_with else "",
        "versus": kind.show(finding.versus) if finding.versus is not None else "",
        "when": Duration().show(finding.when) if finding.when else "",
        "note": finding.note,
        "conflict": finding.conflict,
        "sources": keys_of(finding.sources),
        "conflict_sources": keys_of(finding.conflict_sources),
    }


def json_data(found):
    """Return the texts of a finding in the JSON, quantities in words."""
    flat = {key: value["text"] if isinstance(value, dict) else value for key, value in found.items()}
    empty = dict.fromkeys(finding_data_keys(), "") | {"sources": [], "conflict_sources": []}
    return empty | {key: value for key, value in flat.items() if key != "value"}


def finding_data_keys():
    texts = "text missing certainty population compared_with versus when note conflict"
    return texts.split()


def test_the_json_says_every_fact_of_every_procedure(ours, edition):
    data = json.loads(ours.text("data/procedures.json"))
    by_slug = {item["slug"]: item for item in data["procedures"]}
    assert list(by_slug) == [procedure.slug for procedure in edition.catalogue.in_order]

    for procedure in edition.catalogue.in_order:
        found = by_slug[procedure.slug]
        assert list(found["facts"]) == [f.id for f in edition.catalogue.fields if f.id in procedure.facts]
        for field in edition.catalogue.fields:
            if fact := procedure.facts.get(field.id):
                said = [json_data(finding) for finding in found["facts"][field.id]]
                assert said == [finding_data(finding, field.type) for finding in fact.findings]
        assert [
            (
                risk["effect"],
                risk["serious"],
                json_data(risk["how_often"]),
                risk.get("within", {}).get("text"),
            )
            for risk in found["risks"]
        ] == [
            (
                risk.effect,
                risk.serious,
                finding_data(risk.how_often, Frequency()),
                Duration().show(risk.within) if risk.within else None,
            )
            for risk in procedure.risks
        ]
        assert [
            (item["body"], item["year"], item["says"], item["about"], item["sources"])
            for item in found["guidelines"]
        ] == [
            (position.body, position.year, position.says, position.about, keys_of(position.sources))
            for position in procedure.guidelines
        ]


def test_the_json_has_each_source_that_it_names_and_no_other(ours, edition):
    data = json.loads(ours.text("data/procedures.json"))
    named = set(re.findall(r'"((?:\\.|[^"\\])*)"', json.dumps(list(source_lists(data["procedures"])))))

    assert set(data["sources"]) == named
    for key, found in data["sources"].items():
        source = edition.house.sources.records[key]
        assert (found["title"], found["url"], found["publisher"]) == (
            source.title,
            source.url,
            source.publisher,
        )


def source_lists(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key in {"sources", "conflict_sources"} else source_lists(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from source_lists(inner)


def test_the_csv_says_every_fact_of_every_procedure(ours, edition):
    rows = list(csv.DictReader(ours.text("data/procedures.csv").splitlines(keepends=True)))
    found = {key: list(group) for key, group in groupby(rows, lambda row: (row["procedure"], row["field"]))}

    for procedure in edition.catalogue.in_order:
        for field in edition.catalogue.fields:
            said = [csv_data(row) for row in found[procedure.slug, field.id]]
            wanted = [finding_data(finding, field.type) for finding in procedure.fact(field.id)]
            assert said == [without_missing(data) for data in wanted], (procedure.slug, field.id)
        risks = found.get((procedure.slug, "risks"), [])
        assert [(row["label"], row["serious"], csv_data(row)) for row in risks] == [
            (
                risk.effect,
                "yes" if risk.serious else "no",
                without_missing(finding_data(risk.how_often, Frequency())),
            )
            for risk in procedure.risks
        ]
        bodies = found.get((procedure.slug, "guidelines"), [])
        assert [(row["text"], row["population"], row["sources"].split()) for row in bodies] == [
            (position.says, position.about, keys_of(position.sources)) for position in procedure.guidelines
        ]


def csv_data(row):
    texts = {key: row[key].removeprefix("'") for key in finding_data_keys() if key != "missing"}
    return texts | {key: row[key].split() for key in ("sources", "conflict_sources")}


def without_missing(data):
    return {key: value for key, value in data.items() if key != "missing"}


# The same from the files as they were typed, without any code of ours.


def front_matter(path):
    return yaml.load(path.read_text(encoding="utf-8").split("\n---", 1)[0], Loader=yaml.BaseLoader)  # noqa: S506


def typed(value, key=""):
    """Yield all that an author typed below `value`: words, and the keys of sources."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_SHOWN:
                yield from typed(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from typed(inner, key)
    elif key in {"sources", "conflict_sources", "source"}:
        yield set(), {value}
    else:
        keys = {name.strip(" @") for group in CITATION.findall(value) for name in group.split(";")}
        yield set(WORD.findall(CITATION.sub("", value).casefold())), keys


def counted_otherwise(text, words):
    """Return the figures of frequencies in `text` that stand in `words` as so many in 100 or in 1,000."""
    found = set()
    for figures, of in re.findall(r"((?:[\d.]+ to )?[\d.]+) in (100|1,000|10,000)\b", text):
        typed_figures = figures.split(" to ")
        shares = [Decimal(one) / Decimal(of.replace(",", "")) for one in typed_figures]
        if any({f"{(share * row).normalize():f}" for share in shares} <= words for row in (100, 1_000)):
            found |= {*typed_figures, of}
    return found


def shown(lines):
    """Return the words and the addresses of sources that a page has in some lines."""
    text = " ".join(
        " ".join([line.words, line.context, *(words for _, words in line.limits)]) for line in lines
    )
    urls = {url for line in lines for url in line.sources + line.conflict_sources}
    return set(WORD.findall(text.casefold())), urls


@pytest.mark.parametrize("path", sorted((OURS / "procedures").glob("*.md")), ids=lambda path: path.stem)
def test_what_was_typed_stands_on_the_page_with_its_sources(path, ours):
    header = front_matter(path)
    labels = {
        field["id"]: field["label"] for field in yaml.safe_load((OURS / "fields.yaml").read_text("utf-8"))
    }
    sources = yaml.load((OURS / "sources.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    page = ours.facts(f"procedures/{header.get('slug', path.stem)}/index.html")
    minor = [risk for risk in header["risks"] if risk["serious"] == "false"]
    serious = [risk for risk in header["risks"] if risk["serious"] == "true"]
    parts = {labels[name]: fact for name, fact in header["facts"].items()}
    parts |= {"Common and minor risks": minor, "Serious risks": serious}
    parts |= {"What guidelines say": header.get("guidelines", [])}

    for label, part in parts.items():
        if not part:
            continue
        words, urls = shown(page[label])
        wanted = list(typed(part))
        keys = set().union(*(named for _, named in wanted))
        missing = set().union(*(said for said, _ in wanted)) - words - {"not", "shown"}
        missing -= counted_otherwise(json.dumps(part), words)
        assert missing == set(), label
        assert {sources[key]["url"] for key in keys} == urls, label
