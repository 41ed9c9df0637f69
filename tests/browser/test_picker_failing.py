"""Choosing treatments where a file does not come: nothing that the page already has is lost."""

import pytest

from tests.browser.conftest import wait_until
from tests.browser.picking import PICKED, box, heads, pick, wait_for_columns

INDEX = "**/compare/index.json"
PART = "**/parts/tire-plug.json"
FAILURES = {
    "refused": lambda route: route.abort(),
    "missing": lambda route: route.fulfill(status=404, body="Not found"),
    "broken": lambda route: route.fulfill(status=200, body='{"cells": '),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_without_the_index_the_page_is_whole_and_offers_no_choice(tab, workshop, failure):
    page = tab()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(INDEX, FAILURES[failure])
    page.goto(f"{workshop}compare/?procedures=tire-plug,chain-bath", wait_until="networkidle")

    assert errors == []
    assert page.locator(".picker").is_hidden()
    assert page.locator(".tools").count() == 0
    assert page.locator(".table-region--full tbody tr").count() == 3
    assert page.get_by_role("link", name="The next treatments").is_visible()
    assert page.get_by_role("region", name="A few side by side").get_by_role("link").count() > 0


@pytest.mark.parametrize("failure", FAILURES)
def test_a_table_that_could_not_be_loaded_says_so_and_comes_at_the_next_try(tab, workshop, failure):
    page = tab()
    page.route(PART, FAILURES[failure])
    page.goto(f"{workshop}compare/?procedures=tire-plug,chain-bath")
    alert = page.locator(".picked [role=alert]")
    alert.wait_for()
    told = alert.inner_text()
    page.unroute(PART)
    page.get_by_role("button", name="Try again", exact=True).press("Enter")
    wait_for_columns(page, 2)

    assert told.startswith("The table could not be loaded.")
    assert heads(page) == ["Chain bath", "Tire plug"]
    assert alert.count() == 0
    wait_until(page, "() => document.activeElement.matches('.picked .table-region')")


def test_a_try_that_fails_again_leaves_the_focus_on_the_next_one(tab, workshop):
    page = tab()
    page.route(PART, FAILURES["refused"])
    page.goto(f"{workshop}compare/?procedures=tire-plug")
    again = page.get_by_role("button", name="Try again", exact=True)
    again.evaluate("node => node.classList.add('first')")
    again.press("Enter")
    page.locator(".picked button:not(.first)").wait_for()

    wait_until(page, "() => document.activeElement.matches('.picked button')")
    assert page.locator(".picked [role=alert]").count() == 1


def test_a_failure_that_comes_late_does_not_replace_a_newer_table(tab, workshop):
    page = tab()
    held = []

    def hold(route):
        held.append(route)

    page.route(PART, hold)
    page.goto(f"{workshop}compare/")
    page.locator("#pick").wait_for()
    box(page, "tire-plug").click()
    box(page, "tire-plug").click()
    pick(page, "chain-bath")
    with page.expect_event("requestfailed"):
        for route in held:
            route.abort()
    page.evaluate("() => fetch('index.json').then(() => new Promise(requestAnimationFrame))")

    assert page.locator(".picked [role=alert]").count() == 0
    assert page.locator(PICKED).count() == 1
