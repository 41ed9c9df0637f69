"""What a process that stays builds after edits: the same as a build that starts anew, and mostly sooner."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.site.clinic import Clinic
from tests.site.staying import Staying
from tests.site.test_incremental import Edits, run_edits

# Each run of all generators leaves a line in a file: a renewed text needs none.
LISTENING = """
from pelican import signals

def note(_):
    with open({path!r}, "a") as file:
        file.write("run\\n")

signals.all_generators_finalized.connect(note)
"""
LOGGING = """
import logging
JINJA_FILTERS["logged"] = lambda text: logging.getLogger("pelican").warning("logged here") or text
"""
ARTICLE, OTHER = "content/articles/which-visit-first.md", "content/articles/ride-home-repairs.md"
PAGE, PROCEDURE, STYLE = (
    "content/pages/about.md",
    "content/procedures/chain-bath.md",
    "theme/static/css/page.css",
)
OF_ARTICLE = {"blog/which-visit-first/index.html", "feeds/all.atom.xml"}
ADDRESS = "https://wheels.example"  # of which the page for wrong addresses is right
LABEL = "Page last reviewed"
MORE = "\nMore is said here.\n"


@pytest.fixture
def clinic(tmp_path, runner):
    """Give a clinic with a list of the whole runs of what builds it."""
    made = Clinic(tmp_path, runner, address=ADDRESS)
    made.write("conf.py", made.text("conf.py") + LISTENING.format(path=f"{tmp_path}/runs"))
    return made


@pytest.fixture
def staying(clinic):
    """Give a process that has built it."""
    process = Staying(clinic)
    assert process.first.status == 0, process.first.report
    yield process
    process.end()


def add(clinic, *names, text=MORE):
    for name in names:
        clinic.write(name, clinic.text(name) + text)


def runs(clinic):
    return clinic.text("runs").count("run")


class EditsSeen(Edits):
    """Random changes, with a build in one process after each."""

    staying = None

    @initialize(base=st.just("pelicanconf"))
    def begin(self, base):
        type(self).count += 1
        self.clinic = Clinic(self.folder / str(self.count), self.runner, base, address=ADDRESS)
        self.staying = Staying(self.clinic)
        self.number = 0

    @rule(pagination=st.integers(1, 3))
    def change_a_setting(self, pagination):
        """Change it, and begin another process: settings are read once."""
        self.clinic.configure(pagination)
        self.staying.end()
        self.staying = Staying(self.clinic)

    def built(self):
        outcome = self.staying.build()
        return outcome.status, outcome.report

    def teardown(self):
        if self.staying:
            self.staying.end()


def test_builds_in_one_process_equal_clean_ones(runner, tmp_path):
    run_edits(EditsSeen, runner, tmp_path, examples=3, steps=6)


@pytest.mark.parametrize(
    ("edited", "changed"),
    [
        ([ARTICLE], OF_ARTICLE),
        ([PAGE], {"pages/about/index.html"}),
        ([ARTICLE, PAGE], OF_ARTICLE | {"pages/about/index.html"}),
        ([STYLE], {"theme/css/page.css"}),
        ([ARTICLE, STYLE], OF_ARTICLE | {"theme/css/page.css"}),
    ],
    ids=["article", "page", "two texts", "style sheet", "text and style sheet"],
)
def test_what_changes_nothing_else_is_renewed_alone(clinic, staying, edited, changed):
    for number in (1, 2):
        for name in edited:
            text = f"mark {{ --number: {number} }}" if name == STYLE else f"More is said here, {number}."
            add(clinic, name, text=f"\n{text}\n")
        outcome = staying.build()

        assert (outcome.status, set(outcome.changed)) == (0, changed), outcome.report
        assert runs(clinic) == 1
    assert clinic.site("output") == clinic.clean()[0]


def test_a_text_that_is_taken_back_while_another_gets_a_heading(clinic, staying):
    """The page of the first was corrected, of which what the first run left knows nothing."""
    before = clinic.text(PAGE)
    add(clinic, PAGE)
    assert staying.build().changed == ("pages/about/index.html",)
    clinic.write(PAGE, before)
    add(clinic, ARTICLE, text="\n## More\n\nIt is said here.\n")
    outcome = staying.build()

    assert set(outcome.changed) == OF_ARTICLE | {"pages/about/index.html"}
    assert runs(clinic) == 1
    assert clinic.site("output") == clinic.clean()[0]


@pytest.mark.parametrize(
    ("name", "change", "status"),
    [
        (ARTICLE, ("title: ", "title: Our "), 0),
        (ARTICLE, ("tags: [wheels", "tags: [tires"), 0),
        (ARTICLE, ("Start with", "See [us](/pages/about/). Start with"), 0),
        (ARTICLE, ("Start with", "IGBX utilization. Start with"), 0),
        (ARTICLE, ("[@brake-notes]", "[@no-notes]"), 1),
        (ARTICLE, ("wheel-truing, tire-plug", "wheel-truing"), 0),
        (ARTICLE, ("wheel-truing, tire-plug", "wheel-truing, no-such"), 1),
        (PROCEDURE, ("25 to 30 minutes", "25 to 40 minutes"), 0),
        ("content/site.yaml", ("name: ", "name: Our "), 0),
        ("theme/templates/article.html", ("<article", '<article data-x="x"'), 0),
        (STYLE, ("@layer", "} @layer"), 1),
    ],
)
def test_what_may_change_more_is_read_with_all(clinic, staying, name, change, status):
    before, after = change
    text = clinic.text(name)
    assert before in text
    clinic.write(name, text.replace(before, after, 1))
    outcome = staying.build()

    assert outcome.status == status, outcome.report
    wanted, ended, _ = clinic.clean()
    assert ended == status
    assert wanted in ({}, clinic.site("output"))
    clinic.write(name, text)
    assert staying.build().status == 0
    assert runs(clinic) >= 1 + (status == 0)
    assert clinic.site("output") == clinic.clean()[0]


def test_words_that_hold_are_said_again(clinic, staying):
    """An editor sees what is still to be done after each save."""
    add(clinic, OTHER, text="\nYou may utilize it.\n")
    first = staying.build()
    add(clinic, PAGE)
    second = staying.build()

    assert "utilize" in first.report
    assert second.report == first.report
    assert runs(clinic) == 2


def test_what_pages_made_be_logged_is_said_once_after_each_edit(tmp_path, runner):
    made = Clinic(tmp_path, runner, address=ADDRESS)
    made.write("conf.py", made.text("conf.py") + LOGGING)
    name, block = "theme/templates/archives.html", "{% block content %}"
    made.write(name, made.text(name).replace(block, f"{block}{{{{ SITENAME|logged }}}}"))
    staying = Staying(made)
    for _ in range(3):
        add(made, ARTICLE)
        assert staying.build().report.count("logged here") == 1
    staying.end()


def test_what_was_signed_is_judged_again(clinic, staying):
    """A label of a clinician must go with the first word that they have not read."""
    add(clinic, "content/people.yaml", text="dr-lee: {name: Kim Lee, credential: MD}\n")
    signed = clinic.runner.run("plugins.desk", "sign", "articles/which-visit-first", "--by", "dr-lee",
                               folder=clinic.folder)  # fmt: skip
    assert signed.returncode == 0, signed.stderr
    page = "output/blog/which-visit-first/index.html"
    assert staying.build().status == 0
    assert LABEL in clinic.text(page)
    add(clinic, ARTICLE)
    assert staying.build().status == 0
    assert LABEL not in clinic.text(page)
    assert runs(clinic) == 3


@pytest.mark.long
def test_long_rows_of_edits_in_one_process(runner, tmp_path):
    run_edits(EditsSeen, runner, tmp_path, examples=60, steps=15)
