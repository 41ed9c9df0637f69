"""A glossary from the text of its file."""

import pytest

from plugins.editorial.glossary import read_glossary


@pytest.fixture(scope="session")
def read(tmp_path_factory):
    """Give a function that reads a glossary."""

    def from_text(text):
        path = tmp_path_factory.mktemp("glossary") / "glossary.yaml"
        path.write_text(text, encoding="utf-8")
        return read_glossary(path, "glossary.yaml")

    return from_text


TERMS = """\
facet joint:
  meaning: A small joint of the spine.
  also: [zygapophyseal joint, Z-joint]
  sources: [guide]
joint:
  meaning: Where 2 bones meet & move.
  sources: [guide, trial]
Bertolotti's sign:
  meaning: A sign on a picture.
  sources: trial
NICE:
  stands_for: National Institute for Health and Care Excellence
  meaning: It writes guidelines
  sources: [trial]
mg:
  stands_for: milligram
R&D:
  stands_for: research & development
"""


@pytest.fixture(scope="session")
def glossary(read):
    return read(TERMS)
