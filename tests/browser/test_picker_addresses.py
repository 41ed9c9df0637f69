"""The address of a pick, as it is mistyped, outdated or made up: the page says what it took and what not."""

from urllib.parse import quote

import pytest

from tests.browser.conftest import wait_until
from tests.browser.picking import ASKED, CHOSEN, PICKED, open_picker, wait_for_columns
from tests.browser.test_layout import WIDTHS

PROBLEMS = "[data-pick=problems] p"
ALL_ROWS = "() => !document.querySelector('[data-full-pages]')"  # which goes when the last row is there
FAR = "It may have been renamed or removed."
CASES = {
    "a misspelled name": (
        "chain-bath,tire-plugs",
        ["There is no treatment called “tire-plugs” here. Did you mean Tire plug?"],
        "chain-bath",
    ),
    "one of its other names": (
        "tubeless-plug",
        ["There is no treatment called “tubeless-plug” here. Did you mean Tire plug?"],
        None,
    ),
    "a name like no other": (
        "xylophone",
        [f"There is no treatment called “xylophone” here. {FAR}"],
        None,
    ),
    "a former name": (
        "rubber-worm,chain-bath",
        ["“rubber-worm” is now called Tire plug."],
        "chain-bath,tire-plug",
    ),
    "a former name beside its new one": (
        "rubber-worm,tire-plug",
        ["“rubber-worm” is now called Tire plug."],
        "tire-plug",
    ),
    "six names": (
        "wheel-truing,wheel-rebuild,tire-plug,chain-swap,chain-bath,brake-bleed",
        ["4 fit side by side. Left out: Chain bath, Brake bleed."],
        "chain-swap,tire-plug,wheel-rebuild,wheel-truing",
    ),
}
GOOD = {
    "twice the same": ("chain-bath,chain-bath,tire-plug", ["Chain bath", "Tire plug"]),
    "capitals and spaces": (" Chain-Bath , TIRE-PLUG", ["Chain bath", "Tire plug"]),
    "another order": ("tire-plug,chain-bath", ["Chain bath", "Tire plug"]),
    "commas": (",,,", []),
    "nothing": ("", []),
}
HOSTILE = {
    "markup": "<script>document.title='taken'</script><img src=x onerror=alert(1)>",
    "a quotation": '"></p><b id=taken>',
    "prototype": "__proto__,constructor,tostring,hasownproperty",
    "a template": "{name},{title},$&,${1}",
    "very long": "a" * 10_000,
    "very many": ",".join(f"no-{number}" for number in range(2_000)),
    "a null": "\0",
    "right to left": "علاج\u202eالألم",
    "pictures": "👩🏽‍🔧" * 30,
    "half a picture": None,
    "a path": "../../index,//example.org/x,javascript:alert(1)",
}


def quietly(tab, site, search):
    """Open a page with a picker, and return it with all that its console says and all its elements."""
    page = tab()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site}compare/{search}")
    page.locator("#pick").wait_for()
    return page, said


@pytest.mark.parametrize("case", CASES)
def test_what_was_not_taken_is_explained(tab, workshop, case):
    asked, told, taken = CASES[case]
    page, said = quietly(tab, workshop, f"?procedures={asked}")
    wait_for_columns(page, len(taken.split(",")) if taken else 0)

    assert page.locator(PROBLEMS).all_inner_texts() == told
    assert page.locator(PROBLEMS).first.evaluate("node => node.closest('[role=status]') !== null")
    assert page.evaluate(ASKED) == taken
    assert said == []


@pytest.mark.parametrize("case", GOOD)
def test_what_can_be_understood_is_taken_in_silence(tab, workshop, case):
    asked, titles = GOOD[case]
    page, said = quietly(tab, workshop, f"?procedures={quote(asked)}")
    wait_for_columns(page, len(titles))

    assert page.locator(CHOSEN).all_inner_texts() == titles
    assert page.locator(PROBLEMS).count() == 0
    assert said == []


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_address_is_words_and_nothing_else(tab, workshop, case):
    name = HOSTILE[case]
    search = f"?procedures={'%ED%A0%BD' if name is None else quote(name)}"
    plain, _ = quietly(tab, workshop, "")
    elements = "document.querySelectorAll('body *').length"
    wait_until(plain, ALL_ROWS)
    page, said = quietly(tab, workshop, search)
    problems = page.locator(PROBLEMS)
    wait_until(page, ALL_ROWS)

    assert said == []
    assert page.title() == plain.title()
    assert 1 <= problems.count() <= 20
    assert all(text.startswith("There is no treatment called “") for text in problems.all_inner_texts())
    assert max(len(text) for text in problems.all_inner_texts()) < 200
    assert page.evaluate(elements) == plain.evaluate(elements) + problems.count()
    assert page.evaluate(WIDTHS) == [1280, 1280]
    assert page.evaluate(ASKED) is None
    assert page.locator(PICKED).count() == 0
    assert page.locator(".table-region--full tbody tr").count() == 7


def test_the_next_choice_takes_the_complaint_away(tab, workshop):
    page = open_picker(tab, workshop, "?procedures=xylophone")
    told = page.locator(PROBLEMS).count()
    page.locator(".picker__list input").first.click()
    wait_for_columns(page, 1)

    assert (told, page.locator(PROBLEMS).count()) == (1, 0)
