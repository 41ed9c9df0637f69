"""What a page asks for and says while it loads, and that nobody needs JavaScript to read it."""

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import KINDS, find_browser, wait_until
from tests.browser.serving import FOLDER

READ = """() => [document.body.innerText.split(/\\s+/), [...document.links].map(link => link.href)]"""
WITHOUT = "selectors => document.querySelectorAll(selectors).forEach(node => node.remove())"
ONLY_WITH_SCRIPT = (".tools", "[data-picker]")  # what works with a table; the page is whole without it


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_quietly_from_its_own_host_alone(tab, addresses, kind):
    """A breach of the content security policy would be an error in the console."""
    page = tab()
    said, asked, answers = [], [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: answers.append(response.status))
    response = page.goto(addresses[kind], wait_until="networkidle")

    assert response.headers["content-security-policy"] == "default-src 'self'"
    assert said == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(addresses[kind]).netloc}
    assert any(re.search(r"/theme/css/[a-z]+\.css$", url) for url in asked)
    assert set(answers) == {200}


def test_the_strict_policy_is_in_force(tab, addresses):
    page = tab(addresses["page"])
    with page.expect_console_message() as message:
        page.evaluate("document.head.append(document.createElement('style'))")
        page.evaluate("document.head.lastChild.textContent = 'p { color: red }'")

    assert "Content Security Policy" in message.value.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_the_same_without_javascript(tab, addresses, kind):
    page = tab(addresses[kind])
    page.wait_for_load_state("networkidle")
    wait_until(page, "() => !document.querySelector('.late')")
    page.evaluate(WITHOUT, ONLY_WITH_SCRIPT)
    with_scripts = page.evaluate(READ)
    without = tab(addresses[kind], java_script_enabled=False).evaluate(READ)

    assert len(without[0]) > 50
    assert len(without[1]) > 5
    assert without == with_scripts


def test_details_open_without_javascript(tab, addresses):
    page = tab(addresses["full table"], java_script_enabled=False)
    details = page.locator("td details")
    details.nth(0).locator("summary").click()
    details.nth(1).locator("summary").press("Enter")

    assert details.nth(0).locator("ul").is_visible()
    assert details.nth(1).locator("ul").is_visible()
    assert not details.nth(2).locator("ul").is_visible()


def test_links_lead_on_from_inside_a_folder(tab, address, addresses):
    page = tab(addresses["comparison"])
    head = page.locator("thead th a").first
    title = head.inner_text()
    head.click()

    assert page.url.startswith(f"{address}{FOLDER}procedures/")
    assert page.locator("h1").inner_text() == title


def test_a_missing_browser_is_a_failure_with_a_remedy(tmp_path):
    with pytest.raises(pytest.fail.Exception) as failed:
        find_browser({"PATH": str(tmp_path)})

    assert str(failed.value).startswith("No browser to test with; `make test` installs one.")
