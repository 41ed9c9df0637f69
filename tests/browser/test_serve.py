"""The preview in a browser: it follows what is saved, and says what is wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_accessibility import violations
from tests.engine.conftest import new_site, wait_until
from tests.engine.serve.conftest import previews

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<title>{{ article.title }}</title>
<link rel="stylesheet" href="theme/{{ SHEET }}">
</head>
<body><main><h1>{{ article.title }}</h1>{{ article.content }}</main></body>
</html>
"""
NAMED = """
import hashlib, pathlib, shutil
def act(generator):
    sheet = pathlib.Path("theme/static/style.css")
    assert "broken" not in sheet.read_text(), "the sheet is broken"
    digest = hashlib.md5(sheet.read_bytes()).hexdigest()
    name = "style.css" if pathlib.Path("plain").exists() else f"{digest}.css"
    generator.env.globals["SHEET"] = name
    (pathlib.Path(generator.output_path) / "theme").mkdir(parents=True, exist_ok=True)
    shutil.copy(sheet, pathlib.Path(generator.output_path) / "theme" / name)
"""
LONG = "A line.\n\n" * 200
STYLE = "main { border-top: %spx solid; }"
SET_MARK, MARK = "document.querySelector('main').dataset.mark = 'kept'", "main[data-mark=kept]"

expect.set_options(timeout=30_000)  # milliseconds, as a build may take a while on a busy machine


@pytest.fixture
def project(tmp_path):
    """Give a site with a page that is styled, as strict as a host can be."""
    site = new_site(tmp_path / "project")
    site.write("theme/templates/article.html", PAGE)
    site.write("theme/static/style.css", STYLE % 1)
    site.plugin(NAMED, "generator_init")
    return site


@pytest.fixture
def start():
    """Give a function that starts a preview of a site."""
    with previews() as start:
        yield start


@pytest.fixture
def complaints():
    """Give the list of what the browser objected to; it must be empty in the end."""
    said = []
    yield said
    assert [text for text in said if not text.startswith("Failed to load resource")] == []


@pytest.fixture
def open_page(tab, start, project, complaints):
    """Give a function that opens the first article in a preview."""

    def open_tab(**options):
        preview = start(project)
        page = tab(**options)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{preview.address}one.html")
        return preview, page

    return open_tab


def judged(page, complaints):
    """Return what axe finds; what the browser says of axe's own doings does not count."""
    before = len(complaints)
    found = violations(page)
    del complaints[before:]
    return found


def test_a_saved_text_is_shown_where_the_reader_was(open_page, project):
    project.article("one", LONG)
    preview, page = open_page()
    page.evaluate("scrollTo(0, 1500)")

    preview.save("one", f"{LONG}The end.")

    expect(page.get_by_text("The end.")).to_have_count(1)
    page.wait_for_load_state()
    assert page.evaluate("scrollY") == 1500


@pytest.mark.parametrize("plain", [False, True], ids=["hashed name", "same name"])
def test_a_saved_style_sheet_is_shown_without_loading_the_page_anew(open_page, project, plain):
    if plain:
        project.write("plain", "")
    preview, page = open_page()
    page.evaluate(SET_MARK)

    project.write("theme/static/style.css", STYLE % 7)

    expect(page.locator("main")).to_have_css("border-top-width", "7px")
    expect(page.locator("link[rel=stylesheet]")).to_have_count(1)
    name = page.locator("link").get_attribute("href")
    assert ("?preview=" in name) is plain  # or a browser may show what it has under this name
    assert page.locator(MARK).count() == 1
    preview.save("one", "A text that changed.")
    expect(page.get_by_text("A text that changed.")).to_be_visible()
    assert page.locator(MARK).count() == 0
    expect(page.locator("main")).to_have_css("border-top-width", "7px")


def test_a_page_that_a_save_does_not_concern_is_not_loaded_anew(tab, start, project):
    project.setting("INCREMENTAL = True")
    project.write("site_plugin.py", "def register(): pass")
    project.write("theme/templates/article.html", PAGE.replace("{{ SHEET }}", "style.css"))
    preview = start(project)
    page, loads = tab(f"{preview.address}two.html"), []
    page.on("framenavigated", lambda frame: loads.append(frame.url))

    preview.save("one", "A text that changed.")
    wait_until(lambda: preview.builds() == 2)
    preview.save("two", "Another text that changed.")

    expect(page.get_by_text("Another text that changed.")).to_be_visible()
    assert len(loads) == 1


def test_a_style_sheet_that_is_broken_and_mended_leaves_the_page_as_it_is(open_page, project):
    _, page = open_page()
    page.evaluate(SET_MARK)
    project.write("theme/static/style.css", "broken")
    expect(page.get_by_role("alert")).to_contain_text("AssertionError: the sheet is broken")

    project.write("theme/static/style.css", STYLE % 7)

    expect(page.locator("main")).to_have_css("border-top-width", "7px")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.locator(MARK).count() == 1


@pytest.mark.parametrize(("scheme", "window"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"])
def test_a_mistake_is_told_over_the_last_good_page_until_it_is_mended(
    open_page, project, complaints, scheme, window
):
    _, page = open_page(viewport=window, color_scheme=scheme)
    good = (project.folder / "theme/templates/article.html").read_text(encoding="utf-8")
    page.evaluate(SET_MARK)

    project.write("theme/templates/article.html", "{% if %}")

    panel = page.get_by_role("alert", name="You see the last good site")
    expect(panel).to_contain_text(
        "theme/templates/article.html:1: mistake in the template: Expected an expression"
    )
    expect(panel.get_by_role("button")).to_have_css("min-block-size", "44px")
    assert page.locator(MARK).count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == window["width"]
    assert judged(page, complaints) == []

    project.write("theme/templates/article.html", good)

    expect(panel).to_have_count(0)
    expect(page.get_by_text("The first text.")).to_be_visible()


def test_the_panel_can_be_put_away_and_comes_back_only_with_the_next_failure(open_page, project):
    _, page = open_page()
    project.write("theme/templates/article.html", "{% if %}")
    panel = page.get_by_role("alert")
    panel.focus()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)

    with page.expect_response("**/.preview/panel.js"):
        page.reload()
    assert panel.count() == 0
    project.write("theme/templates/article.html", "{% if %}")

    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)


def test_a_first_build_that_fails_is_told_and_the_page_comes_by_itself(open_page, project, complaints):
    project.write("theme/templates/article.html", "{% if %}")
    _, page = open_page()
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no site yet")
    expect(page.get_by_role("alert")).to_contain_text(
        "theme/templates/article.html:1: mistake in the template"
    )
    assert judged(page, complaints) == []

    project.write("theme/templates/article.html", PAGE)

    expect(page.get_by_text("The first text.")).to_be_visible()


def test_a_page_finds_a_preview_that_was_started_anew(tab, start, project):
    first = start(project)
    page = tab(f"{first.address}one.html")
    page.evaluate(SET_MARK)
    port = first.port
    first.end()
    project.article("one", "A text that changed meanwhile.")

    start(project, "--port", str(port))

    expect(page.get_by_text("A text that changed meanwhile.")).to_be_visible()
