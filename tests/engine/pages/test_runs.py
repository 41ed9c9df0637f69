"""Runs that build on the last site, from outside: what they keep, say, mend and refuse."""

import os

import pytest

STEPS = """
def shrink(folder):
    for page in folder.rglob("*.html"):
        page.write_bytes(page.read_bytes().replace(b"<br />", b"<br>"))
        page.with_name(f"{page.name}.small").write_bytes(page.read_bytes()[:9])

shrink.file_by_file = True

def list_pages(folder):
    (folder / "pages.txt").write_text("\\n".join(sorted(map(str, folder.rglob("*.html")))))
"""
LISTENER = """
from pelican import signals

heard = []

def hear(path, context):
    heard.append(context["output_file"])

def tell(pelican):
    print("heard", len(heard))

def register():
    signals.content_written.connect(hear)
    signals.finalized.connect(tell)
"""
MADE = """
from pelican import signals
from plugins.engine import Facet, digest

class Generator:
    def __init__(self, **told):
        self.context, self.path = told["context"], told["path"]
        self.env = None

    def generate_output(self, writer):
        text = open(f"{self.path}/facts.txt").read()
        writer.write_text("facts.csv", Facet(digest([text]), lambda: text.upper()))

def register():
    signals.get_generators.connect(lambda _: Generator, weak=False)
"""

# Each process waits for the others: without it, the first may write all before another starts.
MEETING = """
import os, time
from pathlib import Path

place = Path(__file__).with_name("met")
end = time.monotonic() + 20

def process():
    place.mkdir(exist_ok=True)
    (place / str(os.getpid())).touch()
    while len(list(place.iterdir())) < PROCESSES and time.monotonic() < end:
        time.sleep(0.01)
    return os.getpid()
"""


@pytest.fixture
def with_code(blog):
    """Give a function that puts a module into the site's folder, and settings that use it."""

    def put(name, text, settings):
        blog.write(f"{name}.py", text)
        blog.settings += (
            f"sys.path.insert(0, {str(blog.folder)!r})\nimport {name.removesuffix('/__init__')}\n{settings}\n"
        )
        return blog

    return put


def ends_well(blog, **more):
    status, said = blog.build(**more)
    assert status == 0, said
    return said


def test_where_nothing_has_changed_it_says_again_what_there_was_to_say(blog):
    blog.change("content/two.md", "{filename}one.md", "{filename}missing.md")
    first = blog.build()
    blog.settings += "VERIFY_IGNORE = ['*missing.md']\n"
    ends_well(blog)
    before = blog.stamps()

    said = ends_well(blog)

    assert first[0] == 1
    assert "Unable to find 'missing.md'" in said
    assert "Nothing has changed since the last build" in said
    assert "Reading" not in said
    assert blog.stamps() == before


def test_a_page_with_a_warning_is_made_in_each_run_so_that_it_is_told(blog):
    blog.settings += "VERIFY_IGNORE = ['*missing.md']\n"
    blog.change("content/pages/about.md", "this blog", "[this blog]({filename}missing.md)")
    ends_well(blog)
    blog.change("content/one.md", "first", "other")
    assert "Unable to find 'missing.md'" in ends_well(blog)


@pytest.mark.parametrize(
    "meddle",
    [
        lambda output: (output / "by-hand.txt").write_text("x"),
        lambda output: (output / "one.html").write_text("x"),
        lambda output: (output / "one.html").unlink(),
        lambda output: (output / "images/a.txt").unlink(),
        lambda output: os.utime(output / "one.html", (1, 1)),
    ],
)
def test_whatever_was_done_to_the_output_is_mended(blog, meddle):
    before = blog.site()
    meddle(blog.folder / "output")
    assert "Nothing has changed" not in ends_well(blog)
    assert blog.site() == before
    assert "Nothing has changed" in ends_well(blog)


def test_what_is_retained_is_no_reason_to_build(blog):
    blog.settings += "OUTPUT_RETENTION = ['.git']\n"
    ends_well(blog)
    blog.write("output/.git/config", "x")
    assert "Nothing has changed" in ends_well(blog)
    blog.change("content/one.md", "first", "first and only")
    ends_well(blog)
    assert (blog.folder / "output/.git/config").read_text() == "x"


def test_two_sites_may_share_a_cache(blog):
    blog.change("content/one.md", "first", "other")
    ends_well(blog, output="second")
    ends_well(blog)
    assert blog.site("second") == blog.site() == blog.clean()


def test_a_mistake_in_a_template_is_told_with_its_place(blog):
    before = blog.site()
    for text in ("\n{% nothing %}", "\n{{ 1 // 0 }}"):
        blog.write("mine/page.html", text)
        status, said = blog.build()
        assert status == 1
        assert "page.html:2: " in said
        assert "Traceback" not in said
    assert blog.site() == before


def test_a_step_for_each_file_sees_what_is_new_and_what_it_put_beside_pages_stays(with_code):
    blog = with_code("steps", STEPS, "LAST_STEPS = [steps.shrink]")
    ends_well(blog)
    for change in (
        lambda: blog.change("content/one.md", "first", "other"),
        lambda: blog.change("content/one.md", "Title: One", "Title: One\nSlug: moved"),
        (blog.folder / "output/two.html.small").unlink,
    ):
        change()
        assert " 0 kept" not in ends_well(blog)
        assert blog.site() == blog.clean()
        assert {"two.html.small", "pages/about.html.small"} <= blog.site().keys()


def test_a_static_file_named_like_one_beside_a_page_goes_when_it_is_gone(blog):
    blog.settings += 'EXTRA_PATH_METADATA = {"images/a.txt": {"path": "pages/about.html.txt"}}\n'
    ends_well(blog)
    assert "pages/about.html.txt" in blog.site()
    (blog.folder / "content/images/a.txt").unlink()
    ends_well(blog)
    assert "pages/about.html.txt" not in blog.site()


def test_a_step_that_may_need_all_pages_gets_them(with_code):
    blog = with_code("steps", STEPS, "LAST_STEPS = [steps.shrink, steps.list_pages]")
    ends_well(blog)
    blog.change("content/one.md", "first", "other")
    ends_well(blog)
    listed = (blog.folder / "output/pages.txt").read_text().splitlines()
    assert len(listed) == sum(name.endswith(".html") for name in blog.site())


def test_a_plugin_that_wants_to_hear_of_each_page_hears_of_all(with_code):
    blog = with_code("listener", LISTENER, "PLUGINS = [listener]")
    ends_well(blog)
    blog.change("content/one.md", "first", "other")
    said = ends_well(blog)
    assert f"heard {sum(name.endswith('.html') for name in blog.site())}" in said


def test_code_of_a_plugin_counts(with_code):
    blog = with_code("listener/__init__", "def register(): pass", "PLUGINS = [listener]")
    ends_well(blog)
    blog.change("listener/__init__.py", "pass", "return")
    assert " 0 kept" in ends_well(blog)


@pytest.mark.parametrize("processes", [1, 2])
def test_pages_are_shared_among_processes_though_the_command_turns_its_spinner(with_code, processes):
    blog = with_code(
        "meeting",
        f"PROCESSES = {processes}\n{MEETING}",
        f"JINJA_GLOBALS = {{'process': meeting.process}}\nJOBS = {processes}",
    )
    blog.write("mine/base.html", "{{ process() }}")
    for number in range(30):
        blog.write(f"content/more{number}.md", f"Title: More {number}\nDate: 2026-02-01\n\nText.\n")
    ends_well(blog)
    pages = {page for name, page in blog.site().items() if name.endswith(".html")}
    assert len(pages - {blog.site()["pages/about.html"]}) == processes


@pytest.mark.parametrize("incremental", [True, False])
def test_a_plugin_may_write_texts_that_are_made_when_they_are_needed(with_code, incremental):
    blog = with_code("made", MADE, f"PLUGINS = [made]\nINCREMENTAL = {incremental}")
    for text in ("a,b", "b,c"):
        blog.write("content/facts.txt", text)
        ends_well(blog)
        assert blog.site()["facts.csv"] == text.upper().encode()
