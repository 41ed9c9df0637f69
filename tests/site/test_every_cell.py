"""Every cell of every table, and every fact of every treatment, leads to its source; or says why not."""

import re

import pytest

from plugins.procedures.guidelines import SAYS
from plugins.procedures.model import Missing

NOTHING = {missing.words for missing in Missing}
COUNTED = rf"[0-9]+ (?:{'|'.join(SAYS)})"
SUMMARY = re.compile(rf"(?:Guidelines disagree: )?{COUNTED}(?:, {COUNTED})*")


def cells_of(site):
    """Yield the place and the lines of each cell of each table of a site, and of each fact."""
    # The samples of the style guide say nothing of any treatment.
    for page in (page for page in site.pages if not page.startswith("styleguide/")):
        for table in site.tables(page):
            for where, lines in table.cells.items():
                yield (page, *where), lines
        for label, lines in site.facts(page).items():
            yield (page, label), lines


def is_without_source(line):
    """Whether a line says something and names no publication for it."""
    if line.sources:
        return not all(url.startswith(("https://", "http://")) for url in line.sources)
    return line.words not in NOTHING and not line.words.endswith(": Not reported")


@pytest.mark.parametrize("name", ["preview", "published"])
def test_every_cell_of_every_table_leads_to_its_source_or_says_that_there_is_no_data(name, request):
    site = request.getfixturevalue(name).site
    seen = 0

    for where, lines in cells_of(site):
        assert lines, where
        for number, line in enumerate(lines):
            seen += 1
            if number == 0 and len(lines) > 1 and SUMMARY.fullmatch(line.words):
                continue  # counts what the lines below say, each with its source
            assert line.words, where
            assert not is_without_source(line), (*where, line.words)

    assert seen > 5_000
