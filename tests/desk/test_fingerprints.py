"""What the pages of texts follow from."""

import shutil

import pytest

from plugins.desk.examine import examine
from plugins.desk.fingerprints import tell_of_items
from plugins.editorial.reader import DIGESTS
from tests.conftest import ROOT, SECOND

CHOSEN, BY_CONDITION = "articles/which-visit-first.md", "articles/ride-home-repairs.md"
IN_A_TREATMENT = "procedures/chain-swap.md"


@pytest.fixture
def changed(tmp_path):
    """Give a function that replaces words in a treatment, and tells which other items that makes others."""
    content = tmp_path / "content"
    shutil.copytree(SECOND, content)

    def digests():
        settings = {"THEME": str(ROOT / "theme"), "THEME_TEMPLATES_OVERRIDES": []}
        tell_of_items(examine(content, "content"), settings)
        return settings[DIGESTS]

    def change(slug, old, new):
        before, name = digests(), f"procedures/{slug}.md"
        text = (content / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (content / name).write_text(text.replace(old, new), encoding="utf-8")
        after = digests()
        return {path for path in after if after[path] != before[path]} - {name}

    return change


@pytest.mark.parametrize(
    ("slug", "old", "new", "texts"),
    [
        ("wheel-rebuild", "summary: ", "summary: Now ", {CHOSEN}),
        ("brake-bleed", "summary: ", "summary: Now ", set()),
        ("chain-bath", "tool_kit: hand tools", "tool_kit: truing stand", {IN_A_TREATMENT}),
        ("chain-bath", "ride_home: no", "ride_home: yes", {IN_A_TREATMENT, BY_CONDITION}),
    ],
    ids=["shown", "not shown", "shown in the text of a treatment", "shown from now on"],
)
def test_a_text_follows_from_the_treatments_that_its_tables_show(changed, slug, old, new, texts):
    assert changed(slug, old, new) == texts
