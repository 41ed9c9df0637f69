"""Selectors that would make a large page slow."""

import re

import pytest

from plugins.assets.theme import theme_assets
from tests.conftest import ROOT

SHEET = theme_assets(ROOT / "theme/static")["css/compare.css"].content.decode()


@pytest.mark.parametrize(
    ("slow", "why"),
    [
        (r"[+~]\s*\*", "whatever a script puts into the page, all of the page is styled anew"),
        (r"html:has\(", "with any change, all of the page is styled anew"),
        (r"tr:has\([^)]*\)", "with each row that comes, all cells of all rows are styled anew"),
    ],
)
def test_the_sheet_of_the_full_table_has_no_selector_that_restyles_it_whole(slow, why):
    assert re.findall(slow, SHEET) == [], why
