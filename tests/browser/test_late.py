"""What waits while the full table arrives, for an early answer, is there for all readers soon after."""

from collections import Counter
from itertools import pairwise

import pytest

from tests.browser.conftest import DESK, PHONE, wait_until

WAITING = """() => [...document.querySelectorAll(".table-region--full tbody tr, .sources li")]
    .filter(one => getComputedStyle(one).contentVisibility !== "visible").length"""
MOST_ANIMATIONS = 3  # one for the table, one for the sources
HEARD = ("row", "cell", "listitem", "link", "button", "image")


def heard(page):
    """Count what Chromium tells assistive technology of."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    return {role: roles[role] for role in HEARD}


@pytest.mark.parametrize("missing", ["nothing", "**/js/late.*", "**/js/*"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_all_rows_and_sources_are_heard(tab, addresses, window, missing):
    """Without the script that lets them in they come by themselves, after some seconds."""
    page = tab(viewport=window)
    page.route(missing, lambda route: route.abort())
    page.goto(addresses["full table"])
    wait_until(page, f"() => ({WAITING})() === 0")
    whole = heard(tab(addresses["full table"], viewport=window, java_script_enabled=False))
    now = heard(page)

    assert whole["row"] > 10
    assert whole["cell"] > 100
    assert all(now[role] >= count for role, count in whole.items()), (now, whole)


def test_nothing_waits_without_a_script(tab, addresses):
    page = tab(addresses["full table"], viewport=PHONE, java_script_enabled=False)

    assert page.evaluate(WAITING) == 0


def test_rows_wait_where_their_script_is_on_the_way(tab, addresses):
    page = tab(viewport=PHONE)
    page.route("**/js/late.*", lambda route: route.abort())
    page.goto(addresses["full table"])

    assert page.evaluate(WAITING) > 100
    assert page.evaluate("() => document.getAnimations().length") <= MOST_ANIMATIONS


def test_sources_say_their_numbers(tab, addresses):
    """They are no markers, as those of hundreds of sources keep the browser busy."""
    page = tab(addresses["full table"], viewport=PHONE)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    said = [node["name"]["value"] for node in tree if node["role"]["value"] == "StaticText"]
    count = page.locator(".sources li").count()

    assert count > 10
    numbers = [one for one, after in pairwise(said) if one.isdecimal() and after.strip() == "."]
    assert numbers == [str(n) for n in range(1, count + 1)]
