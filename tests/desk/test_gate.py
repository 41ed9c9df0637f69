"""Builds of content with mistakes: a publish touches nothing, a preview leaves out what is wrong."""

import pytest

from tests.conftest import ROOT
from tests.desk.spoiling import copy_base, link, swap, write

BAD_HEAT = {"title: Heat": "titel: Heat"}
SAID = """\
content/procedures/heat.md:2:1: unknown key "titel"
    expected keys: title, slug, formerly, also_called, category, approach, summary, compare_with, facts, \
risks, guidelines, status, modified, written_by, reviewed_by, reviewed_on, fingerprint, review_every; \
did you mean "title"?
"""


PACK = ["pack-40.avif", "pack-40.jpg", "pack-40.webp"]


def pictures(site):
    """Return the names of all pictures in the output, without their hashes."""
    names = (name.removeprefix("media/").split(".") for name in site.files() if name.startswith("media/"))
    return sorted(f"{stem}.{suffix}" for stem, _, suffix in names)


class Site:
    """The small clinic, and ways to build and to read it."""

    def __init__(self, folder, runner):
        self.content, self.runner = copy_base(folder), runner
        self.output = folder / "output"

    def build(self, conf="pelicanconf", **settings):
        extra = [f"{name}={value}" for name, value in settings.items()]
        command = ["pelican", "content", "-s", str(ROOT / f"{conf}.py"), "-o", "output"]
        options = ["-e", *extra] if extra else []
        place = self.content.parent
        return self.runner.run(*command, *options, folder=place, SITEURL="https://clinic.test")

    def publish(self):
        return self.build("publishconf")

    def files(self):
        """Answer every file of the output with its bytes."""
        paths = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in paths}

    def page(self, address):
        return (self.output / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path, runner):
    return Site(tmp_path, runner)


@pytest.fixture(scope="module")
def without_heat(tmp_path_factory, runner):
    """Give a preview in which one procedure has a mistake in its front matter."""
    site = Site(tmp_path_factory.mktemp("preview"), runner)
    swap(site.content, "procedures/heat.md", BAD_HEAT)
    return site, site.build()


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("procedures/heat.md", BAD_HEAT),
        ("procedures/cold.md", {"time: about 10 minutes [@trial]": "feeling: cold"}),
        ("fields.yaml", {"type: duration": "type: durations"}),
    ],
    ids=["a mistake", "a warning", "a mistake in what everything rests on"],
)
def test_a_publish_with_a_problem_leaves_the_last_site_as_it_was_byte_for_byte(site, path, changes):
    assert site.publish().returncode == 0
    last = site.files()
    swap(site.content, path, changes)

    done = site.publish()

    assert done.returncode == 1
    assert done.stderr.endswith(" in 1 file; the site was not published\n")
    assert "Traceback" not in done.stderr
    assert site.files() == last


def test_a_publish_says_what_is_wrong_and_nothing_else(site):
    swap(site.content, "procedures/heat.md", BAD_HEAT)

    done = site.publish()

    assert done.stderr == f"{SAID}1 problem in 1 file; the site was not published\n"
    assert done.returncode == 1
    assert not site.output.exists()


def test_a_publish_with_a_notice_succeeds_and_tells_it(site):
    swap(site.content, "site.yaml", {"020 7946 0000": "555-0100"})

    done = site.publish()

    assert done.returncode == 0
    assert "content/site.yaml:4:10: notice: clinic.phone is not yet filled in\n" in done.stderr
    assert "1 notice in 1 file; the site was built\n" in done.stderr


def test_a_preview_of_a_right_clinic_succeeds_in_silence(site):
    done = site.build()

    assert done.stderr == ""
    assert done.returncode == 0


def test_a_preview_tells_what_it_leaves_out_and_is_not_complete(without_heat):
    _, done = without_heat

    assert done.stderr == f"{SAID}1 problem in 1 file; the preview was built without 1 file\n"
    assert done.returncode == 1


def test_a_preview_leaves_out_the_bad_page_and_not_its_neighbours(without_heat):
    site, _ = without_heat

    pages = set(site.files())

    assert "procedures/heat/index.html" not in pages
    assert "compare/cold-vs-heat/index.html" not in pages
    assert {
        "procedures/cold/index.html",
        "blog/warm-hands/index.html",
        "blog/cold-days/index.html",
        "compare/warm-or-cold/index.html",
        "pages/about/index.html",
    } <= pages


def test_links_to_what_is_left_out_become_plain_text(without_heat):
    site, _ = without_heat

    article = site.page("blog/warm-hands")

    assert "<a>heat</a>" in article
    assert "<a>warm pack</a>" in article
    assert "procedures/heat" not in article


def test_the_start_page_of_a_preview_says_what_is_wrong(without_heat):
    site, _ = without_heat

    start = site.page("")

    assert "content/procedures/heat.md:2:1" in start
    assert "unknown key &#34;titel&#34;" in start
    assert "did you mean &#34;title&#34;?" in start


def test_only_a_start_page_with_problems_speaks_of_them(site):
    site.build()

    assert "content/procedures" not in site.page("")


def test_a_preview_is_not_built_on_shared_files_with_mistakes(site):
    swap(site.content, "fields.yaml", {"type: duration": "type: durations"})

    done = site.build()

    assert done.stderr.endswith("1 problem in 1 file; the site was not built\n")
    assert done.returncode == 1
    assert not site.output.exists()


def test_a_problem_that_belongs_to_no_page_makes_a_preview_incomplete(site):
    write(site.content, "images/../comments/warm-hands/second.txt", "Hello")

    done = site.build()

    assert done.stderr.endswith("1 problem in 1 file; the preview is not complete\n")
    assert done.returncode == 1


def test_a_preview_never_copies_what_a_link_among_the_images_leads_to(site, tmp_path):
    (tmp_path / "private").mkdir()
    (tmp_path / "private/letter.txt").write_text("secret", encoding="utf-8")
    link(site.content, "images/all", "../../private")
    link(site.content, "images/letter.txt", "../../private/letter.txt")

    done = site.build()

    assert "content/images/all: is a link\n" in done.stderr
    assert "content/images/letter.txt: is a link\n" in done.stderr
    assert not [name for name in site.files() if "letter" in name]
    assert pictures(site) == PACK


def test_a_preview_never_copies_a_folder_of_images_that_is_a_link(site, tmp_path):
    (site.content / "images").rename(tmp_path / "private")
    link(site.content, "images", "../private")

    done = site.build()

    assert "content/images: is a link\n    expected the folder itself, copied here\n" in done.stderr
    assert pictures(site) == []


def test_texts_link_to_lists_of_posts_by_their_address(site):
    swap(
        site.content,
        "pages/about.md",
        {"We are": "We [warm](/topics/home/) [you](/tags/winter/) [all](/topics/)"},
    )

    done = site.build()

    assert done.stderr == ""
    assert '<a href="../../topics/home/">warm</a> <a href="../../tags/winter/">you</a>' in site.page(
        "pages/about"
    )


def test_articles_get_their_approved_comments_and_a_form(site):
    site.build()

    article = site.page("blog/warm-hands")

    assert "Thank you." in article
    assert 'action="https://greenhill.test/comments"' in article
    assert "Thank you." not in site.page("blog/cold-days")


def test_a_published_form_does_not_write_to_an_example_address(site):
    swap(
        site.content,
        "site.yaml",
        {
            "desk@greenhill.test": "desk@example.org",
            "  endpoint: https://greenhill.test/comments": "  enabled: true",
        },
    )

    assert site.publish().returncode == 0

    assert "mailto:desk@example.org" not in site.page("blog/warm-hands")
