"""The check of the sitemap: it names the pages that search engines may show."""

from collections.abc import Iterator

from plugins.engine.verify.addresses import as_address
from plugins.engine.verify.facts import PAGE, SITEMAP, PageFacts
from plugins.engine.verify.output import Output
from plugins.engine.verify.problem import Problem


def sitemap_problems(output: Output) -> Iterator[Problem]:
    """Yield what a sitemap names and should not, and what it should and does not; without one, nothing."""
    sitemaps = {file: facts for file, facts in output.facts.items() if facts.kind == SITEMAP}
    pages = {page for page, facts in output.facts.items() if facts.kind == PAGE}
    wanted = {page for page in pages if _may_be_indexed(page, output.facts[page])}
    named: set[str] = set()
    for file, facts in sitemaps.items():
        listed = {found for target in facts.links if (found := output.find(target))}
        named |= listed
        for page in (listed & pages) - wanted:
            message = f'lists "{as_address(page)}", which asks not to be indexed'
            yield Problem("a page that a sitemap must not list", message, file, "pages that may be indexed")
    if sitemaps and output.rules.whole_sitemap:
        for page in wanted - named:
            message = f'does not list "{as_address(page)}"'
            expected = "all pages that may be indexed"
            yield Problem("a page that is in no sitemap", message, min(sitemaps), expected)


def _may_be_indexed(page: str, facts: PageFacts) -> bool:
    """Tell whether a page neither asks to be left out nor names another in its place."""
    not_found = page.rpartition("/")[2] == "404.html"
    return not (facts.noindex or not_found) and facts.canonical in {"", page}
