"""What a writer notes and writes in the end is what Pelican's own writes at once."""

import pytest
from jinja2 import DictLoader, Environment
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.engine.pages.facet import Facet
from plugins.engine.pages.rendering import write_all
from plugins.engine.pages.writer import queueing, writing_at_once

TEXT = (
    "{{ SITEURL }} {{ localsiteurl }} {{ output_file }} {{ a }} {{ own }}"
    "{% if articles_page %}{{ articles_page.number }}/{{ articles_paginator.num_pages }} "
    "{{ articles_page.url }}"
    "{{ articles_previous_page.number }} {{ articles_next_page.number }} "
    "{{ dates_page.object_list }}{% endif %}"
)
PAGED = {"template_name": "index", "url": "list/", "articles": list("abcde"), "dates": list("edcba")}
CALLS = {
    "a page": [("a.html", {})],
    "a page in a folder": [("b/c/index.html", {"own": 1})],
    "its own value before the shared one": [("a.html", {"a": "own"})],
    "relative links": [("b/a.html", {"relative_urls": True})],
    "no name": [("", {}), (None, {}), (False, {})],
    "a list in pages": [("list/index.html", PAGED)],
    "a list that is not paged": [("list/index.html", {**PAGED, "template_name": "other"})],
    "the same page twice": [("a.html", {}), ("a.html", {"own": 2})],
    "twice, by another way to write it": [("b/../a.html", {}), ("a.html", {})],
    "one that goes before": [("a.html", {}), ("a.html", {"own": 2, "override_output": True})],
    "one that went before": [("a.html", {"own": 2, "override_output": True}), ("a.html", {})],
    "two that go before": [("a.html", {"override_output": True})] * 2,
    "outside of the output": [("../a.html", {})],
}


@pytest.fixture
def settings(tmp_path):
    """Give the settings of a site without content."""
    told = {"PATH": str(tmp_path), "PLUGINS": [], "DEFAULT_PAGINATION": 2, "OUTPUT_PATH": str(tmp_path)}
    return read_settings(override=told)


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def written(make, folder, settings, calls):
    """Return what a writer makes of some calls, or what it raises."""
    folder.mkdir()
    template = Environment(loader=DictLoader({"t": TEXT}), autoescape=True).get_template("t")
    context = {**settings, "a": "shared", "localsiteurl": settings["SITEURL"]}
    writer = make(Writer(str(folder), settings), str(folder))
    try:
        for name, values in calls:
            writer.write_file(name, template, context, **values)
    except RuntimeError as error:
        return type(error)
    if hasattr(writer, "queue"):
        write_all(writer.queue.jobs, folder, 1, lambda _: None)
    return tree(folder)


@pytest.mark.parametrize("calls", CALLS.values(), ids=CALLS)
def test_pages_are_as_pelican_writes_them(tmp_path, settings, calls):
    by_pelican = written(lambda writer, _: writer, tmp_path / "pelican", settings, calls)
    assert written(queueing, tmp_path / "noted", settings, calls) == by_pelican
    assert written(writing_at_once, tmp_path / "at once", settings, calls) == by_pelican


@pytest.mark.parametrize("make", [queueing, writing_at_once])
def test_values_and_texts_may_be_facets(tmp_path, settings, make):
    def with_a_text(writer, output):
        made = make(writer, output)
        made.write_text("data/a.csv", Facet("1", lambda: "a,b\r\n"))
        return made

    calls = [("a.html", {"own": Facet("2", lambda: "made")})]
    assert written(with_a_text, tmp_path / "out", settings, calls)["a.html"].endswith("made")
    assert (tmp_path / "out/data/a.csv").read_bytes() == b"a,b\r\n"


def test_a_writer_that_writes_pages_in_its_own_way_writes_them_at_once(tmp_path, settings):
    class Shouting(Writer):
        def write_file(self, name, template, context, *more, **values):
            super().write_file(name, template, {**context, "a": "LOUD"}, *more, **values)

    def make(writer, output):
        return queueing(Shouting(output, writer.settings), output)

    assert "LOUD" in written(make, tmp_path / "out", settings, [("a.html", {})])["a.html"]
