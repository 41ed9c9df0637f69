"""What tests do with the choosing of treatments on /compare/."""

from tests.browser.conftest import wait_until

CHOSEN = ".picker__chosen button"
PICKED = "#picked"
SAID = "document.querySelector('[data-announcer]')?.textContent"
ASKED = "new URLSearchParams(location.search).get('procedures')"


def open_picker(tab, site, search="", **options):
    """Open the page of all treatments and wait until some can be chosen."""
    page = tab(f"{site}compare/{search}", **options)
    page.locator("#pick").wait_for()
    return page


def box(page, slug):
    """Return the box of a treatment."""
    return page.locator(f".picker__list input[value={slug}]")


def pick(page, *slugs):
    """Tick treatments one by one, and wait until the table has come."""
    for slug in slugs:
        box(page, slug).click()
    wait_for_columns(page, len(page.locator(CHOSEN).all()))


def wait_for_columns(page, count):
    """Wait until the table of what is picked has so many columns, all filled; 0 if there is none."""
    columns = """count => document.querySelectorAll('#picked thead th:not(:first-child)').length === count
        && !document.querySelector('.picked [aria-busy]')"""
    wait_until(page, columns, count)


def wait_to_hear(page, words):
    """Wait until a screen reader has been told something with these words."""
    wait_until(page, f"words => {SAID}?.includes(words)", words)


def heads(page):
    """Return the titles of the columns that show."""
    return page.locator(f"{PICKED} thead th:visible a").all_inner_texts()
