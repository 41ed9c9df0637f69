"""A house of three files, and texts to be read in it."""

import pytest

from plugins.editorial import read_body, read_house
from plugins.editorial.markdown_html import converter
from plugins.frontmatter import Document, Mapping, Place, Refusal, parse_yaml


@pytest.fixture(scope="session")
def refusal():
    """Give a function that calls another and returns the report of its refusal."""

    def called(function, *arguments, **options):
        with pytest.raises(Refusal) as caught:
            function(*arguments, **options)
        return "\n".join(map(str, caught.value.problems))

    return called


SITE = """\
title: Warm Hands
clinic:
  name: Green Hill
  phone: "+1 555 <200> 3000"
  hours:
emergency: Call 911.
"""
SOURCES = """\
guide: {title: A <b> guide, publisher: Board, url: https://a.test, date: 2016-11, accessed: 2026-01-02}
trial: {title: A trial, publisher: Journal, url: https://b.test/x, date: not shown, accessed: 2026-01-02}
third: {title: The third, publisher: Board, url: https://c.test, date: 2020, accessed: 2026-01-02}
broken: {title: Half an entry}
"""
PEOPLE = """\
editorial-team: {name: Editorial team, role: writes}
ann: {name: Ann, credential: MD}
broken: {role: nobody}
"""


@pytest.fixture(scope="session")
def read_folder(tmp_path_factory):
    """Give a function that reads the house from three texts."""

    def read(site=SITE, sources=SOURCES, people=PEOPLE):
        folder = tmp_path_factory.mktemp("content")
        for name, text in {"site": site, "sources": sources, "people": people}.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return read_house(folder, "content")

    return read


@pytest.fixture(scope="session")
def house(read_folder):
    return read_folder()


@pytest.fixture(scope="session")
def document():
    """Give a function from a text, and the lines of a header, to a document."""

    def made(text, header="", path="content/articles/warm-hands.md"):
        nodes = parse_yaml(header, path, line=2) if header else Mapping(Place(path, 2, 1), ())
        return Document(path, nodes, text, 10)

    return made


@pytest.fixture(scope="session")
def body(document):
    """Give a function that reads a text, in which the block ``compare`` is known."""
    with_blocks = converter(("compare", "other"))
    return lambda text: read_body(document(text), with_blocks, ("compare", "other"))
