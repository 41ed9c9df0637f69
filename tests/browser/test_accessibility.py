"""What axe-core finds on one page of each kind: nothing."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import DESK, KINDS, PHONE

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rows of tables and lists of sources are made by one template each: a few of them stand for all,
# since axe needs half a minute for the thousands of links of the full table.
SHORTEN = """() => document
    .querySelectorAll(".comparison tbody tr:nth-child(n+3), .sources li:nth-child(n+4)")
    .forEach(node => node.remove())"""
RUN = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]})
    .then(found => found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]))"""


def violations(page):
    """Return what axe finds on a page: each rule that is broken, with the elements that break it."""
    page.evaluate(SHORTEN)
    page.evaluate(AXE)
    return page.evaluate(RUN, RULES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(tab, addresses, kind, window, scheme):
    page = tab(addresses[kind], viewport=window, color_scheme=scheme)

    assert violations(page) == []


def test_axe_looks_at_the_page(tab, addresses):
    page = tab(addresses["page"])
    page.evaluate("document.querySelector('h1').style.color = '#eee'")

    assert [rule for rule, _ in violations(page)] == ["color-contrast"]
