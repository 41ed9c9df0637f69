"""A real browser and the pages that it opens."""

import contextlib
import os
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.serving import FOLDER, serving
from tests.conftest import ROOT, SECOND

KINDS = ("home", "article", "procedure", "comparison", "full table", "treatments", "page", "not found")
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
WORKSHOP = (  # what the second clinic has besides: a file, a line in it, and the line below that
    ("fields.yaml", "  choices: [wheel, tire, drivetrain, brakes]", "  filter: true"),
    ("fields.yaml", "  choices: [hand tools, truing stand, torque wrench, bleed kit]", "  filter: true"),
    ("procedures/tire-plug.md", "title: Tire plug", "formerly: [rubber-worm]"),
)
PATIENCE = 200  # times that a test looks whether something has come
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


# What a page leaves for later while it arrives (theme/static/js/late.js) is there.
ARRIVED = """() => [...document.querySelectorAll(".late")]
    .every(one => getComputedStyle(one).contentVisibility === "visible")"""
# Two frames: what waits for the next painting has been done then, and painted. A page without scripts never
# comes to it.
PAINTED = """() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""


def wait_until(page, condition, argument=None):
    """Wait until a JavaScript function says so.

    Playwright's own wait evaluates a string in the page once more, which the site's policy forbids.
    """
    for _ in range(PATIENCE):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"waited in vain for {condition}")


def find_browser(environment=os.environ):
    """Return the path of the browser that `make test` installs, or fail the test."""
    command = [shutil.which("sh"), "scripts/browser.sh"]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(environment), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        pytest.fail(
            f"No browser to test with; `make test` installs one. {done.stderr.strip()}", pytrace=False
        )
    return done.stdout.strip()


@pytest.fixture(scope="session")
def chromium():
    """Give the system's Chromium, started once."""
    path = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(ours):
    """Give the address where our own site is served."""
    with serving(ours.folder) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(ours, address):
    """Give the address of one page of each kind, in a folder where the site can know its own.

    "pair" is a comparison in which some rows differ and others do not.
    """

    def first(start, selector="main"):
        return next(page for page in ours.pages if page.startswith(start) and ours.tree(page).css(selector))

    comparisons = [page for page in ours.pages if page.startswith("compare/") and page.count("/") == 2]
    pages = {
        "home": "index.html",
        "article": first("blog/", "table"),
        "procedure": first("procedures/", ".facts"),
        "comparison": max(comparisons, key=lambda page: len(ours.tree(page).css("thead th"))),
        "pair": first("compare/", ".differs"),
        "full table": "compare/index.html",
        "treatments": "procedures/index.html",
        "page": first("pages/"),
    }
    inside = {kind: f"{address}{FOLDER}{page.removesuffix('index.html')}" for kind, page in pages.items()}
    return inside | {"not found": f"{address}/404.html"}  # it cannot know in which folder it is shown


@pytest.fixture(scope="session")
def workshop(once, tmp_path_factory):
    """Give the address of the second clinic with filters, a former name, and 3 rows to a page."""
    content = tmp_path_factory.mktemp("workshop") / "content"
    shutil.copytree(SECOND, content)
    for path, old, more in WORKSHOP:
        text = (content / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (content / path).write_text(text.replace(old, f"{old}\n{more}"), encoding="utf-8")
    built = once("workshop", content, "-e", "PROCEDURES_PER_TABLE=3")
    assert built.status == 0, built.said
    with serving(built.site.folder) as address:
        yield f"{address}{FOLDER}"


@pytest.fixture
def tab(chromium):
    """Give a function that opens an address in a new window, with the options of Playwright's contexts."""
    with contextlib.ExitStack() as windows:

        def open_tab(address="about:blank", **options):
            context = chromium.new_context(**{"viewport": DESK, **options})
            windows.callback(context.close)
            page = context.new_page()
            page.goto(address)
            wait_until(page, ARRIVED)
            return page

        yield open_tab
