"""What the preview's server gives out, and to whom."""

import shutil
import threading

import pytest

from plugins.engine.exchange import exchange
from plugins.engine.serve.board import Board
from plugins.engine.serve.outcome import Outcome
from plugins.engine.serve.web.injection import with_client
from plugins.engine.serve.web.media_types import media_type
from plugins.engine.serve.web.site_files import SiteFiles

SCRIPT = '<script type="module" src="/.preview/client.js" data-version="7" data-file="one.html" data-text="'


@pytest.fixture(scope="module")
def shown(standing):
    """Give a preview with a site of more than articles."""
    standing.site.plugin("""
import pathlib
def act(sender):
    out = pathlib.Path(sender.output_path)
    (out / "folder").mkdir()
    (out / "folder/index.html").write_text("<p>In a folder.</p></body>")
    (out / "data.json").write_text('{"a": "\\u00e9"}')
    (out / "404.html").write_text("<h1>Nothing here</h1>")
    (out / ".git").mkdir()
    (out / ".git/config").write_text("secret")
    (out / "out.html").symlink_to(pathlib.Path("pelicanconf.py").resolve())
    (out / "above").symlink_to(pathlib.Path("content").resolve())
""")
    next(told for told in standing.news() if standing.ask("/folder/").status == 200)
    return standing


@pytest.mark.parametrize("host", ["localhost:{}", "127.0.0.1:{}", "[::1]:{}", "LOCALHOST:{}"])
def test_it_answers_to_the_names_of_this_machine(shown, host):
    assert shown.ask("/", host=host.format(shown.port)).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{}",
        "localhost",
        "localhost:1",
        "localhost:{}.evil.example",
        "127.0.0.2:{}",
        "x",
    ],
)
@pytest.mark.parametrize("path", ["/", "/.preview/events", "/.preview/client.js"])
def test_it_refuses_every_other_name(shown, host, path):
    """A page of anybody's can let its own name lead here (DNS rebinding)."""
    answer = shown.ask(path, host=host.format(shown.port))

    assert answer.status == 403
    assert answer.body == f"The preview answers at http://localhost:{shown.port}/ only.\n"


def test_it_also_listens_on_the_machines_address_of_the_newer_protocol(shown):
    assert shown.ask("/", at="::1").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../pelicanconf.py",
        "/%2e%2e/pelicanconf.py",
        "/folder/..%2f..%2fpelicanconf.py",
        "/folder/../../pelicanconf.py",
        "/one.html%00.png",
        "/.built-by-engine",
        "/.git/config",
        "/out.html",
        "/above/one.md",
        "/.preview/../__main__.py",
        "/.preview/%2e%2e/loop.py",
    ],
)
def test_nothing_outside_of_the_site_can_be_read(shown, path):
    answer = shown.ask(path)

    assert answer.status == 404
    assert "SITENAME" not in answer.body
    assert "secret" not in answer.body


def test_what_is_not_there_is_the_sites_own_page_for_that(shown):
    answer = shown.ask("/nowhere/")

    assert answer.status == 404
    assert answer.body.startswith("<h1>Nothing here</h1><script ")
    assert 'data-file=""' in answer.body


@pytest.mark.parametrize(
    ("path", "target"),
    [("/folder", "/folder/"), ("/folder?a=b", "/folder/?a=b"), ("//folder", "/folder/")],
)
def test_a_folder_without_a_slash_leads_to_the_one_with_it(shown, path, target):
    answer = shown.ask(path)

    assert (answer.status, answer.headers.get("Location")) == (302, target)


def test_a_page_comes_with_the_script_and_is_kept_by_nobody(shown):
    answer = shown.ask("/folder/")

    assert answer.status == 200
    assert answer.body.startswith("<p>In a folder.</p><script ")
    assert 'data-file="folder/index.html"' in answer.body
    assert answer.body.endswith("</script></body>")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "preview" not in (shown.site.output / "folder/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_it_can_only_be_read(shown, method):
    answer = shown.ask("/", method=method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_head_has_the_headers_alone(shown):
    answer, whole = shown.ask("/folder/", method="HEAD"), shown.ask("/folder/")

    assert answer.body == ""
    assert answer.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("all.atom.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.WOFF2", "font/woff2"),
        ("a.avif", "image/avif"),
        ("a.pdf", "application/pdf"),
        ("due.ics", "text/calendar; charset=utf-8"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_has_its_type(name, kind):
    assert media_type(name) == kind


def test_pages_that_differ_in_style_sheets_alone_are_told_to_be_the_same():
    def text_of(page):
        return with_client(page, 7, "one.html").decode().partition(SCRIPT)[2].partition('"')[0]

    page = b'<link rel="stylesheet" href="a.1.css"><p>x</p></BODY >'

    assert text_of(page) == text_of(page.replace(b"a.1.css", b"a.2.css"))
    assert text_of(page) != text_of(page.replace(b"<p>x", b"<p>y"))
    assert text_of(page) != text_of(page.replace(b"stylesheet", b"icon"))


def test_a_folder_that_no_build_has_made_is_not_given_out(tmp_path):
    (tmp_path / "letters.html").write_text("Dear", encoding="utf-8")

    assert SiteFiles(str(tmp_path)).read(("letters.html",)) is None


def test_readers_see_no_half_of_a_site_while_it_is_exchanged(tmp_path):
    """Two complete sites change places, and the one that leaves is emptied, as a build does it."""
    output, staging = tmp_path / "output", tmp_path / "staging"
    names = [f"{number}.html" for number in range(50)]

    def fill(folder):
        folder.mkdir()
        for name in (".built-by-engine", *names):
            (folder / name).write_text(folder.name, encoding="utf-8")

    def build():
        for _ in range(100):
            fill(staging)
            assert exchange(staging, output)
            shutil.rmtree(staging)

    fill(output)
    site, builds = SiteFiles(str(output)), threading.Thread(target=build)
    builds.start()
    missing = 0
    while builds.is_alive():
        missing += sum(site.read((name,)) is None for name in names)
    builds.join()

    assert missing == 0


def outcome(changed, problems=""):
    return Outcome(int(bool(problems)), problems, 0.1, changed, problems)


def test_a_browser_is_told_what_has_changed_since_the_version_that_it_shows():
    board = Board()
    first = board.version
    board.pin(outcome(("a.html",)), heading="", only_styles=True)
    board.pin(outcome((), "wrong"), heading="Look", only_styles=False)
    board.pin(outcome(("b.html", "c.css")), heading="", only_styles=True)

    news, turn = board.news(first, 0, 0)

    assert (news.version, news.changed, news.only_styles) == (first + 2, ("a.html", "b.html", "c.css"), True)
    assert board.news(first + 1, 0, 0)[0].changed == ("b.html", "c.css")
    assert board.news(first + 2, 0, 0)[0].changed == ()
    assert board.news(first, turn, 0) == (None, turn)


@pytest.mark.parametrize("since", [0, 10**30])
def test_a_browser_that_shows_an_unknown_version_is_told_that_all_may_have_changed(since):
    board = Board()
    board.pin(outcome(("a.html",)), heading="", only_styles=True)

    news, _ = board.news(since, 0, 0)

    assert (news.changed, news.only_styles) == (None, False)


@pytest.mark.parametrize(
    "changed", [None, tuple(f"{number}.html" for number in range(300))], ids=["", "many"]
)
def test_unknown_or_many_changes_are_told_as_such(changed):
    board = Board()
    first = board.version
    board.pin(outcome(("a.html",)), heading="", only_styles=True)
    board.pin(outcome(changed), heading="", only_styles=False)

    news, _ = board.news(first, 0, 0)

    assert (news.changed, news.only_styles) == (None, False)
