"""The law of the engine: a build that rests on the last site gives the same bytes as one that starts anew."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PIL import Image

from tests.site.clinic import Clinic

WORDS = ("Wheels", "a new chain", "“quoted”", "5 < 6 & more", "[@guild-rules]", "noisy chain", "IGB")
TEMPLATES = ("base.html", "article.html", "components/comparison_table.html", "components/table_part.html",
             "components/entry_list.html", "components/source_list.html", "tag.html")  # fmt: skip
FIELD = re.compile(r"^  (bench_time|holds_for|shop_charge|ride_home): .*$", re.MULTILINE)
FACTS = (
    "bench_time: 5 to 90 minutes [@guild-rules]",
    "holds_for: 3 years [@wheel-book]",
    "holds_for: not known [@tire-report]",
    "ride_home: no [@brake-notes]",
    "shop_charge: 200 EUR [@guild-rules]",
)


class Edits(RuleBasedStateMachine):
    """Random changes, with a build after each."""

    runner = folder = None  # set by run_edits
    count = 0

    @initialize(base=st.sampled_from(["pelicanconf", "publishconf"]))
    def begin(self, base):
        type(self).count += 1
        self.clinic = Clinic(self.folder / str(self.count), self.runner, base)
        self.clinic.build("output", "cache")
        self.number = 0

    def _any(self, data, folder):
        return data.draw(st.sampled_from(self.clinic.files(f"content/{folder}")))

    @rule(data=st.data(), folder=st.sampled_from(["articles", "procedures", "comparisons", "pages"]))
    def change_a_text(self, data, folder):
        name = self._any(data, folder)
        self.clinic.write(name, f"{self.clinic.text(name)}\nMore of {data.draw(st.sampled_from(WORDS))}.\n")

    @rule(data=st.data(), folder=st.sampled_from(["articles", "procedures", "comparisons", "pages"]))
    def link_to_a_file(self, data, folder):
        name, target = self._any(data, folder), self._any(data, "articles").removeprefix("content/")
        self.clinic.write(name, f"{self.clinic.text(name)}\nSee [more]({{filename}}/{target}).\n")

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_a_picture(self, colour):
        Image.new("RGB", (40, 20), colour).save(self.clinic.folder / "content/images/wheel.png")

    @rule(data=st.data(), folder=st.sampled_from(["articles", "procedures", "comparisons"]))
    def change_a_title(self, data, folder):
        name = self._any(data, folder)
        title = f'title: "Named {data.draw(st.integers(0, 9))}"'
        self.clinic.write(
            name, re.sub(r"^title: .*$", title, self.clinic.text(name), count=1, flags=re.MULTILINE)
        )

    @rule(data=st.data(), fact=st.sampled_from(FACTS))
    def change_a_fact(self, data, fact):
        name = self._any(data, "procedures")
        self.clinic.write(name, FIELD.sub(f"  {fact}", self.clinic.text(name), count=1))

    @rule(data=st.data(), day=st.integers(1, 28))
    def add_an_article(self, data, day):
        self.number += 1
        text = self.clinic.text(self._any(data, "articles"))
        text = re.sub(r"^date: .*$", f"date: 2026-03-{day:02}", text, count=1, flags=re.MULTILINE)
        self.clinic.write(f"content/articles/added-{self.number}.md", text)

    @rule(data=st.data(), status=st.sampled_from(["draft", "hidden"]))
    def take_an_article_back(self, data, status):
        name = self._any(data, "articles")
        self.clinic.write(
            name, self.clinic.text(name).replace("\nsummary:", f"\nstatus: {status}\nsummary:", 1)
        )

    @rule(data=st.data(), folder=st.sampled_from(["articles", "procedures"]))
    def rename(self, data, folder):
        self.number += 1
        path = self.clinic.folder / self._any(data, folder)
        path.rename(path.with_name(f"renamed-{self.number}.md"))

    @precondition(lambda self: len(self.clinic.files("content/articles")) > 1)
    @rule(data=st.data(), folder=st.sampled_from(["articles", "procedures"]))
    def remove(self, data, folder):
        (self.clinic.folder / self._any(data, folder)).unlink()

    @rule(name=st.sampled_from(["sources", "fields", "glossary", "site"]), data=st.data())
    def change_what_is_shared(self, name, data):
        before, after = {
            "sources": ("Invented Tire Report", "Another Tire Report"),
            "fields": ("label: ", "label: Other "),
            "glossary": ("A chain that", "Any chain that"),
            "site": ("name: ", "name: New "),
        }[name]
        text = self.clinic.text(f"content/{name}.yaml")
        self.clinic.write(f"content/{name}.yaml", text.replace(before, after, data.draw(st.integers(1, 2))))

    @rule(data=st.data(), comment=st.sampled_from(WORDS))
    def comment(self, data, comment):
        self.number += 1
        slug = Path(self._any(data, "articles")).stem
        text = f"name: A rider\ndate: 2026-04-09T10:00:00+00:00\ntext: '{comment}'\n"
        self.clinic.write(f"content/comments/{slug}/c{self.number}.yaml", text)

    @rule(name=st.sampled_from(TEMPLATES))
    def change_a_template(self, name):
        text = self.clinic.text(f"theme/templates/{name}")
        changed = re.sub(r"<(p|li|td|table|footer)\b", r'<\1 data-x="x"', text, count=1)
        self.clinic.write(f"theme/templates/{name}", changed)

    @rule(data=st.data())
    def change_a_style(self, data):
        name = f"theme/static/css/{data.draw(st.sampled_from(['page', 'feed']))}.css"
        self.clinic.write(name, f"{self.clinic.text(name)}\nmark {{ color: #123 }}\n")

    @rule(pagination=st.integers(1, 3))
    def change_a_setting(self, pagination):
        self.clinic.configure(pagination)

    @rule(data=st.data())
    def meddle_with_the_output(self, data):
        pages = sorted((self.clinic.folder / "output").rglob("*.html"))
        if pages:
            page = data.draw(st.sampled_from(pages))
            data.draw(st.sampled_from([page.unlink, lambda: page.write_text("meddled with")]))()

    def built(self):
        """Build on the last site; return the exit status and what was said."""
        return self.clinic.build("output", "cache")

    @invariant()
    def builds_alike(self):
        status, said = self.built()
        site, wanted, words = self.clinic.clean()

        assert "Traceback" not in said
        assert status == wanted, f"{said}\n--- clean: ---\n{words}"
        if wanted == 0 or self.clinic.base == "pelicanconf":
            found = self.clinic.site("output")
            assert found.keys() == site.keys(), said
            assert not [name for name in site if found[name] != site[name]], said


def run_edits(kind, runner, folder, examples, steps):
    """Make random edits of a kind."""
    machine = type("Edits", (kind,), {"runner": runner, "folder": folder})
    checked = settings(
        max_examples=examples,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=checked)


def test_incremental_builds_equal_clean_ones(runner, tmp_path):
    run_edits(Edits, runner, tmp_path, examples=3, steps=5)


@pytest.mark.long
def test_long_rows_of_edits(runner, tmp_path):
    run_edits(Edits, runner, tmp_path, examples=60, steps=15)
